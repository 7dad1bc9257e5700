import { junitOf } from '../../contracts/report/junit.ts'
import { lints } from '../domain/findings/catalogue.ts'
import { type Severity, severities } from '../domain/findings/finding.ts'
import { paint, type Style } from '../paint.ts'
import { sarif } from '../sarif.ts'
import type { Found } from './gather.ts'

const styles: Record<Severity, Style> = { error: 'red', warning: 'yellow', note: 'cyan' }

/** For a person who has just stopped the sandbox; nothing when there is nothing to say. */
export function summaryOf(found: readonly Found[], colors: boolean): string {
  const color = paint(colors)
  const blocks = found.map(({ code, severity, sentence, fix, merchant, times, transactions }) => {
    const head = `${color(styles[severity], severity)} ${color('bold', code)}${times > 1 ? ` (${times} times)` : ''}`
    const evidence = [`merchant ${merchant}`, ...transactions].join(', ')
    return `${head}\n  ${sentence.en}\n  ${fix.en}\n  ${color('dim', evidence)}\n`
  })
  if (blocks.length === 0) return ''
  return `\nWhat the code that called this sandbox does wrong or risks (docs/findings.md says more):\n\n${blocks.join('\n')}`
}

/** `least` says how bad a finding is that makes a test fail: where nobody said, as bad as for --fail-on-findings alone. */
type Format = (found: readonly Found[], least?: Severity) => string

/** By the ending of the file. */
export const formats: Record<'xml' | 'sarif' | 'md', Format> = {
  xml: (found, least = 'warning') =>
    junitOf(
      'intram-sandbox findings',
      lints.map(({ code, severity, sentence, fix }) => {
        const isBad = severities.indexOf(severity) >= severities.indexOf(least)
        const those = found.filter((one) => one.code === code)
        const why = [fix.en, ...those.map(evidenceOf)].join(' ')
        return {
          suite: 'findings',
          name: `${code}: ${sentence.en}`,
          verdict: those.length === 0 ? 'passed' : isBad ? 'failed' : 'noted',
          why,
        }
      }),
    ),
  sarif: (found) =>
    sarif(
      'intram-sandbox',
      lints.map(({ code, sentence, fix }) => ({ code, title: sentence.en, help: fix.en })),
      found.map((one) => ({
        code: one.code,
        kind: 'fail',
        level: one.severity,
        message: `${one.sentence.en} ${one.fix.en} ${evidenceOf(one)}`,
        uri: 'docs/findings.md',
      })),
    ),
  md: (found) =>
    found.length === 0
      ? '# Findings of intram-sandbox\n\nNone.\n'
      : `# Findings of intram-sandbox\n\n${found
          .map((one) => `- **${one.severity}** \`${one.code}\`: ${one.sentence.en} ${one.fix.en} ${evidenceOf(one)}\n`)
          .join('')}`,
}

function evidenceOf({ merchant, times, transactions }: Found): string {
  const which = transactions.length > 0 ? `, transaction ${transactions.join(', ')}` : ''
  return `(${times === 1 ? 'once' : `${times} times`}, merchant ${merchant}${which})`
}
