import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

type Test = { teardown: (close: () => Promise<void>) => void }

/** A server that answers as the test says, instead of a sandbox: for everything that a sandbox would not do. */
export async function startAnswering(
  t: Test,
  listener: RequestListener,
): Promise<{ baseUrl: string; calls: string[] }> {
  const calls: string[] = []
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`)
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`, calls }
}
