import { type Finding, type Severity, severities } from '../domain/findings/finding.ts'
import { patienceMs } from '../domain/findings/select.ts'
import { shorten } from '../log.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'

/** All findings of one kind about one merchant. */
export type Found = Pick<Finding, 'code' | 'severity' | 'sentence' | 'fix'> & {
  /** Shortened: a merchant key is nothing for a report. */
  merchant: string
  times: number
  /** Some of those concerned. */
  transactions: string[]
}

type Judged = Pick<Sandbox, 'journal' | 'findings' | 'forgottenFindings'>

const mostTransactions = 3

/** What the sandbox has found in all worlds, the worst first. Nothing more will come: what is late now is missing. */
export async function gatherFindings(sandbox: Judged, ignored: readonly string[] = []): Promise<Found[]> {
  const all = [...sandbox.forgottenFindings()]
  for (const world of sandbox.journal.worlds()) {
    for (const finding of await sandbox.findings(world, patienceMs)) {
      all.push({ world, finding, times: 1, transactions: [finding.transactionId ?? []].flat() })
    }
  }
  const found = new Map<string, Found>()
  for (const { world, finding, times, transactions } of all) {
    const { code, severity, sentence, fix } = finding
    if (ignored.includes(code)) continue
    const key = JSON.stringify([code, world])
    const merchant = shorten(world)
    const same = found.get(key) ?? { code, severity, sentence, fix, merchant, times: 0, transactions: [] }
    const ids = [...new Set([...same.transactions, ...transactions])].slice(0, mostTransactions)
    found.set(key, { ...same, times: same.times + times, transactions: ids })
  }
  return [...found.values()].toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity))
}

export function isAsBadAs(found: readonly Found[], least: Severity): boolean {
  return found.some(({ severity }) => severities.indexOf(severity) >= severities.indexOf(least))
}
