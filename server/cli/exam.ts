import type { Result } from '../exam/exam.ts'
import { UsageError } from '../flags.ts'
import { type Command, exitCodes } from './command.ts'
import { examFlags } from './exam-flags.ts'

export const exam: Command<typeof examFlags> = {
  name: 'exam',
  commandLine: {
    name: 'COMMAND',
    help: 'Your application, to be run against the sandbox meanwhile: exam … -- npm start',
    isOptional: true,
  },
  description: 'Play a merchant’s nightmare against your callback endpoint, and report what your application believes',
  flags: examFlags,
  async run(values, { operands: command, surroundings: { env, stdout, stderr } }) {
    const { cases } = await import('../exam/cases/index.ts')
    if (values.list) {
      for (const { code, title } of cases) stdout.write(`${code.padEnd(24)}${title.en}\n`)
      return exitCodes.fine
    }
    const chosen = values.only ? cases.filter(({ code }) => values.only?.includes(code)) : cases
    const unknown = values.only?.filter((code) => !cases.some((known) => known.code === code)) ?? []
    if (unknown.length > 0) throw new UsageError(`--only: there is no case ${unknown.join(', ')}. See --list.`)

    const [{ holdExam }, { formats, resultText, summary }] = await Promise.all([
      import('../exam/hold-exam.ts'),
      import('../exam/report.ts'),
    ])
    const { format } = values
    const colors = process.stdout.isTTY === true && !values.noColor && process.stdout.hasColors()
    const tell = (result: Result) => {
      // Progress stays apart, so that the report can go into a file.
      if (format === 'text') stdout.write(resultText(result, colors))
      else stderr.write(`${result.outcome.padEnd(16)}${result.code}\n`)
    }
    const report = await holdExam({ ...values, command, env }, chosen, {
      tell,
      say: (line) => stderr.write(`${line}\n`),
    })
    stdout.write(format === 'text' ? `\n${summary(report)}` : formats[format](report))
    return report.results.some(({ outcome }) => outcome === 'failed') ? exitCodes.checkFailed : exitCodes.fine
  },
}
