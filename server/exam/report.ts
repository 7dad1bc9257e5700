import { junitOf } from '../../contracts/report/junit.ts'
import { paint, type Style } from '../paint.ts'
import { sarif } from '../sarif.ts'
import type { Exchange } from './app.ts'
import type { Outcome, Result } from './exam.ts'
import { printable } from './printable.ts'

export type Report = { app: string; results: Result[] }

const marks: Record<Outcome, [Style, string]> = {
  passed: ['green', '✓'],
  failed: ['red', '✗'],
  'not-observable': ['yellow', '?'],
}

const kinds = { passed: 'pass', failed: 'fail', 'not-observable': 'open' } as const

/** One case on a terminal: a line, and what was said when it has failed. */
export function resultText({ outcome, title, code, why, fix, transcript }: Result, colors: boolean): string {
  const color = paint(colors)
  const head = `${color(...marks[outcome])} ${title.en} ${color('dim', `(${code})`)}\n`
  if (outcome === 'passed') return head
  const reason = `    ${why.en}\n`
  return outcome === 'failed'
    ? `${head}${reason}    ${color('bold', fix.en)}\n${color('dim', transcriptText(transcript))}`
    : head + reason
}

export function summary({ results }: Report): string {
  const count = (outcome: Outcome) => results.filter((result) => result.outcome === outcome).length
  return `${count('passed')} passed, ${count('failed')} failed, ${count('not-observable')} not observable\n`
}

/** The whole report for machines; text is written case by case instead. */
export const formats: Record<'json' | 'junit' | 'sarif' | 'markdown', (report: Report) => string> = {
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,

  junit: ({ app, results }) =>
    junitOf(
      `intram-sandbox exam ${app}`,
      results.map(({ code, title, outcome, why, fix, transcript }) => ({
        suite: code,
        name: title.en,
        verdict: outcome === 'not-observable' ? 'skipped' : outcome,
        why: outcome === 'failed' ? `${why.en}\n${fix.en}\n${transcriptText(transcript)}` : why.en,
      })),
    ),

  sarif: ({ app, results }) =>
    sarif(
      'intram-sandbox exam',
      results.map(({ code, title, fix }) => ({ code, title: title.en, help: fix.en })),
      results.map(({ code, title, outcome, why, transcript }) => ({
        code,
        kind: kinds[outcome],
        level: outcome === 'failed' ? 'error' : 'none',
        message: `${title.en}: ${why.en}${outcome === 'failed' ? `\n${transcriptText(transcript, '')}` : ''}`.trimEnd(),
        uri: app,
      })),
    ),

  markdown: (report) =>
    [
      `# intram-sandbox exam of ${report.app}\n`,
      `${summary(report)}`,
      '| | Case | |\n| --- | --- | --- |',
      ...report.results.map(
        ({ outcome, title, code, why, fix }) =>
          `| ${marks[outcome][1]} | ${cell(title.en)} (\`${code}\`) | ${cell(outcome === 'failed' ? `${why.en}. ${fix.en}` : why.en)} |`,
      ),
      '',
      ...report.results.filter(({ outcome }) => outcome === 'failed').map(details),
    ].join('\n'),
}

/** Folded, and in a fence that nothing inside it closes. */
function details({ code, transcript }: Result): string {
  const text = transcriptText(transcript, '')
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const summary = `<summary>What was said in <code>${code}</code></summary>`
  return `<details>\n${summary}\n\n${fence}text\n${text}${fence}\n\n</details>\n`
}

/** What is said again and again is told once. */
function transcriptText(transcript: Exchange[], margin = '      '): string {
  const texts = transcript.map((exchange) => exchangeText(exchange, margin))
  const runs = texts.filter((text, index) => text !== texts[index - 1])
  let next = 0
  return runs
    .map((text) => {
      const first = next
      while (texts[next] === text) next += 1
      return next - first > 1 ? `${text}${margin}  (${next - first} times)\n` : text
    })
    .join('')
}

function exchangeText({ method, url, sent, status, received }: Exchange, margin: string): string {
  const indent = (text: string) => printable(text).replaceAll(/^/gm, margin)
  const request = `${indent(`> ${method} ${url}`)}\n${sent === '' ? '' : `${indent(`> ${sent}`)}\n`}`
  return `${request}${indent(`< ${status ?? ''} ${received}`)}\n`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;')
}
