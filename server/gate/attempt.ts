import { Refusal } from '../domain/refusal.ts'
import { scenarioOfNumber } from '../domain/test-numbers.ts'
import type { Transaction } from '../domain/transaction.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'

export type Choice = { channel: string; accountNumber: string | null }

/** Plays the provider to a customer who pays: the number decides. Answers with the transaction as it then is. */
export function attempt(sandbox: Sandbox, { id }: Transaction, choice: Choice): Promise<Transaction> {
  const asked = scenarioOfNumber(choice.accountNumber) ?? null
  return settleOnce(sandbox, id, () => sandbox.attempt(id, choice, asked))
}

export function giveUp(sandbox: Sandbox, { id, world }: Transaction): Promise<Transaction> {
  return settleOnce(sandbox, id, () => sandbox.cancel(world, id))
}

/** A customer who is second (a double click, another tab) sees what the first one did. */
async function settleOnce(sandbox: Sandbox, id: string, settle: () => Promise<Transaction>): Promise<Transaction> {
  try {
    return await settle()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'transaction_already_final') return sandbox.look(id)
    throw error
  }
}
