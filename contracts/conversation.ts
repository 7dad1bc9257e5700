import { createCaller } from '../client/call.ts'
import type { Keys, Transport } from '../client/index.ts'
import { messageOf } from '../client/message-of.ts'
import { createMethods } from '../client/methods.ts'
import { operations } from '../client/operations.gen.ts'
import { createTransport } from '../client/transport.ts'
import type { Once, SimulationTools, Tools } from './promise.ts'
import { type Heard, type Seen, seenOf } from './seen.ts'
import { createSend } from './send.ts'
import type { Target } from './target.ts'

export type Conversation = {
  tools: Tools
  simulationTools: SimulationTools | undefined
  calls(): number
  /** What came of the call that was looked at last. */
  last(): Seen
  /** How many calls in a row got no verdict, up to now. */
  silences(): number
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
  let silences = 0
  let last: Seen = {}

  /** Remembers what came of a call, and tells of answers. */
  function note(seen: Seen): void {
    last = seen
    silences = seen.silence === undefined ? 0 : silences + 1
    if (seen.answer) heard(seen.answer)
  }

  const transport: Transport = {
    async send(request) {
      calls += 1
      const answer = await wire.send(request).catch((error: unknown) => {
        note({ silence: request.signal.aborted ? `no answer within ${timeoutMs} ms` : messageOf(error) })
        throw error
      })
      note(seenOf(answer, request, baseUrl))
      return answer
    },
    close: () => wire.close(),
  }

  const made = new Map<unknown, { result: Promise<unknown>; last: Seen }>()
  const once: Once = async (call) => {
    const known = made.get(call)
    if (known) {
      last = known.last
      return known.result as ReturnType<typeof call>
    }
    const result = call(tools)
    const entry: { result: Promise<unknown>; last: Seen } = { result, last: {} }
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
    silences: () => silences,
    forget() {
      last = {}
    },
    close: () => transport.close(),
  }
}
