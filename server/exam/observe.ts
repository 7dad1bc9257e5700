import type { Pending } from '../domain/transaction.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'

/** What the application does with the sandbox, as the exam sees it. */
export type Observer = {
  /** Stands between the application and the sandbox. */
  watch(sandbox: Sandbox): Sandbox
  asked(id: string): number
  isToldPaid(id: string): boolean
  /** The next payment that the application starts. Rejects with the signal's reason when it aborts before. */
  nextPayment(signal: AbortSignal): Promise<Pending>
}

export function createObserver(): Observer {
  const confirmations = new Map<string, number>()
  const toldPaid = new Set<string>()
  let tell: (transaction: Pending) => void = () => {}

  return {
    watch: (sandbox) => ({
      ...sandbox,
      async request(...order) {
        const transaction = await sandbox.request(...order)
        tell(transaction)
        return transaction
      },
      async confirm(world, idOrReference) {
        const count = (id: string) => confirmations.set(id, (confirmations.get(id) ?? 0) + 1)
        count(idOrReference)
        const transaction = await sandbox.confirm(world, idOrReference)
        if (transaction.id !== idOrReference) count(transaction.id)
        if (transaction.status === 'SUCCESS') toldPaid.add(transaction.id)
        return transaction
      },
    }),
    asked: (id) => confirmations.get(id) ?? 0,
    isToldPaid: (id) => toldPaid.has(id),
    nextPayment(signal) {
      return new Promise((resolve, reject) => {
        tell = resolve
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      })
    },
  }
}
