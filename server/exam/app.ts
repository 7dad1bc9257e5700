import { failureKind } from '../adapters/failure-kind.ts'
import { UsageError } from '../flags.ts'
import { withPatience } from '../patience.ts'

/** What was sent to the application, and what came back: the beginnings of both bodies, without its keys. */
export type Exchange = {
  method: string
  url: string
  sent: string
  /** Undefined when no answer came. */
  status: number | undefined
  received: string
}

/** With the body as it came, for who has to understand it: nobody else is to see that. */
export type Answer = Exchange & { text: string }

/** The developer's application: the only place to which the exam sends anything. */
export type App = {
  /** `http://localhost:3000` */
  origin: string
  isPart(url: string): boolean
  /**
   * Whether it answers, whatever it says: a 404 is an application, too. The transcript does not tell of it. Throws a
   * `UsageError` when it does, but not to us: waiting for it would not help.
   */
  isThere(signal?: AbortSignal): Promise<boolean>
  call(method: string, url: string, request?: { headers?: Record<string, string>; body?: string }): Promise<Answer>
  /** What was said since the last time that this was asked. */
  takeTranscript(): Exchange[]
}

const headers = { 'user-agent': 'intram-sandbox exam' }
const mostKept = 300
const mostRead = 64 * 1024
/** As long as Intram waits for an acknowledgement (merchant-doc). */
const patienceMs = 15_000

export function createApp(origin: string, hide: (text: string) => string = (text) => text): App {
  let transcript: Exchange[] = []

  return {
    origin,
    isPart: (url) => URL.canParse(url) && new URL(url).origin === origin,
    isThere(cut) {
      return withPatience({ timeoutMs: patienceMs, cutBy: cut ? [cut] : [] }, async (signal) => {
        const answer = await fetch(origin, { headers, redirect: 'manual', signal }).catch((error) => {
          const code = causeOf(error)
          if (failureKind(code) === 'tls-failed') throw new UsageError(distrust(origin, code))
        })
        await answer?.body?.cancel()
        return answer !== undefined
      })
    },
    async call(method, url, { headers: further = {}, body } = {}) {
      if (!URL.canParse(url) || new URL(url).origin !== origin) throw new Error(`${url} is not part of ${origin}`)
      const sent = startOf(hide(body ?? ''))
      const exchange: Exchange = { method, url: hide(url), sent, status: undefined, received: 'no answer' }
      transcript.push(exchange)
      let text = ''
      try {
        const answer = await fetch(url, {
          method,
          headers: { ...headers, ...further },
          ...(body !== undefined && { body }),
          redirect: 'manual',
          signal: AbortSignal.timeout(patienceMs),
        })
        exchange.status = answer.status
        text = await readStart(answer)
        exchange.received = startOf(hide(text))
      } catch (error) {
        exchange.received = reasonOf(error)
      }
      return { ...exchange, text }
    },
    takeTranscript() {
      // Some keys are known only after they were told.
      const taken = transcript.map(({ method, url, sent, status, received }) => ({
        ...{ method, url: hide(url), sent: hide(sent) },
        ...{ status, received: hide(received) },
      }))
      transcript = []
      return taken
    },
  }
}

async function readStart(answer: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    if (text.length > mostRead) break
  }
  return text
}

function startOf(text: string): string {
  return text.length > mostKept ? `${text.slice(0, mostKept)}… (${text.length} characters)` : text
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer'
  if (error.name === 'TimeoutError') return `no answer within ${patienceMs / 1000} s`
  return `no answer: ${causeOf(error) || error.message}`
}

/** The code of what went wrong below `fetch`, or its words when it has none. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (!(cause instanceof Error)) return ''
  return 'code' in cause ? String(cause.code) : cause.message
}

function distrust(origin: string, code: string): string {
  return (
    `No secure connection to ${origin} came about (${code}). If its certificate is your own, run the exam with ` +
    'NODE_EXTRA_CA_CERTS=FILE, the PEM file of its authority; or give --app an http:// URL.'
  )
}
