import { type RunningSandbox, type SandboxOptions, startSandbox } from '../../server/index.ts'

type Test = { teardown: (close: () => Promise<void>) => void }
type Answer = { status: number; headers: Headers; text: string; json: Record<string, unknown> }

export type TestSandbox = RunningSandbox & {
  /** Sends exactly this, with the sandbox's keys unless `headers` says otherwise (null leaves one out). */
  send(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string | null> },
  ): Promise<Answer>
}

export async function startTestSandbox(t: Test, options: SandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await startSandbox(options)
  t.teardown(() => sandbox.close())
  const { publicKey, privateKey, secretKey, merchantKey } = sandbox.credentials
  const keys = {
    'x-api-key': publicKey,
    'x-private-key': privateKey,
    'x-secret-key': secretKey,
    'x-marchand-key': merchantKey,
  }
  return {
    ...sandbox,
    async send(method, path, { body, headers = {} } = {}) {
      const all = { ...keys, 'content-type': 'application/json', ...headers }
      const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)
      const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
      const answer = await fetch(`${sandbox.url}${path}`, {
        method,
        headers: sent,
        ...(text !== undefined && { body: text }),
      })
      return readAnswer(answer)
    },
  }
}

async function readAnswer(answer: Response): Promise<Answer> {
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json') && text !== ''
  return { status: answer.status, headers: answer.headers, text, json: isJson ? JSON.parse(text) : {} }
}

export const minimalPayment = { invoice: { currency: 'XOF', amount: 1000 }, store: { name: 'Test Store' } }

/** The minimal payment with an invoice, store or actions of another kind. */
export function paymentWith(change: { invoice?: object; store?: object; actions?: unknown }) {
  return {
    invoice: { ...minimalPayment.invoice, ...change.invoice },
    store: { ...minimalPayment.store, ...change.store },
    ...('actions' in change && { actions: change.actions }),
  }
}
