import { writeFileSync } from 'node:fs'
import type { Severity } from '../domain/findings/finding.ts'
import { UsageError } from '../flags.ts'
import { gatherFindings, isAsBadAs } from './gather.ts'
import { formats, summaryOf } from './report.ts'

type Options = {
  sandbox: Parameters<typeof gatherFindings>[0]
  failOnFindings?: Severity | undefined
  ignore?: readonly string[] | undefined
  report?: string | undefined
  colors: boolean
  write: (text: string) => unknown
}

/** Says at the end what was found, and whether that is too much. Throws a `UsageError` when the report cannot be written. */
export async function concludeFindings({
  sandbox,
  failOnFindings,
  ignore,
  report,
  colors,
  write,
}: Options): Promise<'fine' | 'too-bad'> {
  const found = await gatherFindings(sandbox, ignore)
  write(summaryOf(found, colors))
  if (report !== undefined)
    writeReport(report, formats[report.split('.').at(-1) as keyof typeof formats](found, failOnFindings))
  return failOnFindings !== undefined && isAsBadAs(found, failOnFindings) ? 'too-bad' : 'fine'
}

function writeReport(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new UsageError(`--report: ${path} cannot be written (${(error as NodeJS.ErrnoException).code})`)
  }
}
