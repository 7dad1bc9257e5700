import { IntramError } from './intram-error.ts'

type Place = { name: string; method: string; url: string }

/** An id as one segment of a path: an empty one, or `..`, would call another route, and half a surrogate has no bytes. */
export function segmentOf(id: unknown, { name, method, url }: Place): string {
  const text = typeof id === 'string' ? id.trim() : ''
  if (text !== '' && text !== '.' && text !== '..' && !/\p{Surrogate}/u.test(text)) return encodeURIComponent(text)
  const message = `${name} must be a text that is not empty: pass the one that the API gave`
  throw new IntramError(message, { outcome: 'unsent', method, url })
}
