import { type Attempted, isAcknowledgement, type Outcome } from '../outcome.ts'
import { acknowledgements } from './acknowledgements.ts'
import { answers } from './answers.ts'
import { certificates } from './certificates.ts'
import { connections } from './connections.ts'
import type { Case, Diagnosis, Finding } from './diagnosis.ts'
import { redirects } from './redirects.ts'
import { targets } from './targets.ts'

/** The callback doctor: why an attempt failed and how to mend it. Nothing to say of one that simply succeeded. */
export function diagnose(outcome: Outcome, insideContainer: boolean): Diagnosis | undefined {
  if (outcome.kind === 'postponed') return undefined
  const url = new URL(outcome.target)
  if (outcome.kind === 'forbidden-target') return firstOf(targets, { outcome, url, insideContainer })
  if (outcome.kind !== 'answered') return firstOf([...certificates, ...connections], { outcome, url, insideContainer })
  const findings = isAcknowledgement(outcome) ? acknowledgements : [...redirects, ...answers]
  return firstOf(findings, { outcome, url, insideContainer })
}

function firstOf<Of extends Attempted>(findings: readonly Finding<Of>[], seen: Case<Of>): Diagnosis | undefined {
  const finding = findings.find(({ applies }) => applies(seen))
  if (!finding) return undefined
  const { code, sentence, fix } = finding
  return { code, severity: isAcknowledgement(seen.outcome) ? 'hint' : 'failure', sentence: sentence(seen), fix }
}
