import { buffer } from 'node:stream/consumers'
import { request } from 'undici'
import type { Keys } from '../../client/index.ts'
import { parseJson } from '../../contracts/send.ts'
import { startAnswering } from '../support/answering.ts'
import { startTestSandbox } from '../support/sandbox.ts'
import { testKeys } from './keys.ts'

type Test = Parameters<typeof startTestSandbox>[0]
export type Call = { method: string; path: string; headers: Record<string, string>; body: unknown }
export type Answer = { status: number; type: string; body: unknown; hangsUp?: boolean; neverComes?: boolean }
export type Alter = (answer: Answer, call: Call) => Partial<Answer> | undefined

export type Deviant = { baseUrl: string; keys: Keys; calls: { call: Call; answer: Answer }[] }

/** A target that is the fake in all but what `alter` changes, and remembers what it was asked. */
export async function startDeviant(
  t: Test,
  alter: Alter = () => undefined,
  { anyKeys = false } = {},
): Promise<Deviant> {
  const keys = testKeys('d')
  const sandbox = await startTestSandbox(t, anyKeys ? {} : { keys: [keys] })
  const calls: Deviant['calls'] = []
  const { baseUrl } = await startAnswering(t, async (incoming, outgoing) => {
    const { connection, 'content-length': length, ...headers } = incoming.headers as Record<string, string>
    const body = await buffer(incoming)
    const call: Call = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers,
      body: parseJson(String(body)),
    }
    const forwarded = await request(sandbox.url + call.path, {
      method: call.method as 'GET',
      headers,
      body: body.length > 0 ? body : null,
    })
    const told = forwarded.headers['preference-applied']
    const original: Answer = {
      status: forwarded.statusCode,
      type: 'application/json',
      body: await forwarded.body.json(),
    }
    const answer = { ...original, ...alter(structuredClone(original), call) }
    calls.push({ call, answer })
    if (answer.neverComes) return
    if (answer.hangsUp) return void outgoing.destroy()
    outgoing.writeHead(answer.status, { 'content-type': answer.type, ...(told && { 'preference-applied': told }) })
    outgoing.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
  })
  return { baseUrl, keys, calls }
}

/** Changes the bodies of one operation's answers of one status. */
export function changing(operation: 'POST' | 'GET', status: number, change: (body: Body) => object | undefined): Alter {
  return (answer, { method, path }) => {
    const isOperation = /\/payments\/request$|\/transactions\/confirm\//.test(path)
    if (!isOperation || method !== operation || answer.status !== status) return undefined
    return { body: change(answer.body as Body) ?? answer.body }
  }
}

/** An answer of the fake, open to every change. */
export type Body = Record<string, unknown> & { transaction: Record<string, unknown>; marchand: object }
