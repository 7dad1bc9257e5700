import type { Explained, ExplainedAttempt } from '../domain/doctor/explain.ts'
import type { Attempted } from '../domain/outcome.ts'
import { writeScenario } from '../domain/scenario/write-scenario.ts'
import type { Transaction } from '../domain/transaction.ts'
import type { Page } from '../sandbox/ports.ts'
import type { components } from './schema.gen.ts'

type Schemas = components['schemas']

export function presentTransaction(transaction: Transaction): Schemas['Transaction'] {
  const { id, reference, status, createdAt, expiresAt, order, staged } = transaction
  return {
    id,
    reference,
    status,
    amount: order.amount,
    currency: 'XOF',
    description: order.description,
    store: order.store.name,
    custom_data: order.customData as Schemas['Transaction']['custom_data'],
    channels: order.channels,
    actions: {
      return_url: order.actions.returnUrl,
      cancel_url: order.actions.cancelUrl,
      callback_url: order.actions.callbackUrl,
    },
    created_at: createdAt.toISOString(),
    scenario: staged && writeScenario(staged.scenario),
    expires_at: staged?.scenario.settlement?.ending === 'never-settles' ? null : expiresAt.toISOString(),
    settled_at: transaction.status === 'PENDING' ? null : transaction.settledAt.toISOString(),
    payment: presentPayment(transaction),
  }
}

function presentPayment(transaction: Transaction): Schemas['Transaction']['payment'] {
  if (transaction.status !== 'SUCCESS') return null
  const { channel, accountNumber, fees, customer } = transaction.payment
  return { channel, account_number: accountNumber, fees, net_amount: transaction.order.amount + fees, customer }
}

export function presentCallback(delivery: Explained): Schemas['Callback'] {
  const { id, told, url, state, createdAt, nextAttemptAt, attempts } = delivery
  return {
    id,
    transaction_id: told.id,
    status: told.status,
    url,
    state,
    created_at: createdAt.toISOString(),
    next_attempt_at: nextAttemptAt?.toISOString() ?? null,
    attempts: attempts.map(presentAttempt),
  }
}

function presentAttempt({ number, endedAt, outcome, diagnosis }: ExplainedAttempt): Schemas['Attempt'] {
  return {
    number,
    ended_at: endedAt.toISOString(),
    outcome: outcome.kind,
    target: outcome.target,
    duration_ms: outcome.durationMs,
    ...details(outcome),
    diagnosis: diagnosis && {
      code: diagnosis.code,
      severity: diagnosis.severity,
      message: diagnosis.sentence,
      fix: diagnosis.fix,
    },
  }
}

function details(outcome: Attempted): Partial<Schemas['Attempt']> {
  if (outcome.kind === 'answered') return { status: outcome.status, headers: outcome.headers, body: outcome.body }
  return { reason: outcome.kind === 'forbidden-target' ? outcome.why : outcome.reason }
}

export function presentPage<Entry, Presented>(
  { items, next }: Page<Entry>,
  present: (entry: Entry) => Presented,
): { items: Presented[]; next: string | null } {
  return { items: items.map(present), next }
}
