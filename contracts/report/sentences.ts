import type { Confirmed, Drift, Exchange, Report } from '../report.ts'

/** `total_amount: wrong type` */
export function driftName({ kind, field }: Drift): string {
  return field === '' ? kind : `${field}: ${kind}`
}

/** `expected integer, got '200'`; nothing more can be said of a field that is missing. */
export function driftDetail({ kind, expected, actual }: Drift): string[] {
  if (kind === 'missing') return []
  if (kind === 'left out') return ['though every example shows it']
  return kind === 'undocumented field' ? [`such as ${actual}`] : [`expected ${expected}`, `got ${actual}`]
}

/** `POST /payments/request → 200` */
export function callSentence({ method, path, status }: Exchange): string {
  return `${method} ${path} → ${status}`
}

/** `details[].path (POST /payments/request)` */
export function confirmedName({ field, operation }: Confirmed): string {
  return `${field} (${operation})`
}

/** How often the drift was seen, when it was more than once. */
export function times({ count }: Drift): string[] {
  return count > 1 ? [`${count} times`] : []
}

/** The last line of a report: counts and the verdict. */
export function summary({ promises, drift, calls, verdict, replayed }: Report): string {
  const outcomes = (['kept', 'broken', 'contradicted', 'unanswered', 'skipped'] as const).map((name) => {
    return { name, count: promises.filter(({ outcome }) => outcome === name).length }
  })
  const weights = (['failure', 'assumption', 'notice'] as const).map((name) => {
    const count = drift.filter(({ weight }) => weight === name).length
    return { name: count === 1 ? name : `${name}s`, count }
  })
  const told = (counts: { name: string; count: number }[], always: string) =>
    counts
      .filter(({ name, count }) => count > 0 || name === always)
      .map(({ name, count }) => `${count} ${name}`)
      .join(', ')
  const drifted = told(weights, '') || 'none'
  if (replayed)
    return `${calls} recorded answers; drift: ${drifted}. openapi.yaml says ${verdict === 'kept' ? 'the same' : 'otherwise'}.`
  return `${told(outcomes, 'kept')}; drift: ${drifted}; ${calls} calls. The contract is ${verdict}.`
}
