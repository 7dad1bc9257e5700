import type { Heard } from '../conversation.ts'
import { fieldName, type Path } from '../field.ts'
import type { Operation } from '../operation.ts'
import { evidenceOf } from './evidence.ts'
import { createNames, type Names } from './names.ts'
import { parametersOf } from './path.ts'
import { isPlainText } from './placeholder.ts'
import { createPseudonyms, isId, type Pseudonyms } from './pseudonyms.ts'

/** What must not stand anywhere, gathered over all answers: a name in one may stand in the message of another. */
export function learn(calls: { answer: Heard; operation: Operation }[]): { names: Names; pseudonyms: Pseudonyms } {
  const names = createNames(calls.map(({ answer }) => answer.sent).join('\n'))
  const pseudonyms = createPseudonyms()
  for (const { answer, operation } of calls) {
    for (const id of parametersOf(answer.path, operation)) pseudonyms.learn(id)
    for (const { text, path } of textsOf(answer.json)) {
      if (isId(text, path.at(-1) ?? '')) pseudonyms.learn(text)
      else if (evidenceOf(fieldName(path)) === undefined && isPlainText(text)) names.learn(text)
    }
  }
  return { names, pseudonyms }
}

function textsOf(value: unknown, path: Path = []): { text: string; path: Path }[] {
  if (typeof value === 'string') return [{ text: value, path }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => textsOf(part, [...path, name]))
}
