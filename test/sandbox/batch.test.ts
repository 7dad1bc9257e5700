import t from 'tap'
import { createBatch } from '../../server/sandbox/batch.ts'

function start() {
  const done: number[] = []
  const failures: unknown[] = []
  const later: (() => void)[] = []
  const batch = createBatch<number>({
    work(piece) {
      if (piece < 0) throw new Error(`${piece}`)
      done.push(piece)
    },
    failed: (error) => failures.push(error),
    soon: (settle) => later.push(settle),
  })
  const letTimePass = () => {
    for (const settle of later.splice(0)) settle()
  }
  return { batch, done, failures, later, letTimePass }
}

t.test('pieces wait for time, and are done in their order, each once', async (t) => {
  const { batch, done, later, letTimePass } = start()
  for (const piece of [1, 2, 3]) batch.add(piece)
  t.same(done, [])
  t.equal(later.length, 1, 'time is asked for once')
  letTimePass()
  t.same(done, [1, 2, 3])
  batch.settle()
  batch.add(4)
  letTimePass()
  t.same(done, [1, 2, 3, 4])
})

t.test('no more than 16 pieces wait', async (t) => {
  const { batch, done, letTimePass } = start()
  for (let piece = 0; piece < 15; piece += 1) batch.add(piece)
  t.equal(done.length, 0)
  batch.add(15)
  t.equal(done.length, 16)
  batch.add(16)
  letTimePass()
  t.equal(done.length, 17)
})

t.test('a piece that cannot be done is told of, and the others are done', async (t) => {
  const { batch, done, failures } = start()
  for (const piece of [1, -2, 3]) batch.add(piece)
  batch.settle()
  t.same(done, [1, 3])
  t.match(failures, [{ message: '-2' }])
})

t.test('what a piece adds waits for its turn', async (t) => {
  const done: string[] = []
  const batch = createBatch<string>({
    work(piece) {
      done.push(piece)
      if (piece === 'first') batch.add('of the first')
    },
    failed(error) {
      throw error
    },
    soon: () => {},
  })
  batch.add('first')
  batch.add('second')
  batch.settle()
  t.same(done, ['first', 'second'])
  batch.settle()
  t.same(done, ['first', 'second', 'of the first'])
})
