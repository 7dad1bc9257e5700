import { intramApiHosts } from '../tls/names.ts'

type Split = {
  /** What a client may still call without its proxy. */
  kept: string[]
  /** What would let a client past the proxy to Intram as well: the proxy itself has to see to these. */
  setAside: string[]
}

/** Splits the entries of `NO_PROXY`. Clients read them differently: whatever any of them might mean by Intram counts. */
export function splitNoProxy(text: string): Split {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '')
  const setAside = entries.filter(mayMeanIntram)
  return { kept: entries.filter((entry) => !setAside.includes(entry)), setAside }
}

/** Whether a host is meant by an entry, as curl reads it: a name stands for its subdomains too. */
export function isMeant(entry: string, hostname: string): boolean {
  const name = nameIn(entry)
  return name === '' || hostname === name || hostname.endsWith(`.${name}`)
}

function mayMeanIntram(entry: string): boolean {
  const name = nameIn(entry)
  if (!name.includes('*')) return intramApiHosts.some((host) => host.endsWith(name))
  const pattern = new RegExp(`^(.*\\.)?${name.split('*').map(literally).join('.*')}$`)
  return intramApiHosts.some((host) => pattern.test(host))
}

/** `*.Example.test:443` → `example.test`; nothing of `*`, which means all. */
function nameIn(entry: string): string {
  return entry
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/\.$/, '')
    .replace(/^\*?\.?/, '')
}

function literally(text: string): string {
  return text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
}
