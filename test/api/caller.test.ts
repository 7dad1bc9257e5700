import t from 'tap'
import { createCallers } from '../../server/api/caller.ts'

const sent = {
  'x-api-key': 'public-key',
  'x-private-key': 'private-key',
  'x-secret-key': 'secret-key',
  'x-marchand-key': 'merchant-key',
  'user-agent': 'shop',
  'content-type': 'application/json',
  origin: 'https://shop.test',
  prefer: 'delay=1',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'cors',
  host: 'localhost:4002',
  referer: 'https://shop.test/',
  'access-control-request-headers': 'content-type',
}

t.test('the same headers are read once, whatever else is sent', async (t) => {
  const callerOf = createCallers()
  t.equal(callerOf({ ...sent, 'content-length': '2' }), callerOf({ ...sent, 'content-length': '3' }))
})

t.test('of merchants who take turns each is read once, and the first anew once there are too many', async (t) => {
  const callerOf = createCallers()
  const of = (n: number) => callerOf({ ...sent, 'x-marchand-key': `merchant-${n}` })
  const first = [1, 2, 3, 4].map(of)
  for (const [i, caller] of first.entries()) t.equal(of(i + 1), caller)
  of(5)
  t.not(of(1), first[0])
  t.equal(of(4), first[3])
})

for (const name of Object.keys(sent) as (keyof typeof sent)[]) {
  t.test(`another ${name}, or none, is another caller`, async (t) => {
    const callerOf = createCallers()
    const { keys } = callerOf(sent)
    const { [name]: value, ...rest } = sent
    const isKey = name.startsWith('x-')
    for (const other of ['pk_live_other-one', undefined]) {
      const shown = other?.startsWith('pk_live') && !isKey ? '…' : other
      const caller = callerOf({ ...rest, ...(other !== undefined && { [name]: other }) })
      if (isKey) {
        t.same(caller.keys.toSorted(), [...keys.filter((key) => key !== value), ...(other ? [other] : [])].toSorted())
        t.equal(caller.hasLiveKey, other !== undefined)
      } else {
        t.equal(caller.headers[name], shown)
      }
    }
  })
}

t.test('a key that is not ASCII is known as it is in a body, too', async (t) => {
  const sent = Buffer.from('clé-très-secrète').toString('latin1')
  t.same(createCallers()({ 'x-secret-key': sent }).keys, [sent, 'clé-très-secrète'])
})

t.test('of the page only its address is kept, and of a key only that it was sent', async (t) => {
  const { headers } = createCallers()({
    referer: 'https://shop.test/a?token=1#b',
    'x-secret-key': 'secret-key',
    'x-api-key': '',
  })
  t.same(headers, { referer: 'https://shop.test/a', 'x-secret-key': '…' })
})
