/** What came of an attempt to deliver a callback. A merchant's failing server is no exception: it is an outcome. */
export type Outcome = Attempted | Postponed
export type Attempted = Answered | Unanswered | Forbidden

/** `target` is the URL that was called, which a rewrite may have changed. */
type Called = { target: string; durationMs: number }

/** A complete HTTP answer: some of its headers, in lower case, and the beginning of its body. */
export type Answered = Called & { kind: 'answered'; status: number; headers: Record<string, string>; body: string }

/** `reason` is the error's code, such as ECONNREFUSED or CERT_HAS_EXPIRED. */
export type Unanswered = Called & {
  kind:
    | 'dns-failed'
    | 'unreachable'
    | 'refused-connection'
    | 'tls-failed'
    | 'timed-out'
    | 'dropped'
    | 'invalid-response'
  reason: string
}

/** Nothing was sent: this sandbox does not call that address, ever, for a public page, or because of its allow list. */
export type Forbidden = Called & {
  kind: 'forbidden-target'
  why: 'never-allowed' | 'not-public' | 'not-on-the-list'
  address: string
}

/** No attempt at all: too many others wait for the same host, or the sandbox stops. It counts for nothing. */
export type Postponed = { kind: 'postponed'; why: 'busy' | 'stopped' }

/** Only a 2xx acknowledges a callback. */
export function isAcknowledgement(outcome: Outcome): outcome is Answered {
  return outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300
}
