import { inspect } from 'node:util'
import type { Report, Result, Weight } from '../report.ts'
import { confirmedSuite, driftSuite } from './cases.ts'
import { callSentence, confirmedName, driftDetail, driftName, summary, times } from './sentences.ts'

type Color = 'green' | 'red' | 'yellow' | 'gray' | 'bold'
type Paint = (color: Color, text: string) => string

const outcomes: Record<Result['outcome'], [Color, string]> = {
  kept: ['green', '✓'],
  broken: ['red', '✗'],
  contradicted: ['yellow', '≠'],
  unanswered: ['yellow', '?'],
  skipped: ['gray', '–'],
}

const weights: Record<Weight, [Color, string]> = {
  failure: ['red', '✗'],
  assumption: ['yellow', '≠'],
  notice: ['gray', '–'],
}

/** For people. Colours only when asked: what is piped into a file should stay text. */
export function text(report: Report, { colors = false } = {}): string {
  const paint: Paint = (color, told) => (colors ? colored(color, told) : told)
  const topics = [...new Set(report.promises.map(({ topic }) => topic))].map((topic) => [
    paint('bold', topic),
    ...report.promises.filter((result) => result.topic === topic).map((result) => promiseLines(result, paint)),
  ])
  const drift = report.drift.map((found) => {
    const evidence = found.weight === 'notice' ? 'a notice' : found.source
    const said = [driftName(found), ...driftDetail(found)].join(', ')
    const seen = [`${found.operation} → ${found.status}`, ...times(found)].join(', ')
    return `  ${paint(...weights[found.weight])} ${said} ${paint('gray', `(${evidence})`)}\n      ${paint('gray', seen)}`
  })
  const { replayed, target } = report
  const confirmed = (replayed?.confirmed ?? []).map((field) => {
    const seen = `seen in ${field.count} ${field.count === 1 ? 'answer' : 'answers'}`
    return `  ${paint('green', '✓')} ${confirmedName(field)}, ${seen}`
  })
  const sections = [
    [
      replayed
        ? `Answers of ${replayed.servers.join(', ')}, recorded in ${target}`
        : `The promises of the Intram API, asked of ${target}`,
    ],
    ...topics,
    ...(drift.length > 0 ? [[paint('bold', driftSuite), ...drift]] : []),
    ...(confirmed.length > 0 ? [[paint('bold', confirmedSuite), ...confirmed]] : []),
    [paint(report.verdict === 'kept' ? 'green' : 'red', summary(report))],
  ]
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function promiseLines(result: Result, paint: Paint): string {
  const line = `  ${paint(...outcomes[result.outcome])} ${result.promise}`
  if (result.outcome === 'kept') return line
  if (result.outcome === 'skipped') return `${line}\n      ${paint('gray', `skipped: ${result.reason}`)}`
  if (result.outcome === 'unanswered') return `${line}\n      ${paint('gray', `no verdict: ${result.reason}`)}`
  const call = result.exchange ? `, ${callSentence(result.exchange)}` : ''
  return `${line} ${paint('gray', `(${result.source})`)}\n      ${result.message}${paint('gray', call)}`
}

/** `styleText` would ask the terminal again, whatever the caller has said. */
function colored(color: Color, told: string): string {
  const [on, off] = inspect.colors[color] ?? []
  return `\u001b[${on}m${told}\u001b[${off}m`
}
