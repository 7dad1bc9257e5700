import type { Finding } from '../domain/findings/finding.ts'
import type { JournalEntry } from '../domain/journal-entry.ts'
import type { JournalRequest } from '../sandbox/journal.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Handlers } from './handlers.ts'
import { presentPage } from './present.ts'
import type { components } from './schema.gen.ts'
import type { WaitingRoom } from './waiting-room.ts'

type Options = { sandbox: Sandbox; waitForItems: WaitingRoom }
type Ids = 'listFindings' | 'listRequests' | 'clearRequests' | 'readTimeline'
type Schemas = components['schemas']

export function journalHandlers({ sandbox, waitForItems }: Options): Pick<Handlers, Ids> {
  const { journal } = sandbox
  return {
    async listRequests(call) {
      const { limit = 50, after, operation, status, transaction } = call.query
      const query = { limit, after, operation, status, transaction }
      return presentPage(await waitForItems(call, async () => journal.requests(call.world, query)), presentRequest)
    },
    async clearRequests({ world }) {
      journal.clear(world)
      return { items: [], next: null }
    },
    async listFindings(call) {
      const look = async () => ({ items: (await sandbox.findings(call.world)).map(presentFinding), next: null })
      return { items: (await waitForItems(call, look)).items }
    },
    async readTimeline({ world, params }) {
      const { id } = await sandbox.find(world, params.id)
      return { transaction_id: id, events: sandbox.timeline(world, id).map(presentEvent) }
    },
  }
}

function presentFinding({ transactionId, seqs, ...kind }: Finding): Schemas['Finding'] {
  return { ...kind, transaction_id: transactionId, seqs }
}

function presentRequest(request: JournalRequest): Schemas['Request'] {
  const { type: _, ...presented } = presentEvent(request)
  return presented as Schemas['Request']
}

/** An event with its instants as text and its names as JSON writes them here. */
export function presentEvent({ at, ...event }: JournalEntry): Schemas['Event'] {
  const renamed = Object.entries(event).map(([name, value]) => [snakeCase(name), value])
  return { at: at.toISOString(), ...Object.fromEntries(renamed) } as Schemas['Event']
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
