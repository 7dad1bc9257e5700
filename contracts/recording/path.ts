import type { Operation } from '../operation.ts'
import { mask } from './mask.ts'
import { isId, type Pseudonyms } from './pseudonyms.ts'

/** The ids in the path of a call. */
export function parametersOf(path: string, operation: Operation): string[] {
  const template = segments(operation.path)
  return segments(path).filter((segment, i) => isParameter(template[i]) && isId(segment, 'id'))
}

/** The path of a call with other ids. */
export function redactPath(path: string, operation: Operation, pseudonyms: Pseudonyms): string {
  const given = segments(path)
  const redact = (text: string) => pseudonyms.of(text) ?? mask(text)
  return segments(operation.path)
    .map((segment, i) => (isParameter(segment) ? redact(given[i] ?? '') : segment))
    .join('/')
}

const segments = (path: string) => path.replaceAll(/\/+/g, '/').split('/')
const isParameter = (segment = '') => segment.startsWith('{')
