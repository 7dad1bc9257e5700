import t from 'tap'
import { createHostQueue } from '../../server/adapters/host-queue.ts'

/** Tasks that end when the test says so. */
function createTasks(limits = { perHost: 2, waitingPerHost: 3, overall: 8 }) {
  const run = createHostQueue(limits)
  const started: string[] = []
  const running = new Map<string, { result: Promise<string>; end: () => void; fail: () => void }>()
  return {
    started,
    add(host: string, name: string): boolean {
      const { promise, resolve, reject } = withResolvers<string>()
      const result = run(host, () => {
        started.push(name)
        return promise
      })
      if (!result) return false
      running.set(name, { result, end: () => resolve(name), fail: () => reject(new Error(name)) })
      return true
    },
    async end(name: string) {
      running.get(name)?.end()
      await running.get(name)?.result
    },
    async fail(name: string) {
      running.get(name)?.fail()
      await running.get(name)?.result.catch(() => {})
    },
  }
}

function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => {}
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

t.test('a host has so many at once, then the others in order of arrival', async (t) => {
  const { add, end, started } = createTasks()
  for (const name of ['a1', 'a2', 'a3', 'a4']) t.ok(add('a', name))
  t.same(started, ['a1', 'a2'])
  await end('a2')
  t.same(started, ['a1', 'a2', 'a3'])
  await end('a1')
  t.same(started, ['a1', 'a2', 'a3', 'a4'])
})

t.test('a host that is busy holds up no other', async (t) => {
  const { add, started } = createTasks()
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) add('a', name)
  add('b', 'b1')
  t.same(started, ['a1', 'a2', 'b1'])
})

t.test('a task that fails gives up its place too', async (t) => {
  const { add, fail, end, started } = createTasks()
  for (const name of ['a1', 'a2', 'a3']) add('a', name)
  await fail('a1')
  t.same(started, ['a1', 'a2', 'a3'])
  await end('a2')
  await end('a3')
  t.ok(add('a', 'a4'))
  t.same(started.at(-1), 'a4')
})

t.test('there is no room when the line of a host is full', async (t) => {
  const { add, end } = createTasks()
  t.same(
    ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((name) => add('a', name)),
    [true, true, true, true, true, false],
  )
  await end('a1')
  t.ok(add('a', 'a7'))
})

t.test('there is no room when all hosts together fill the queue', async (t) => {
  const { add, end } = createTasks()
  const hosts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  for (const host of hosts) t.ok(add(host, host))
  t.notOk(add('i', 'i'))
  await end('c')
  t.ok(add('i', 'i'))
})
