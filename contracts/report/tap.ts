import type { Report } from '../report.ts'
import { type Case, casesOf } from './cases.ts'
import { summary } from './sentences.ts'

/** TAP 14. What is noted is a TODO: not ok, and no failure. */
export function tap(report: Report): string {
  const cases = casesOf(report)
  return `${['TAP version 14', `1..${cases.length}`, ...cases.map(testPoint), `# ${summary(report)}`].join('\n')}\n`
}

function testPoint({ suite, name, verdict, why }: Case, index: number): string {
  const point = `${index + 1} - ${escapeTap(`${suite}: ${name}`)}`
  if (verdict === 'passed') return `ok ${point}`
  if (verdict === 'skipped') return `ok ${point} # SKIP ${escapeTap(why)}`
  if (verdict === 'noted') return `not ok ${point} # TODO ${escapeTap(why)}`
  // JSON is YAML, and quotes whatever is in the text.
  return `not ok ${point}\n  ---\n  message: ${JSON.stringify(why)}\n  ...`
}

/** A # would begin a directive, and a line break a line of its own. */
function escapeTap(text: string): string {
  return text.replaceAll(/[\\#]/g, '\\$&').replaceAll(/[\r\n]+/g, ' ')
}
