import type { Sandbox } from './sandbox.ts'

type Options<Seen> = {
  sandbox: Pick<Sandbox, 'change'>
  world: string
  look: () => Promise<Seen>
  isEnough: (seen: Seen) => boolean
  /** Ends the waiting: what the last look saw is the answer then. Abort it afterwards too, to let go of the world. */
  signal: AbortSignal
}

/** Looks again at each change in a world, until it sees enough. No change is missed between a look and the waiting. */
export async function lookUntil<Seen>({ sandbox, world, look, isEnough, signal }: Options<Seen>): Promise<Seen> {
  for (;;) {
    const changed = sandbox.change(world, signal)
    const seen = await look()
    if (isEnough(seen) || signal.aborted) return seen
    await changed
  }
}
