import type { CallOptions } from './call.ts'
import { IntramError } from './intram-error.ts'
import type { Methods } from './methods.ts'
import type { components } from './schema.gen.ts'

/** What is true of the transaction that a callback names, with its id: the one that Intram says, if it says one. */
export type ConfirmedCallback = components['schemas']['Confirmation'] & { transaction_id: string }

/** `body` as it came: parsed or not, JSON or a form, text or bytes. */
export type ConfirmCallback = (body: unknown, options?: CallOptions) => Promise<ConfirmedCallback>

/** A callback of Intram's is a few kilobytes. */
const longest = 256 * 1024

/**
 * Asks Intram about the transaction that a callback names, as its documentation wants ("Validez toujours les callbacks"):
 * of the callback itself nothing but the id is used, since anybody can send one. Throws an `IntramError`: `unsent` when
 * the body names no transaction, `refused` when this merchant has none of that id, `uncertain` when there is no verdict.
 */
export function confirmCallback(confirm: Methods['confirmTransaction']): ConfirmCallback {
  return async (body, options) => {
    const id = transactionIdIn(readBody(body))
    if (id === undefined) throw nameless()
    const confirmation = await confirm(id, options)
    // It may be asked for by its reference, too: a shop that credits each id once would credit that a second time.
    return { ...confirmation, transaction_id: idOf(confirmation) ?? id }
  }
}

function readBody(body: unknown): unknown {
  if (body instanceof Uint8Array) return readText(new TextDecoder().decode(body.subarray(0, longest + 1)))
  if (body instanceof URLSearchParams) return Object.fromEntries(body)
  return typeof body === 'string' ? readText(body) : body
}

function readText(text: string): unknown {
  if (text.length > longest) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return Object.fromEntries(new URLSearchParams(text))
  }
}

function transactionIdIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, 'transaction_id')) return undefined
  const { transaction_id: id } = body as { transaction_id: unknown }
  return typeof id === 'string' && /^[A-Za-z0-9]{1,64}$/.test(id) ? id : undefined
}

function idOf({ transaction }: components['schemas']['Confirmation']): string | undefined {
  const id: unknown = transaction?._id
  return typeof id === 'string' && id !== '' ? id : undefined
}

function nameless(): IntramError {
  const message = 'the body names no transaction (transaction_id): this is no callback of Intram’s'
  return new IntramError(message, { outcome: 'unsent', method: 'confirmCallback', url: '(callback)' })
}
