import type { Report } from '../report.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { tap } from './tap.ts'
import { text } from './text.ts'

export const formats = { text, json, junit, tap } satisfies Record<
  string,
  (report: Report, options?: { colors?: boolean }) => string
>
