import type { Report } from '../report.ts'
import { type Case, casesOf } from './cases.ts'

/** The XML that CI servers read. What is noted counts as skipped: JUnit knows no warnings. */
export function junit(report: Report): string {
  return junitOf(`intram-sandbox verify ${report.target}`, casesOf(report))
}

/** The same of any list of tests. */
export function junitOf(title: string, cases: Case[]): string {
  const suites = [...new Set(cases.map(({ suite }) => suite))].map((name) => {
    const own = cases.filter(({ suite }) => suite === name)
    return `  <testsuite name="${escapeXml(name)}" ${counts(own)}>\n${own.map(testCase).join('')}  </testsuite>\n`
  })
  const name = escapeXml(title)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${name}" ${counts(cases)}>\n${suites.join('')}</testsuites>\n`
}

function testCase({ suite, name, verdict, why }: Case): string {
  const open = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(name)}"`
  if (verdict === 'passed') return `${open}/>\n`
  const result = verdict === 'failed' ? 'failure' : verdict === 'undecided' ? 'error' : 'skipped'
  return `${open}>\n      <${result} message="${escapeXml(why)}"/>\n    </testcase>\n`
}

function counts(cases: Case[]): string {
  const failures = cases.filter(({ verdict }) => verdict === 'failed').length
  const errors = cases.filter(({ verdict }) => verdict === 'undecided').length
  const skipped = cases.filter(({ verdict }) => verdict === 'skipped' || verdict === 'noted').length
  return `tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${skipped}"`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** XML 1.0 has no way at all to write most control characters and half surrogates. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
