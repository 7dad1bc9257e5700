import { type Finding, type Severity, severities } from '../domain/findings/finding.ts'
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

/** Nothing more will come: what would be missing in a minute is missing. */
const lookAheadMs = 60_000
const mostTransactions = 3

/** What the sandbox has found in all worlds, the worst first. */
export async function gatherFindings(
  sandbox: Pick<Sandbox, 'journal' | 'findings'>,
  ignored: readonly string[] = [],
): Promise<Found[]> {
  const found: Found[] = []
  for (const world of sandbox.journal.worlds()) {
    const findings = (await sandbox.findings(world, lookAheadMs)).filter(({ code }) => !ignored.includes(code))
    for (const known of new Set(findings.map(({ code }) => code))) {
      const same = findings.filter(({ code }) => code === known)
      found.push(summarize(world, same))
    }
  }
  return found.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity))
}

export function isAsBadAs(found: readonly Found[], least: Severity): boolean {
  return found.some(({ severity }) => severities.indexOf(severity) >= severities.indexOf(least))
}

function summarize(world: string, same: Finding[]): Found {
  const [{ code, severity, sentence, fix }] = same as [Finding]
  const ids = same.flatMap(({ transactionId }) => transactionId ?? [])
  const transactions = [...new Set(ids)].slice(0, mostTransactions)
  return { code, severity, sentence, fix, merchant: shorten(world), times: same.length, transactions }
}
