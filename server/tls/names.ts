/** The hosts of Intram's API, which its clients have in their code. */
export const intramApiHosts: readonly string[] = ['webservices.intram.org', 'webservices.intram.cf']

/** What certificates are made for, besides loopback addresses. */
export function certifiedNames(furtherNames: readonly string[]): string[] {
  return [...new Set([...intramApiHosts, 'localhost', ...furtherNames])]
}

/** Whether a host, without its port, is one of Intram's API. */
export function isIntramApiHost(hostname: string): boolean {
  return intramApiHosts.includes(hostname.toLowerCase().replace(/\.$/, ''))
}
