import type { AddressInfo, Server, Socket } from 'node:net'

type Test = { teardown: (close: () => Promise<void>) => void }

/** Has a server of any kind listen on a free port of this machine until the test ends, and says which. */
export async function listenTo(t: Test, server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as AddressInfo).port
}
