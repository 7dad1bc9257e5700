const longest = 2048

/** The logo of a store, if it is one that a page may load: over https and without a password. */
export function readLogoUrl(text: string | null): string | undefined {
  const url = readUrl(text)
  return url?.protocol === 'https:' ? url.href : undefined
}

/** The web site of a store. Merchants put all sorts of text into this field. */
export function readWebsite(text: string | null): string | undefined {
  return readUrl(text)?.href
}

function readUrl(text: string | null): URL | undefined {
  if (text === null || text.length > longest || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : undefined
}
