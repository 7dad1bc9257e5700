import type { Finding, Seen } from '../domain/findings/finding.ts'

/** Findings of one kind in one world, of which the journal has forgotten the evidence. */
export type Forgotten = {
  /** Empty for those of so many worlds that they are counted together. */
  world: string
  finding: Finding
  times: number
  /** Of some of them, the transactions. */
  transactions: string[]
}

export type ForgottenFindings = {
  /** Judges a journal, and keeps what is found by entries up to this one, since they go. */
  keep(world: string, seen: Seen, last: number): void
  list(): Forgotten[]
}

type Options = {
  judge: (seen: Seen) => Finding[]
  /** How many kinds in how many worlds. */
  most?: number
}

const usualMost = 1_000
const mostTransactions = 3

/** For who wants a verdict in the end: until then much is forgotten, by a ring that is full or a test that begins anew. */
export function createForgottenFindings({ judge, most = usualMost }: Options): ForgottenFindings {
  const kept = new Map<string, Forgotten>()

  function find(world: string, finding: Finding): Forgotten {
    const key = JSON.stringify([finding.code, world])
    const known = kept.get(key)
    if (known) return known
    if (kept.size >= most && world !== '') return find('', finding)
    const first = { world, finding, times: 0, transactions: [] }
    kept.set(key, first)
    return first
  }

  return {
    keep(world, seen, last) {
      for (const finding of judge(seen)) {
        if (!finding.seqs.some((seq) => seq <= last)) continue
        const same = find(world, finding)
        same.times += 1
        const { transactionId: id } = finding
        if (id !== null && same.transactions.length < mostTransactions) same.transactions.push(id)
      }
    },
    list: () => [...kept.values()],
  }
}
