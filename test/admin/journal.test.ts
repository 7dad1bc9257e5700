import { request } from 'node:http'
import t from 'tap'
import { controlOf, createPayment } from '../support/control.ts'
import { startQuietServer } from '../support/quiet-server.ts'
import { startTestSandbox } from '../support/sandbox.ts'

t.test('requests are listed with filters, waited for, and forgotten', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const waiting = control('GET', '/requests?operation=requestPayment&wait=10s')
  const id = await createPayment(sandbox)
  t.match((await waiting).json, {
    items: [{ operation: 'requestPayment', transaction_id: id, duration_ms: Number }],
    next: null,
  })
  await sandbox.client.confirmTransaction(id)
  t.match((await control('GET', '/requests?limit=1')).json, { items: [{ operation: 'confirmTransaction' }], next: '2' })
  t.match((await control('GET', '/requests?limit=1&after=2')).json, { items: [{ operation: 'requestPayment' }] })
  t.same((await control('DELETE', '/requests')).json, { items: [], next: null })
  t.same((await control('GET', '/requests')).json, { items: [], next: null })
  t.equal((await control('GET', `/transactions/${id}`)).status, 200, 'its transactions stay')
  t.equal((await control('GET', '/requests?after=oops')).status, 400)
  t.equal((await control('GET', '/requests?operation=oops')).status, 400)
})

/** Reads server-sent events until there are as many as wanted. */
function listen(
  url: string,
  headers: Record<string, string>,
  count: number,
): Promise<{ status: number; events: string[] }> {
  return new Promise((resolve, reject) => {
    const call = request(`${url}/__admin/events`, { headers, agent: false })
    call.on('error', reject).on('response', (answer) => {
      let text = ''
      const eventsIn = () => text.split('\n\n').filter((part) => part.includes('event: '))
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
        if (eventsIn().length >= count) answer.destroy()
      })
      answer.on('error', () => {}).on('close', () => resolve({ status: answer.statusCode ?? 0, events: eventsIn() }))
    })
    call.end()
  })
}

t.test('the stream of events is described, and its path takes no other method', async (t) => {
  const control = controlOf(await startTestSandbox(t))
  const { json } = await control('GET', '/openapi.json')
  t.ok(json.paths['/events'].get.responses['200'].content['text/event-stream'])
  t.match(await control('POST', '/events'), { status: 405, json: { message: 'POST is not possible here: use GET' } })
})

t.test('events are sent while they happen, and again from where a listener left off', async (t) => {
  const sandbox = await startTestSandbox(t)
  const world = { 'x-marchand-key': sandbox.credentials.merchantKey }
  const id = await createPayment(sandbox)
  await sandbox.pay(id)
  const past = await listen(sandbox.url, { ...world, 'last-event-id': '0' }, 2)
  t.equal(past.status, 200)
  t.match(past.events[0], /id: 1\nevent: request\ndata: \{.*"operation":"requestPayment"/)
  t.match(past.events[1], /id: 2\nevent: transaction\ndata: \{.*"status":"SUCCESS"\}/)
  t.match((await listen(sandbox.url, { ...world, 'last-event-id': '1' }, 1)).events, [/^id: 2\n/])

  const live = listen(sandbox.url, world, 1)
  const poll = setInterval(() => void sandbox.client.confirmTransaction(id).catch(() => {}), 10)
  t.match((await live).events, [/"operation":"confirmTransaction"/], 'not what had been before')
  clearInterval(poll)
})

t.test('without a world, or from another site, nobody listens', async (t) => {
  const { url } = await startTestSandbox(t)
  const get = (headers: Record<string, string>) => fetch(`${url}/__admin/events`, { headers })
  t.equal((await get({})).status, 400)
  t.equal((await get({ 'x-marchand-key': 'm', origin: 'https://evil.example' })).status, 403)
})

t.test('a sandbox that stops ends the streams', async (t) => {
  const { origin, close } = await startQuietServer(t)
  const answer = await fetch(`${origin}/__admin/events?merchant=m`)
  await close()
  t.match(await answer.text(), /^: listening/)
})

t.test('a token guards them too', async (t) => {
  const { url } = await startTestSandbox(t, { adminToken: 'a token of sixteen or more'.replaceAll(' ', '-') })
  t.equal((await fetch(`${url}/__admin/events?merchant=m`)).status, 401)
  t.equal((await fetch(`${url}/__admin/requests?merchant=m`)).status, 401)
})
