type Visited = { path: string; status: number }

const others = ['/docs', '/openapi.json', '/sdk-javascript.js']
const keys = { 'x-api-key': 'a', 'x-private-key': 'b', 'x-secret-key': 'c', 'x-marchand-key': 'm' }

/** What a browser gets of a running sandbox: the page of a new payment, its style and scripts, and all other pages. */
export async function visitPages(baseUrl: string): Promise<Visited[]> {
  const requested = await fetch(`${baseUrl}/payments/request`, {
    method: 'POST',
    headers: { ...keys, 'content-type': 'application/json' },
    body: JSON.stringify({ invoice: { currency: 'XOF', amount: 1000 }, store: { name: 'A' } }),
  })
  const { receipt_url } = (await requested.json()) as { receipt_url: string }
  const { pathname } = new URL(receipt_url)
  const page = await (await fetch(receipt_url)).text()
  const assets = [...page.matchAll(/(?:src|href)="(\/payment\/gate\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
  return Promise.all(
    [pathname, ...assets, ...others].map(async (path) => {
      const { status, body } = await fetch(new URL(path, baseUrl))
      await body?.cancel()
      return { path, status }
    }),
  )
}
