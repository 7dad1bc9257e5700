import type { Final } from './transaction.ts'

/** `glued` is what one plugin expects: a second "?" and the parameters, whatever the URL already asks for. */
export type RedirectForm = 'merged' | 'glued'

/** Where a customer goes once all is settled: return_url when paid or failed, cancel_url when cancelled, or nowhere. */
export function redirectUrl({ id, status, order }: Final, form: RedirectForm = 'merged'): string | undefined {
  const target = status === 'CANCELED' ? order.actions.cancelUrl : order.actions.returnUrl
  if (target === null) return undefined
  const result = { token: id, STATUS: status, transaction_id: id }
  return form === 'glued' ? glue(target, result) : merge(target, result)
}

/** The existing query stays as it is, to the byte: a merchant may have signed it. Only our own names are replaced. */
function merge(target: string, result: Record<string, string>): string {
  const url = new URL(target)
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !Object.hasOwn(result, nameOf(pair)))
  url.search = `?${[...kept, new URLSearchParams(result)].join('&')}`
  return url.href
}

function glue(target: string, result: Record<string, string>): string {
  const { href, hash } = new URL(target)
  const withoutHash = hash ? href.slice(0, -hash.length) : href
  return `${withoutHash}?${new URLSearchParams(result)}${hash}`
}

/** One "?" is taken off a query, and only one: in "??token=1" the name is "?token". */
function nameOf(pair: string): string {
  const [name = ''] = new URLSearchParams(`?${pair}`).keys()
  return name
}
