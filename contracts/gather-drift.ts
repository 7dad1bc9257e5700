import { type Finding, findDrift } from './find-drift.ts'
import { findOperation } from './operation.ts'
import type { Source } from './promise.ts'
import { type Hide, say, show } from './redact.ts'
import type { Drift, FailOn, Weight } from './report.ts'
import type { Answered } from './seen.ts'

/** Collects drift over all answers: the same in another answer only counts. */
export function gatherDrift({ failOn, hide }: { failOn: FailOn; hide: Hide }) {
  const found = new Map<string, Drift>()

  function note(operation: string, status: number, finding: Finding): void {
    const { kind, source, expected } = finding
    const field = say(finding.field, hide)
    const key = [operation, status, kind, field, expected].join('\n')
    const weight = weigh(finding, failOn)
    const known = found.get(key)
    if (!known) {
      const actual = show(finding.actual, hide)
      found.set(key, { weight, kind, operation, status, field, source, expected, actual, count: 1 })
      return
    }
    known.count += 1
    if (weights.indexOf(weight) < weights.indexOf(known.weight)) Object.assign(known, { weight, source })
  }

  return {
    /** Checks one answer. Routes that the document does not have are not its matter. */
    listen(answer: Answered, asked: Source): void {
      const operation = findOperation(answer.method, answer.path)
      if (!operation) return
      for (const finding of findDrift(operation, answer, asked)) note(operation.name, answer.status, finding)
    },
    /** The gravest first. */
    gathered(): Drift[] {
      return [...found.values()].sort((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight))
    },
  }
}

const weights: readonly Weight[] = ['failure', 'assumption', 'notice']

function weigh({ kind, source }: Finding, failOn: FailOn): Weight {
  if (kind === 'undocumented field' || kind === 'left out') return 'notice'
  return source === 'assumed' && failOn !== 'assumed' ? 'assumption' : 'failure'
}
