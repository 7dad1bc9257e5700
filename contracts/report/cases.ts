import type { Drift, Report, Result } from '../report.ts'
import { callSentence, confirmedName, driftDetail, driftName, times } from './sentences.ts'

/**
 * A report as a list of tests, for formats that know nothing else. Noted: not as it should be, but no failure. Undecided: an
 * error on the way, which says nothing of what was tested.
 */
export type Case = { suite: string; name: string; verdict: Verdict; why: string }
type Verdict = 'passed' | 'failed' | 'noted' | 'skipped' | 'undecided'

export const driftSuite = 'drift from openapi.yaml'
export const confirmedSuite = 'assumed fields that could become recorded'

export function casesOf({ promises, drift, replayed }: Report): Case[] {
  const noDrift: Case = { suite: driftSuite, name: 'there is none', verdict: 'passed', why: '' }
  const confirmed = replayed?.confirmed.map((field): Case => {
    return { suite: confirmedSuite, name: confirmedName(field), verdict: 'passed', why: '' }
  })
  return [...promises.map(promiseCase), ...(drift.length > 0 ? drift.map(driftCase) : [noDrift]), ...(confirmed ?? [])]
}

function promiseCase(result: Result): Case {
  const named = { suite: result.topic, name: `${result.promise} (${result.source})` }
  if (result.outcome === 'kept') return { ...named, verdict: 'passed', why: '' }
  if (result.outcome === 'skipped') return { ...named, verdict: 'skipped', why: result.reason }
  if (result.outcome === 'unanswered') return { ...named, verdict: 'undecided', why: `no verdict: ${result.reason}` }
  const call = result.exchange ? ` (${callSentence(result.exchange)})` : ''
  if (result.outcome === 'broken') return { ...named, verdict: 'failed', why: result.message + call }
  return { ...named, verdict: 'noted', why: `contradicts an assumption: ${result.message}${call}` }
}

function driftCase(drift: Drift): Case {
  const why = {
    failure: `known from ${drift.source}`,
    assumption: 'contradicts an assumption',
    notice: 'a notice, not a failure',
  }[drift.weight]
  return {
    suite: driftSuite,
    // What differs from run to run is no part of a name: CI servers follow tests by it.
    name: `${drift.operation} → ${drift.status}: ${driftName(drift)}`,
    verdict: drift.weight === 'failure' ? 'failed' : 'noted',
    why: [...driftDetail(drift), ...times(drift), why].join(', '),
  }
}
