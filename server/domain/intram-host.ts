/** Whether a host, with or without a port, is Intram's own: nothing here may send anybody there. */
export function isIntramHost(host: string): boolean {
  return /(^|\.)intram\.(org|cf)\.?(:\d+)?$/i.test(host)
}
