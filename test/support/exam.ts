import { cases } from '../../server/exam/cases/index.ts'
import type { Result } from '../../server/exam/exam.ts'
import { type ExamSettings, holdExam } from '../../server/exam/hold-exam.ts'
import { closedUrl } from './receiver.ts'

type Shop = { url: string; use(baseUrl: string): void }

/** Examines a shop, which learns from the greeting where its Intram is. */
export async function examineShop(
  shop: Shop,
  settings: Partial<ExamSettings> = {},
  only?: string[],
  tell: (result: Result) => void = () => {},
): Promise<Result[]> {
  const { results } = await holdExam(
    {
      app: shop.url,
      start: `POST ${shop.url}/orders {"amount":1000}`,
      believes: `${shop.url}/orders/{transaction_id}/paid`,
      believesCommand: undefined,
      patience: '1ms',
      callbackFormat: 'json',
      port: 0,
      host: '127.0.0.1',
      command: [],
      env: {},
      hosts: false,
      ...settings,
    },
    only ? cases.filter(({ code }) => only.includes(code)) : cases,
    {
      tell,
      say(line) {
        const [, baseUrl] = /INTRAM_BASE_URL=(\S+)/.exec(line) ?? []
        if (baseUrl) shop.use(baseUrl)
      },
    },
  )
  return results
}

export function outcomes(results: Result[]): Record<string, string> {
  return Object.fromEntries(results.map(({ code, outcome }) => [code, outcome]))
}

/** An address that is free, for the application of a test. */
export async function freePlace() {
  const { origin, port } = new URL(await closedUrl())
  return { app: origin.replace('127.0.0.1', 'localhost'), port }
}
