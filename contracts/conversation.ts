import { createCaller } from '../client/call.ts'
import type { Keys } from '../client/index.ts'
import { createMethods } from '../client/methods.ts'
import { operations } from '../client/operations.gen.ts'
import { createTransport, type Transport } from '../client/transport.ts'
import type { Once, SimulationTools, Tools } from './promise.ts'
import { createSend, parseJson } from './send.ts'
import type { Target } from './target.ts'

/** A call and its answer. */
export type Heard = Answered & { sent: string | undefined }
export type Answered = { method: string; path: string; status: number; contentType: string; json: unknown }

export type Conversation = {
  tools: Tools
  simulationTools: SimulationTools | undefined
  calls(): number
  /** The call that was looked at last, when it was answered. */
  last(): Heard | undefined
  forget(): void
  close(): Promise<void>
}

type Options = { target: Target; timeoutMs: number; heard: (answer: Heard) => void }

/** A field that is missing is drift, which is told once; to a user's client such an answer would be no answer. */
const lenient = Object.fromEntries(Object.entries(operations).map(([id, known]) => [id, { ...known, required: [] }]))

/** The tools of the promises, over one transport that never retries and hears every answer. */
export function converse({ target, timeoutMs, heard }: Options): Conversation {
  const { baseUrl, keys, simulation, merchantHeader = 'required' } = target
  const wire = createTransport()
  let calls = 0
  let last: Heard | undefined
  const transport: Transport = {
    async send(request) {
      calls += 1
      last = undefined
      const { status, headers, text } = await wire.send(request)
      const { method, url, body: sent } = request
      const contentType = String(headers['content-type'] ?? 'no content type')
      last = { method, path: url.slice(baseUrl.length), sent, status, contentType, json: parseJson(text) }
      heard(last)
      return { status, headers, text }
    },
    close: () => wire.close(),
  }

  const made = new Map<unknown, { result: Promise<unknown>; last: Heard | undefined }>()
  const once: Once = async (call) => {
    const known = made.get(call)
    if (known) {
      last = known.last
      return known.result as ReturnType<typeof call>
    }
    const result = call(tools)
    const entry: { result: Promise<unknown>; last: Heard | undefined } = { result, last: undefined }
    made.set(call, entry)
    try {
      return await result
    } finally {
      entry.last = last
    }
  }

  const clientOf = (keys: Keys) =>
    createMethods(lenient, createCaller({ baseUrl, keys, transport, timeoutMs, retries: 0 }))
  const send = createSend({ baseUrl, keys, transport, timeoutMs })
  const tools: Tools = { client: clientOf(keys), send, once, merchantHeader }
  const { customer, otherMerchant } = simulation ?? {}
  return {
    tools,
    simulationTools: customer && otherMerchant && { customer, otherMerchant: clientOf(otherMerchant) },
    calls: () => calls,
    last: () => last,
    forget() {
      last = undefined
    },
    close: () => transport.close(),
  }
}
