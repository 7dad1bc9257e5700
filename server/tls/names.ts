/** The hosts of Intram's API, which its clients have in their code. */
export const intramApiHosts = ['webservices.intram.org', 'webservices.intram.cf'] as const

/** What certificates are made for, besides loopback addresses. */
export function certifiedNames(furtherNames: readonly string[]): string[] {
  return [...new Set([...intramApiHosts, 'localhost', ...furtherNames])]
}
