import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import type { Outcome } from '../domain/outcome.ts'
import { type Rewrite, rewriteUrl } from '../domain/rewrite.ts'
import type { CallbackRequest, CallbackSender } from '../sandbox/callback-sender.ts'
import { failureKind } from './failure-kind.ts'
import { createHostQueue } from './host-queue.ts'
import { ownNetworks } from './own-networks.ts'
import { createTargetGuard } from './target-guard.ts'

type Options = {
  /** For one attempt in all, from DNS to the end of the answer: 15 s, as merchant-doc has it. */
  timeoutMs?: number
  rewrites?: readonly Rewrite[] | undefined
  /** The only targets: hosts, `*.domain`, addresses, ranges. */
  allow?: readonly string[] | undefined
  /** The only origin, with its port. */
  onlyOrigin?: string | undefined
  /** Four at once to one host; 100 more may wait for it. Of all hosts together, 1,000. */
  limits?: { perHost: number; waitingPerHost: number; overall: number }
  resolve?: (host: string) => Promise<LookupAddress[]>
  /** Of this machine, as ranges. */
  networks?: () => readonly string[]
}

const usualLimits = { perHost: 4, waitingPerHost: 100, overall: 1_000 }

/** Calls merchants over HTTP. Redirects are not followed. */
export function createHttpCallbackSender({
  timeoutMs = 15_000,
  rewrites = [],
  allow,
  onlyOrigin,
  limits = usualLimits,
  resolve = (host) => lookup(host, { all: true }),
  networks = ownNetworks,
}: Options = {}): CallbackSender {
  const guard = createTargetGuard(allow, networks)
  const run = createHostQueue(limits)
  const underWay = new Set<AbortController>()
  const outcomes = new Set<Promise<Outcome>>()
  let isStopped = false

  async function attempt(request: CallbackRequest): Promise<Outcome> {
    // Brings undici along, which takes long to load: a sandbox without callbacks starts without it.
    const { post } = await import('./guarded-post.ts')
    if (isStopped) return { kind: 'postponed', why: 'stopped' }
    const cutter = new AbortController()
    const timer = setTimeout(() => cutter.abort(new Cut('timed-out')), timeoutMs)
    underWay.add(cutter)
    const startedAt = performance.now()
    const called = () => ({ target: request.url, durationMs: Math.round(performance.now() - startedAt) })
    try {
      const result = await post(request, { resolve, guard, signal: cutter.signal })
      return { ...called(), ...result }
    } catch (error) {
      if (error instanceof Cut && error.why === 'stopped') return { kind: 'postponed', why: 'stopped' }
      if (error instanceof Cut) return { ...called(), kind: 'timed-out', reason: '' }
      const reason = codeOf(error)
      return { ...called(), kind: failureKind(reason), reason }
    } finally {
      clearTimeout(timer)
      underWay.delete(cutter)
    }
  }

  return {
    async send(writtenUrl, compose) {
      const url = rewriteUrl(writtenUrl, rewrites)
      const { origin, host } = new URL(url)
      if (onlyOrigin !== undefined && origin !== onlyOrigin) {
        return { kind: 'forbidden-target', why: 'not-on-the-list', address: host, target: url, durationMs: 0 }
      }
      const outcome = run(host, () => attempt({ ...compose(), url }))
      if (!outcome) return { kind: 'postponed', why: 'busy' }
      outcomes.add(outcome)
      return outcome.finally(() => outcomes.delete(outcome))
    },
    async close() {
      isStopped = true
      for (const cutter of underWay) cutter.abort(new Cut('stopped'))
      await Promise.all(outcomes)
    },
  }
}

/** An attempt that was ended from this side. */
class Cut extends Error {
  readonly why: 'timed-out' | 'stopped'

  constructor(why: Cut['why']) {
    super(why)
    this.why = why
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
