import t from 'tap'
import { createMethods } from '../../client/methods.ts'

t.test('a method comes from each operation of the table, without a hand-written line', async (t) => {
  const table = {
    requestPayment: { method: 'POST', path: '/payments/request', body: true, required: ['a'] },
    confirmTransaction: { method: 'GET', path: '/transactions/confirm/{transaction_id}', body: false, required: [] },
    refundItem: { method: 'PUT', path: '/refunds/{refund_id}/items/{item_id}', body: true, required: ['a'] },
    listRefunds: { method: 'GET', path: '/refunds', body: false, required: [] },
  }
  const calls: unknown[] = []
  const methods = createMethods(table, async (...call) => calls.push(call)) as unknown as Record<
    string,
    (...given: unknown[]) => Promise<unknown>
  >
  await methods.requestPayment?.({ a: 1 }, { timeoutMs: 5 })
  await methods.confirmTransaction?.(' abc ')
  await methods.refundItem?.('r/1', 'i 2', { amount: 5 })
  await methods.listRefunds?.({ query: { status: 'open', page: '2' }, timeoutMs: 7 })
  t.same(calls, [
    [{ method: 'POST', path: '/payments/request', query: '', body: { a: 1 }, required: ['a'] }, { timeoutMs: 5 }],
    [{ method: 'GET', path: '/transactions/confirm/abc', query: '', required: [] }, {}],
    [{ method: 'PUT', path: '/refunds/r%2F1/items/i%202', query: '', body: { amount: 5 }, required: ['a'] }, {}],
    [{ method: 'GET', path: '/refunds', query: '?status=open&page=2', required: [] }, { timeoutMs: 7 }],
  ])
})
