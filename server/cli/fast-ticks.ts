import { executionAsyncResource } from 'node:async_hooks'

/**
 * Keeps `process.nextTick` fast, which every request calls a dozen times. Its objects share a shape that V8 forgets
 * when a full garbage collection meets none of them (one comes soon after the start), and never optimizes again
 * (300 ns instead of 55, Node 20). One of them, kept for ever, keeps the shape.
 */
export function keepTicksFast(): void {
  process.nextTick(() => {
    kept = executionAsyncResource()
  })
}

/** Nobody reads it: being kept is its use. */
export let kept: object | undefined
