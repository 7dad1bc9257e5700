import { UsageError } from '../flags.ts'
import type { App } from './app.ts'
import { printable } from './printable.ts'
import { answered, gave, Unanswered } from './relapse.ts'

/** Has the application start a payment of its own. */
export type StartPayment = () => Promise<void>

/** Reads `POST http://localhost:3000/orders {"amount":1000}`; the body may be absent, JSON or a form. */
export function readStart(app: App, text: string): StartPayment {
  const [, method = '', url = '', body] = /^([A-Z]+)\s+(\S+)(?:\s+([\s\S]+))?$/.exec(text.trim()) ?? []
  if (!app.isPart(url)) {
    throw new UsageError(
      `--start must be as in 'POST ${app.origin}/orders {"amount":1000}', with a URL of ${app.origin}`,
    )
  }
  const type = body && /^[[{]/.test(body) ? 'application/json' : 'application/x-www-form-urlencoded'
  return async () => {
    const request = body === undefined ? {} : { headers: { 'content-type': type }, body }
    const { status, received, url: shown } = await app.call(method, url, request)
    // A redirect to the payment page is a good answer, too.
    if (status !== undefined && status < 400) return
    if (status === undefined) throw new Unanswered(gave('--start', `${method} ${shown}`, received))
    throw new Unanswered(answered('--start', `${method} ${shown}`, status), ` ${printable(received)}`)
  }
}
