import { paymentWith, startTestSandbox, type TestSandbox } from './sandbox.ts'

type Sent = Record<string, string>
export type Page = { status: number; headers: Headers; html: string; location: string | null }

export type TestGate = TestSandbox & {
  /** Creates a payment and answers with its id. */
  create(change?: Parameters<typeof paymentWith>[0]): Promise<string>
  open(id: string, options?: { query?: string; headers?: Sent }): Promise<Page>
  /** Posts as a browser without JavaScript does: with the token of the page, unless `form` has another. */
  post(id: string, form: Sent, options?: { query?: string; headers?: Sent }): Promise<Page>
  statusOf(id: string): Promise<string>
}

/** A sandbox whose gate is visited by a browser that runs no script and follows no redirect. */
export async function startTestGate(...options: Parameters<typeof startTestSandbox>): Promise<TestGate> {
  const sandbox = await startTestSandbox(...options)
  const gate: TestGate = {
    ...sandbox,
    async create(change = {}) {
      const { json } = await sandbox.send('POST', '/api/v1/payments/request', { body: paymentWith(change) })
      return String(json.transaction_id)
    },
    open: (id, { query = '', headers = {} } = {}) => visit(`${sandbox.url}/payment/gate/${id}${query}`, { headers }),
    async post(id, form, { query = '', headers = {} } = {}) {
      const token = 'token' in form ? {} : { token: tokenIn((await gate.open(id)).html) }
      return visit(`${sandbox.url}/payment/gate/${id}${query}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ ...token, ...form }),
      })
    },
    async statusOf(id) {
      return (await sandbox.client.confirmTransaction(id)).status
    },
  }
  return gate
}

export const payWith = (number: string, channel = 'MTN') => ({ action: 'pay', channel, number })

/** The token of the forms in a page; empty when it has none. */
export function tokenIn(html: string): string {
  return /name="token" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

export async function visit(url: string, init: RequestInit): Promise<Page> {
  const answer = await fetch(url, { ...init, redirect: 'manual' })
  const { status, headers } = answer
  return { status, headers, html: await answer.text(), location: headers.get('location') }
}
