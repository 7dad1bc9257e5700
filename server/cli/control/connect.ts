import { environmentNames } from '../../../client/settings.ts'
import type { Envelope } from '../../envelope.ts'
import { UsageError, type Values } from '../../flags.ts'
import { addressOf } from './address.ts'
import type { controlFlags } from './flags.ts'

/** What the sandbox said no to: unknown here, or already final. */
export class Refused extends UsageError {}

/** Calls an operation of the control API of a running sandbox, and gives its answer. */
export type Control = <Answer>(method: 'GET' | 'POST', path: string, body?: object) => Promise<Answer>

type Given = Omit<Values<typeof controlFlags>, 'json'>

/** Whatever keeps the call from being answered is a `UsageError` that says what to do. */
export function connect({ merchant, adminToken, ...where }: Given, env: NodeJS.ProcessEnv): Control {
  const origin = addressOf(where, env)
  if (!merchant) {
    throw new UsageError(
      'Whose transactions? Set INTRAM_MARCHAND_KEY to the merchant key that your application uses ' +
        '(`intram-sandbox` prints one when it starts), or say --merchant',
    )
  }
  const headers = {
    ...keysOf(env),
    [headerNames.merchantKey]: merchant,
    ...(adminToken !== undefined && { authorization: `Bearer ${adminToken}` }),
  }
  return async <Answer>(method: 'GET' | 'POST', path: string, body?: object) => {
    const answer = await fetch(`${origin}/__admin${path}`, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      redirect: 'error',
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new UsageError(unreachable(origin))
    })
    const json: unknown = await answer.json().catch(() => undefined)
    if (answer.ok && json !== undefined) return json as Answer
    throw refusal(answer.status, json, origin)
  }
}

const headerNames = {
  publicKey: 'x-api-key',
  privateKey: 'x-private-key',
  secretKey: 'x-secret-key',
  merchantKey: 'x-marchand-key',
} as const

/** A sandbox with `--keys` wants all four of a merchant. */
function keysOf(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = Object.keys(headerNames) as (keyof typeof headerNames)[]
  return Object.fromEntries(
    names.flatMap((name) => {
      const key = env[environmentNames[name]]?.trim()
      return key ? [[headerNames[name], key]] : []
    }),
  )
}

function refusal(status: number, json: unknown, origin: string): Error {
  if (!isEnvelope(json)) return new UsageError(`What listens at ${origin} is no sandbox with a control API`)
  const details = json.details?.map(({ path, message }) => `${path} ${message}`) ?? []
  const message = [json.message, ...details].join('; ')
  if (status === 409) return new Refused(message)
  if (status !== 404) return new UsageError(`${message} (${origin})`)
  return new Refused(`${message}: \`intram-sandbox list\` shows those of this merchant key`)
}

function isEnvelope(json: unknown): json is Envelope {
  return typeof json === 'object' && json !== null && 'error' in json && 'message' in json
}

function unreachable(origin: string): string {
  return `No sandbox answers at ${origin}: start one with \`intram-sandbox\`, or say where it is with --port or INTRAM_BASE_URL`
}
