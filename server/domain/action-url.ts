import { Refusal } from './refusal.ts'

const longest = 2048

/** Reads a URL to which a browser or a callback will go: http(s) only. Empty text or nothing means that there is none. */
export function readActionUrl(value: string | null | undefined, path: string): string | null {
  if (value === undefined || value === null || value === '') return null
  if (value.length > longest || !/^https?:\/\//i.test(value) || !URL.canParse(value)) {
    throw new Refusal('url_not_http', path)
  }
  return value
}
