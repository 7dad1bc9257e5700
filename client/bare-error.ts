type Hide = (text: string) => string

/** Errors of fetch have one cause, or two. More may be a circle. */
const deepest = 3

/**
 * Of what a transport threw only what says why: names, messages, codes. The rest may hold a request and its keys, as
 * undici's `HTTPParserError` does: it keeps the bytes that came, and some servers repeat what they were sent.
 */
export function bareError(error: unknown, hide: Hide, depth = 0): Error {
  const { name, message, code, cause } = readError(error)
  const bare = new Error(hide(message), cause && depth < deepest ? { cause: bareError(cause, hide, depth + 1) } : {})
  bare.name = hide(name)
  // Where in undici it came up helps nobody, and a stack repeats the message.
  bare.stack = `${bare.name}: ${bare.message}`
  return code === undefined ? bare : Object.assign(bare, { code: typeof code === 'string' ? hide(code) : code })
}

function readError(error: unknown): {
  name: string
  message: string
  code?: string | number | undefined
  cause?: unknown
} {
  if (!(error instanceof Error))
    return { name: 'Error', message: typeof error === 'string' ? error : 'no error object' }
  const { name, message, cause } = error
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : undefined
  return { name, message, code, cause }
}
