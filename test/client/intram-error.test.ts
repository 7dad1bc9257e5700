import t from 'tap'
import { IntramError } from '../../client/intram-error.ts'

const facts = { outcome: 'unsent', method: 'GET', url: 'http://localhost' } as const

/** The same class from another copy of its module, as a CommonJS program has of an ES module's. */
const again: string = '../../client/intram-error.ts?again'
const copy: { IntramError: typeof IntramError } = await import(again)

t.test('an error of one copy of the class is an instance of the other', async (t) => {
  t.not(copy.IntramError, IntramError)
  t.ok(new copy.IntramError('lost', facts) instanceof IntramError)
  t.ok(new IntramError('lost', facts) instanceof copy.IntramError)
})

t.test('nothing else is an instance', async (t) => {
  for (const other of [
    new Error('lost'),
    { name: 'IntramError', ...facts },
    IntramError,
    'IntramError',
    null,
    undefined,
  ]) {
    t.notOk(other instanceof IntramError)
  }
})

t.test('a class that extends it has instances of its own only', async (t) => {
  class ShopError extends IntramError {}
  t.ok(new ShopError('lost', facts) instanceof ShopError)
  t.ok(new ShopError('lost', facts) instanceof IntramError)
  t.notOk(new IntramError('lost', facts) instanceof ShopError)
})
