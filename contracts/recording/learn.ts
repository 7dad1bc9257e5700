import type { Path } from '../field.ts'
import type { Operation } from '../operation.ts'
import type { Heard } from '../seen.ts'
import { parametersOf } from './path.ts'
import { createPseudonyms, isId, type Pseudonyms } from './pseudonyms.ts'

/** The ids of all answers: one in an answer may stand in the message of another. */
export function learnIds(calls: { answer: Heard; operation: Operation }[]): Pseudonyms {
  const pseudonyms = createPseudonyms()
  for (const { answer, operation } of calls) {
    for (const id of parametersOf(answer.path, operation)) pseudonyms.learn(id)
    for (const { text, path } of textsOf(answer.json)) {
      if (isId(text, path.at(-1) ?? '')) pseudonyms.learn(text)
    }
  }
  return pseudonyms
}

function textsOf(value: unknown, path: Path = []): { text: string; path: Path }[] {
  if (typeof value === 'string') return [{ text: value, path }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => textsOf(part, [...path, name]))
}
