import type { Answered } from './outcome.ts'

/**
 * Whether an answer is a web page. PHP calls any answer text/html, an empty one and "OK" too: what is said to be a page
 * must also begin with some markup, and what is not must begin as whole pages do.
 */
export function isPage({ headers, body }: Pick<Answered, 'headers' | 'body'>): boolean {
  const isSaidToBe = /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(headers['content-type'] ?? '')
  return isSaidToBe ? /^\s*<[a-z!?]/i.test(body) : /^\s*<(!doctype html|html|head|body)\b/i.test(afterProlog(body))
}

/** What comes behind comments and an XML declaration. */
function afterProlog(body: string): string {
  return body.replace(/^(\s*<(!--.*?--|\?.*?\?)>)+/s, '')
}
