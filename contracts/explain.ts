import { AssertionError } from 'node:assert'
import { IntramError } from '../client/index.ts'
import { type Hide, say, show } from './redact.ts'

/** Why a check failed, in one line. */
export function explain(error: unknown, hide: Hide): string {
  if (error instanceof AssertionError && error.generatedMessage) {
    return `expected ${show(error.expected, hide)}, got ${show(error.actual, hide)}`
  }
  if (error instanceof IntramError) return say(told(error), hide)
  return say(error instanceof Error ? error.message : String(error), hide)
}

/** The message of a client's error without the call, which the report tells anyway. */
export function told({ method, url, message }: IntramError): string {
  return message.slice(`${method} ${url}: `.length)
}
