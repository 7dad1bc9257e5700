import type { Observed, SeenOrder } from '../../server/domain/findings/finding.ts'
import type {
  CallbackAttempted,
  GateVisited,
  RequestMade,
  TransactionSettled,
} from '../../server/domain/journal-entry.ts'

type Change<Event> = Partial<Omit<Event, 'type'>> & { after?: number }
type Told = { after: number } & (RequestMade | GateVisited | TransactionSettled | CallbackAttempted) & {
    order?: SeenOrder
  }

const start = Date.parse('2026-01-02T03:00:00Z')
export const usualOrder: SeenOrder = {
  amount: 1000,
  amountAsText: false,
  currency: 'XOF',
  shown: null,
  callbackUrl: 'https://shop.example.com/callback',
  signature: 'order 1',
  sent: 'body 1',
  isNamed: true,
}

/** What a merchant's code did, each `after` so many seconds from the beginning. */
export function journalOf(events: Told[]): Observed[] {
  return events.map(({ after, ...event }, index) => ({
    ...event,
    seq: index + 1,
    at: new Date(start + after * 1000),
  })) as Observed[]
}

export const at = (seconds: number) => new Date(start + seconds * 1000)

const made = { method: 'POST', path: '/', status: 200, dropped: null, durationMs: 1, headers: {}, body: null }
const request = { type: 'request' as const, transactionId: 'a', keysInBody: false, liveKeys: false, ...made }

export function created({ order = {}, ...change }: Change<RequestMade> & { order?: Partial<SeenOrder> } = {}): Told {
  return { after: 0, ...request, operation: 'requestPayment', ...change, order: { ...usualOrder, ...order } }
}

export function confirmed(after: number, change: Change<RequestMade> = {}): Told {
  return { after, ...request, operation: 'confirmTransaction', method: 'GET', ...change }
}

export function settled(after: number, change: Change<TransactionSettled> = {}): Told {
  return { after, type: 'transaction', transactionId: 'a', status: 'SUCCESS', ...change }
}

export function called(after: number, change: Change<CallbackAttempted> = {}): Told {
  const answered = { outcome: 'answered', status: 200, isPage: false, durationMs: 50, state: 'acknowledged' } as const
  const delivery = { transactionId: 'a', deliveryId: 'd', url: 'https://shop.example.com/callback', attempt: 1 }
  return { after, type: 'callback', ...delivery, ...answered, ...change }
}
