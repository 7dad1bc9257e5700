import fc from 'fast-check'
import t from 'tap'
import { invoiceOf, type KnownKeys, keepBody, spellingsOf, suspectsWith } from '../../server/api/kept-json.ts'
import { isObject } from '../../server/api/keys-in-body.ts'
import { redactKeys } from '../../server/domain/redact-keys.ts'

const key = 'tsk_0123456789abcdef'
const plain = 'votre_secret_key'
const knowing = (...keys: string[]): KnownKeys => ({ keys, suspects: suspectsWith(keys), secrets: [] })

function keep(bodyJson: string, known: KnownKeys) {
  const body = JSON.parse(bodyJson)
  const kept = keepBody({ bodyJson, body, hasKeysInInvoice: isObject(invoiceOf(body)?.keys) }, known)
  if (!kept) throw new Error('nothing is kept')
  return { ...kept, json: kept.head + kept.tail }
}

for (const [what, json, keys, kept] of [
  ['as it was sent', '{"invoice": {"amount":1000 }}', [plain], '{"invoice": {"amount":1000 }}'],
  [
    'without invoice.keys',
    `{"invoice":{"keys":{"secret":"${plain}"},"amount":1}}`,
    [plain],
    '{"invoice":{"amount":1}}',
  ],
  ['with its comma', `{"invoice":{"amount":1 , "keys" : {"a":"${plain}"}}}`, [plain], '{"invoice":{"amount":1 }}'],
  ['alone', `{"invoice":{"keys":{"a":"${plain}"}}}`, [plain], '{"invoice":{}}'],
  ['null', '{"invoice":{"keys":null}}', [], '{"invoice":{}}'],
  ['keys within keys', `{"invoice":{"keys":{"a":{"b":"${plain}"}},"amount":1}}`, [], '{"invoice":{"amount":1}}'],
  ['a key elsewhere', `{"invoice":{"note":"my ${plain}!"}}`, [plain], '{"invoice":{"note":"my …!"}}'],
  [
    'a key before invoice.keys',
    `{"invoice":{"note":"my ${plain}!","keys":{"a":"${plain}"}}}`,
    [plain],
    '{"invoice":{"note":"my …!"}}',
  ],
  [
    'what looks like one, encoded, before invoice.keys',
    `{"invoice":{"note":"%73k_0123456789abcdef","keys":{"a":"${plain}"}}}`,
    [plain],
    '{"invoice":{"note":"…"}}',
  ],
  [
    'what looks like one, encoded',
    '{"invoice":{"a":"100 %","note":"%73k%5f0123456789abcdef"}}',
    [],
    '{"invoice":{"a":"100 %","note":"…"}}',
  ],
  ['what looks like one', `{"invoice":{"note":"${key}"}}`, [], '{"invoice":{"note":"…"}}'],
  ['written with escapes', '{"invoice":{"note":"\\u0076otre_secret_key"}}', [plain], '{"invoice":{"note":"…"}}'],
  ['of a name with escapes', `{"invoice":{"\\u006beys":{"a":"${plain}"}}}`, [], '{"invoice":{}}'],
  ['an invoice before the one that counts', `{"invoice":{"keys":{"a":"${plain}"}},"invoice":{}}`, [], '{"invoice":{}}'],
  ['keys before those that count', `{"invoice":{"keys":{"a":"${plain}"},"keys":{"a":"b"}}}`, ['b'], '{"invoice":{}}'],
  ['a short key', '{"invoice":{"n":"ab","m":"a"}}', ['a'], '{"invoice":{"n":"ab","m":"…"}}'],
  ['a key with a slash, as PHP writes it', '{"invoice":{"a":"01234\\/6789"}}', ['01234/6789'], '{"invoice":{"a":"…"}}'],
  [
    'braces in a key',
    '{"invoice":{"keys":{"a":"p1","b":"ab}cd{,"},"amount":1}}',
    ['ab}cd{,'],
    '{"invoice":{"amount":1}}',
  ],
  ['quotes in a key', '{"invoice":{"keys":{"a":"ab\\"}cd"},"amount":1}}', ['ab"}cd'], '{"invoice":{"amount":1}}'],
  ['a name that ends like it', '{"invoice":{"a\\"keys":{"b":1},"keys":{}}}', [], '{"invoice":{"a\\"keys":{"b":1}}}'],
  ['somebody else’s keys', '{"invoice":{"custom_datas":{"keys":{"door":7}}}}', [plain], undefined],
  ['keys named in a text', '{"invoice":{"note":"\\"keys\\":{},"}}', [plain], undefined],
] as const) {
  t.test(`a body is kept without keys: ${what}`, async (t) => {
    t.equal(keep(json, knowing(...keys)).json, kept ?? json)
  })
}

t.test('a body with a key does not hide that of the next one', async (t) => {
  const known = knowing(plain)
  for (const note of [`${' '.repeat(100)}${plain}`, plain]) {
    t.notMatch(keep(JSON.stringify({ invoice: { note } }), known).json, plain)
  }
})

t.test('of what comes before the keys no more than a little is kept apart from the body', async (t) => {
  for (const length of [100, 100_000]) {
    const note = 'x'.repeat(length)
    const known = knowing(plain)
    const { json, head } = keep(`{"invoice":{"note":"${note}","keys":{"a":"${plain}"},"amount":1}}`, known)
    t.equal(json, `{"invoice":{"note":"${note}","amount":1}}`)
    t.equal(head !== '', length < 1_000)
    t.equal(known.opening !== undefined, length < 1_000)
  }
})

t.test('keys in invoice.keys that are not known yet are told, and hidden elsewhere', async (t) => {
  const body = { invoice: { keys: { a: 'another one' }, note: 'my another one' } }
  const { json, others } = keep(JSON.stringify(body), knowing(plain))
  t.same([json, others], ['{"invoice":{"note":"my …"}}', ['another one']])
})

const secret = 'ROOTBODYPRIVATE999'
for (const [what, body, kept, hadKeys] of [
  ['keys at the root', { keys: { private: secret } }, {}, true],
  ['keys in the store', { store: { name: 's', keys: [secret] } }, { store: { name: 's' } }, true],
  [
    'lists and objects in invoice.keys',
    { invoice: { keys: { a: [secret], b: { c: secret } } } },
    { invoice: {} },
    true,
  ],
  ['a list as invoice.keys', { invoice: { keys: [secret] } }, { invoice: {} }, true],
  ['keys among the data', { data: { keys: { private: secret } } }, { data: {} }, true],
  ...['private_key', 'secret_key', 'public_key', 'privateKey', 'X-PRIVATE-KEY', 'INTRAM_MARCHAND_KEY', 'apiKey'].map(
    (name) =>
      [name, { invoice: { [name]: secret, note: `my ${secret}` } }, { invoice: { note: 'my …' } }, true] as const,
  ),
  ['a key in a list', { list: [{ secretkey: secret }, 1] }, { list: [{}, 1] }, true],
  ['a key of the headers', { data: { note: `k=${plain}` } }, { data: { note: 'k=…' } }, true],
  ['one as it is in a URL', { url: `http://a/?k=a%2Fb%2Fc%2Fd%2Fe` }, { url: 'http://a/?k=…' }, true],
  ['no value', { invoice: { keys: null }, private_key: '', a: { secret_key: null } }, undefined, false],
  ['other names', { data: { monkey: 'a', keyword: 'b', 'primary key': 'c', keys: { door: 7 } } }, undefined, false],
  ['a short key of the headers', { data: { note: 'short' } }, { data: { note: '…' } }, false],
] as const) {
  t.test(`keys are left out of a body, and found, wherever they are: ${what}`, async (t) => {
    const keys = [plain, 'short', 'a/b/c/d/e']
    const known = { ...knowing(...keys), secrets: [plain, ...spellingsOf('a/b/c/d/e')] }
    const { json, hadKeys: found } = keep(JSON.stringify(body), known)
    const { keys: _, ...invoice } = 'invoice' in body ? (body.invoice as { keys?: unknown }) : {}
    t.same(JSON.parse(json), kept ?? { ...body, ...('invoice' in body && { invoice }) })
    t.equal(found, hadKeys)
    t.notMatch(json, secret)
  })
}

t.test('whatever is sent, what is kept says the same, but for the keys', async () => {
  const keys = fc.array(
    fc.oneof(fc.constantFrom('a', key, plain, '"quoted" key', 'clé secrète', 'a/b/c/d/e'), fc.string()),
  )
  const value = fc.jsonValue({ maxDepth: 3 })
  fc.assert(
    fc.property(keys, value, value, fc.constantFrom(undefined, 0, 1), (keys, one, other, indent) => {
      const invoice = { one, text: keys.join('-'), other }
      const sent = { invoice: { one, keys, text: keys.join('-'), other }, more: [one] }
      const kept = keep(JSON.stringify(sent, null, indent), knowing(...keys)).json
      const expected = redactKeys({ invoice, more: [one] }, keys)
      return JSON.stringify(JSON.parse(kept)) === JSON.stringify(JSON.parse(JSON.stringify(expected)))
    }),
  )
})

t.test('nothing is lost of a body in which keys are an object like any, whatever they are', async () => {
  const value = fc.jsonValue({ maxDepth: 3 })
  const name = fc.constantFrom('keys', 'a', '"keys', 'x"keys', '"keys":{')
  const member = fc.dictionary(name, value)
  const text = fc.oneof(fc.constantFrom(plain, 'a}b', '{}', '"},', '\\'), fc.string())
  const keys = fc.dictionary(fc.oneof(fc.constantFrom('secret', 'public', '}'), fc.string()), text, {
    noNullPrototype: true,
  })
  fc.assert(
    fc.property(member, member, keys, fc.constantFrom(undefined, 0, 1), (a, b, keys, indent) => {
      const sent = JSON.parse(JSON.stringify({ a, invoice: { a, keys, b }, b }))
      const all = Object.values(keys)
      const kept = keep(JSON.stringify(sent, null, indent), knowing(...all)).json
      const { keys: _, ...invoice } = sent.invoice
      return JSON.stringify(JSON.parse(kept)) === JSON.stringify(redactKeys({ ...sent, invoice }, all))
    }),
    { numRuns: 500 },
  )
})

t.test('whatever came before from the same caller, a body is kept as if it were the first', async () => {
  const freshly = () => ({ ...knowing(plain, key), secrets: [key] })
  const keys = fc.constantFrom(`"keys":{"a":"${plain}"}`, `"keys" : {"a":"${plain}"} `, `"keys":{"a":"other"}`)
  const amount = fc.constantFrom('"amount":1', `"note":"${plain}"`, '"n":{"keys":{}}')
  const another = fc.constantFrom('', ',"invoice":{}', ',"invoice":{"keys":null}')
  const invoice = fc
    .tuple(keys, fc.array(amount, { maxLength: 2 }), fc.boolean(), another)
    .map(([keys, others, isFirst, another]) => {
      const members = isFirst ? [keys, ...others] : [...others, keys]
      return `{"invoice":{${members.join(',')}}${another}}`
    })
  fc.assert(
    fc.property(fc.array(invoice, { minLength: 2 }), (bodies) => {
      const known = freshly()
      return bodies.every((json) => {
        const [kept, first] = [known, freshly()].map((caller) => keep(json, caller))
        return kept?.json === first?.json && kept?.hadKeys === first?.hadKeys
      })
    }),
  )
})
