import { startTestSandbox, type TestSandbox } from './sandbox.ts'

type Answer = { status: number; headers: Headers; json: Record<string, unknown>; details: unknown }

export const shop = 'https://shop.test'

export type TestWidget = TestSandbox & {
  /** Asks as the script does in a page of the shop, unless `headers` says otherwise. */
  ask(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
}

export async function startTestWidget(...options: Parameters<typeof startTestSandbox>): Promise<TestWidget> {
  const sandbox = await startTestSandbox(...options)
  return {
    ...sandbox,
    async ask(path, body, headers = {}) {
      const answer = await fetch(`${sandbox.url}${path}`, {
        method: 'POST',
        headers: { origin: shop, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      const json = (await answer.json()) as Record<string, unknown>
      return { status: answer.status, headers: answer.headers, json, details: json.details }
    },
  }
}
