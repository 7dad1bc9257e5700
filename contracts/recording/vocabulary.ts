import { document } from '../document.ts'

/** Words that belong to the API, and not to somebody who happens to be called so. */
export const vocabulary: ReadonlySet<string> = new Set([
  ...enumsOf(document),
  ...['ERROR', 'API', 'HTTP', 'ID', 'JSON', 'URL', 'XOF', 'xof', 'Intram'],
  ...['MTN', 'MOOV', 'VISA', 'MASTERCARD', 'sandbox', 'DEBIT', 'BJ'],
])

function enumsOf(node: object): string[] {
  const own = 'enum' in node && Array.isArray(node.enum) ? node.enum.map(String) : []
  const parts = Object.values(node).filter((part): part is object => typeof part === 'object' && part !== null)
  return [...own, ...parts.flatMap(enumsOf)]
}
