import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { hider } from '../../client/judge.ts'
import { findDrift } from '../../contracts/find-drift.ts'
import { findOperation, type Operation } from '../../contracts/operation.ts'
import { isPlain } from '../../contracts/recording/plain-words.ts'
import { redactRecording } from '../../contracts/recording/redact-recording.ts'
import type { Heard } from '../../contracts/seen.ts'
import { testKeys } from './keys.ts'

type Json = { [name: string]: unknown }
const keys = testKeys('r')
const id = '5f2d7a96b97d9d3fea912c11'
const reference = 'QW9PHIeVyL'
const asked = { promise: 'it answers', source: 'http-doc' } as const

const created = {
  error: false,
  status: 'PENDING',
  transaction_id: id,
  receipt_url: `https://account.intram.org/payment/gate/${id}`,
  payment_url: `https://account.intram.org/payment/gate/${id}`,
  total_amount: 200,
  currency: 'xof',
  qr_code: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAA',
  message: 'Transaction created successfully',
}
const confirmed = {
  error: false,
  status: 'SUCCESS',
  message: 'statut de la transaction',
  transaction: {
    _id: id,
    _status: 'SUCCESS',
    _env: 'sandbox',
    _type: 'DEBIT',
    _reference: reference,
    _amount: 200,
    _country_code: 'BJ',
    _qrcode: created.qr_code,
    _channels: ['moov-benin', 'visa'],
    _created_at: '2024-05-06T07:08:09.123+01:00',
    _actions: { cancel_url: 'https://boutique-dossou.bj/cancel', return_url: null, callback_url: 'none' },
    _store: { name: 'Boutique Dossou', postal_adress: 'Rue 12, Cotonou', phone: '+22961234567' },
    __v: 0,
    invoice: { _id: '5f2d7a96b97d9d3fea912c12', amount: 200, transaction: id, items: [{ name: 'Robe', price: '200' }] },
  },
  marchand: { name: 'Dossou' },
  amount: 200,
  currency: 'xof',
  account_number: '22961XXXXXX',
  source: 'MOOV',
  fees: 10,
  net_amount: 210,
  customer: { name: 'Awa Dossou', phone: '22961234567', email: 'awa@example.com' },
  receipt_url: created.receipt_url,
  custom_data: { 'Awa Dossou': ['A-17', 22961234567] },
}
const refused = {
  error: true,
  status: 'ERROR',
  message: 'The request is not valid',
  details: [{ path: '/invoice/amount', message: 'must be a whole number' }],
}

type Answer = { method: string; path: string; status: number; json: Json }
const answers: Answer[] = [
  { method: 'POST', path: '/payments/request', status: 200, json: created },
  { method: 'GET', path: `/transactions/confirm/${id}`, status: 200, json: confirmed },
  { method: 'GET', path: `/transactions/confirm/${reference}`, status: 200, json: confirmed },
  { method: 'POST', path: '/payments/request', status: 400, json: refused },
]

function heard({ method, path, status, json }: Answer): { answer: Heard; asked: typeof asked } {
  const sent = method === 'POST' ? '{"invoice":{"amount":200}}' : undefined
  return { answer: { method, path, sent, status, contentType: 'application/json; charset=utf-8', json }, asked }
}

function redact(list = answers, baseUrl = 'https://webservices.intram.org:4002/api/v1') {
  return redactRecording({ heard: list.map(heard), baseUrl, hide: hider(keys) })
}

t.test('a redacted answer keeps what is evidence, and the shape of the rest', async (t) => {
  const [first, second] = redact()
  t.same(first, {
    format: 'intram-sandbox recording 1',
    server: 'webservices.intram.org',
    promise: 'it answers',
    source: 'http-doc',
    operationId: 'requestPayment',
    method: 'POST',
    path: '/payments/request',
    request: { path: '/payments/request', body: { invoice: { amount: 200 } } },
    response: {
      status: 200,
      contentType: 'application/json',
      body: {
        ...created,
        transaction_id: '000000000000000000000001',
        receipt_url: 'https://host.example/xxxxxxx/xxxx/000000000000000000000001',
        payment_url: 'https://host.example/xxxxxxx/xxxx/000000000000000000000001',
        qr_code: 'data:image/png;base64,iVBORw0KGgo=',
      },
    },
  })
  t.same(second?.response.body, {
    ...confirmed,
    transaction: {
      ...confirmed.transaction,
      _id: '000000000000000000000001',
      _reference: 'xxxxxxx002',
      _qrcode: 'data:image/png;base64,iVBORw0KGgo=',
      _created_at: '2000-01-01T00:00:00.000+00:00',
      _actions: { cancel_url: 'https://host.example/xxxxxx', return_url: null, callback_url: 'xxxx' },
      _store: { name: 'Xxxxxxxx Xxxxxx', postal_adress: 'Xxx 00, Xxxxxxx', phone: '+00000000000' },
      invoice: {
        _id: '000000000000000000000003',
        amount: 200,
        transaction: '000000000000000000000001',
        items: [{ name: 'Xxxx', price: '000' }],
      },
    },
    marchand: { name: 'Xxxxxx' },
    account_number: '00000XXXXXX',
    customer: { name: 'Xxx Xxxxxx', phone: '00000000000', email: 'xxx@xxxxxxx.xxx' },
    receipt_url: 'https://host.example/xxxxxxx/xxxx/000000000000000000000001',
    custom_data: { 'Xxx Xxxxxx': ['X-00', 1] },
  })
})

t.test('an id is the same placeholder in the URL of the next call', async (t) => {
  t.same(
    redact().map(({ request }) => request.path),
    [
      '/payments/request',
      '/transactions/confirm/000000000000000000000001',
      '/transactions/confirm/xxxxxxx002',
      '/payments/request',
    ],
  )
})

t.test('the answers of another server do not pass for those of Intram, nor tell its name', async (t) => {
  const [first] = redact(answers, 'https://intram.dossou.bj/api/v1')
  t.equal(first?.server, 'another server')
})

const sentences = [
  { says: 'Invalid API keys', kept: 'Invalid API keys' },
  { says: 'Aucun paiement en cours', kept: 'Aucun paiement en cours' },
  { says: 'statut de la transaction', kept: 'statut de la transaction' },
  { says: 'Le solde du compte est insuffisant', kept: 'Le solde du compte est insuffisant' },
  { says: 'Échec du paiement. Veuillez réessayer.', kept: 'Échec du paiement. Veuillez réessayer.' },
  { says: 'Parametre manquant: custom_datas', kept: 'Parametre manquant: custom_datas' },
  {
    says: "The payment isn't allowed; try again (status PENDING)",
    kept: "The payment isn't allowed; try again (status PENDING)",
  },
  { says: `Transaction ${id} introuvable`, kept: 'Transaction 000000000000000000000001 introuvable' },
  { says: 'Le compte de Fifamè Ahouansou est fermé', kept: 'Le compte de Xxxxxé Xxxxxxxxx est fermé' },
  { says: 'la boutique dossou n’est pas active', kept: 'la xxxxxxxx xxxxxx n’est pas active' },
  { says: 'Dossou est inconnu', kept: 'Xxxxxx est inconnu' },
  { says: 'call +229 61 23 45 67, or fifa@mail.bj', kept: 'call +000 00 00 00 00, or xxxx@xxxx.xx' },
  { says: `wrong key ${keys.secretKey}`, kept: 'wrong key …' },
]
for (const { says, kept } of sentences) {
  t.test(`of the message "${says.replace(keys.secretKey, '(a key)')}" the names and numbers go`, async (t) => {
    const [, , , , last] = redact([...answers, { ...(answers[3] as Answer), json: { message: says } }])
    t.same(last?.response.body, { message: kept })
  })
}

const people = [
  { says: 'Kossi Mensah est inconnu', kept: 'Xxxxx Xxxxxx est inconnu' },
  { says: 'kossi mensah est inconnu', kept: 'xxxxx xxxxxx est inconnu' },
  { says: 'KOSSI MENSAH est inconnu', kept: 'XXXXX XXXXXX est inconnu' },
  { says: 'le client kossi mensah-ahouansou a refusé', kept: 'le client xxxxx xxxxxx-xxxxxxxxx a refusé' },
  { says: 'le client fifamè n’a pas payé', kept: 'le client xxxxxé n’a pas payé' },
  { says: 'Élodie n’a pas payé', kept: 'éxxxxx n’a pas payé' },
  { says: 'le compte d’Élodie est fermé', kept: 'le compte d’éxxxxx est fermé' },
  { says: 'le compte de ɖɔ̀ssú est fermé', kept: 'le compte de éééxxé est fermé' },
  { says: 'le compte de коси est fermé', kept: 'le compte de éééé est fermé' },
  { says: 'kossi_mensah;kossi.mensah/kossi', kept: 'xxxxx_xxxxxx;xxxxx.xxxxxx/xxxxx' },
  { says: 'account of kossi22: denied', kept: 'account of xxxxx00: denied' },
  { says: 'account of ⓚⓞⓢⓢⓘ: denied', kept: 'account of ééééé: denied' },
  { says: 'account of a\u200bko\u200bli: denied', kept: 'account of xéxxéxx: denied' },
  { says: 'Grace has no account', kept: 'Xxxxx has no account' },
  { says: 'Will is not a client', kept: 'Xxxx is not a client' },
  { says: 'Merci est fermé. Prosper aussi.', kept: 'Xxxxx est fermé. Xxxxxxx aussi.' },
  { says: 'le compte de merci est fermé', kept: 'le compte de xxxxx est fermé' },
  { says: 'le compte de M. Marchand est fermé', kept: 'le compte de X. Xxxxxxxx est fermé' },
  { says: 'M. Marchand est inconnu', kept: 'M. Xxxxxxxx est inconnu' },
  { says: 'le compte de Rose Marchand est fermé', kept: 'le compte de Xxxx Xxxxxxxx est fermé' },
]
for (const { says, kept } of people) {
  t.test(`whom the message "${says}" alone names is not told`, async (t) => {
    const [recorded] = redact([{ ...(answers[3] as Answer), json: { message: says } }])
    t.same(recorded?.response.body, { message: kept })
  })
}

t.test('a code and the name of a field stay when their words are known, and no name passes for one', async (t) => {
  const kept = { status: 'COMPLETED', source: 'wave', currency: 'xaf', wallet_balance: { paidAt: null, _operator: 1 } }
  const hidden = { kossi: 1, Kossi: true, KossiMensah: null, known_kossi: [], wallets: { kossi: { amount: 1 } } }
  const json = { ...kept, ...hidden, transaction: { _country_code: 'TG', _env: 'kossi', _type: 'KOSSI_MENSAH' } }
  const [recorded] = redact([{ ...(answers[1] as Answer), json }])
  t.same(recorded?.response.body, {
    ...kept,
    ...{ xxxxx: 1, Xxxxx: true, XxxxxXxxxxx: null, xxxxx_xxxxx: [], wallets: { xxxxx: { amount: 1 } } },
    transaction: { _country_code: 'TG', _env: 'xxxxx', _type: 'XXXXX_XXXXXX' },
  })
})

/** As people are called in Benin and near it, in small letters and without accents, as an API may write them. */
const called = `
  abalo abdou abeni abiola adama ade adechina adebayo adjovi afi agbo agossou aguessy ahouansou aicha aime ajavon akim akoua
  akouavi akpovi ali alice amadou amavi amina amour ange angele anicet anne apollinaire ariane assiba aurore awa ayaba ayi
  azonhiho ba bah bamba basile beau benoit bio blaise blanche boni bonheur bonou brice camara celestin celestine cesar
  chabi chance chantal charite christ christian cica claire clement codjo comlan constant cosme cyrille dansou daniel david
  desire dia dieu dieudonne diop donatien dossou edwige emile espoir esperance essi estelle eve fabrice fall faye felicite
  fidele fifa fifame florent fortune france gaston gloire gnon grace guy hermann honore honorine houngbo hounsou ibrahim
  ines innocent ismael jean joel joseph joie juste justin kante kodjo koffi kofi komi kora kossi kouassi kpade landry leon
  lionel lokossou lucie ly mahougnon mama marc marie marthe mathieu medard mensah merci merveille michel modeste moise
  moussa narcisse nadege noel noellie olga orou pacome parfait pascal patience paul pierre placide precieux prince prosper
  prudence quenum raoul rene rock roi romain rose sabi sagesse sambo sanni seidou sena sero sessi sidi silva simon soglo
  sossa soule souza sow sy sylvain talon tchalla theo toure tossou vianney victoire victor vignon vital wilfried yao yayi
  yacoubou yves zannou zinsou zime
  art baker bill blessing bright cash day dean don drew earl faith favour frank gene glory good grace grant hope jack joy
  king long mark max may miles norm page pat penny rich rob sterling sue sunday sunny will young
`
t.test('no word that stays in a message is what people are called', async (t) => {
  const names = called.trim().split(/\s+/)
  t.ok(names.length > 200)
  for (const name of names) t.notOk(isPlain(name), name)
})

t.test('the words of an address are no names, those of a picture or an id neither', async (t) => {
  const url = `https://account.intram.org/payment/gate/${id}?return=payment`
  const json = {
    message: 'payment iVBORw, account',
    receipt_url: url,
    qr_code: created.qr_code,
    customer: { name: id },
  }
  const [recorded] = redact([{ ...(answers[0] as Answer), json }])
  t.match(recorded?.response.body, { message: 'payment xXXXXx, account' })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.stringMatching(/^[0-9a-f]{24}$/),
  fc.stringMatching(/^[0-9A-F]{24}$/),
  fc.stringMatching(/^[A-Za-z0-9]{9,11}$/),
  fc.stringMatching(/^[a-zé]{1,6}:(\/\/)?[a-z0-9.[\]:%@ é]{0,12}$/),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('PENDING', 'COMPLETED', 'ERROR', 'data:image/png;base64,x y', 'data:image/gif;base64,R0', '', 'Awa'),
  fc.constantFrom('2024-13-45T99:99:99Z', 'http://[::300.1.1.1]', 'http://[fe80::1]/%zz', '0'.repeat(24)),
)
const anything = fc.oneof(
  { weight: 3, arbitrary: anyText },
  fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
  fc.array(fc.oneof(anyText, fc.integer()), { maxLength: 2 }),
  fc.dictionary(fc.oneof(fc.constantFrom('name', '_id', 'path', 'amount', 'status'), fc.string()), anyText, {
    maxKeys: 3,
  }),
)

/** A true answer with one to three parts replaced, removed or added. */
const anyAnswer = fc
  .tuple(
    fc.constantFrom(...answers),
    fc.array(fc.tuple(fc.nat(), fc.option(anything, { nil: undefined }), fc.boolean()), { minLength: 1, maxLength: 3 }),
  )
  .map(([answer, changes]) => {
    const json = structuredClone(answer.json)
    for (const [at, value, isNew] of changes) {
      const places = placesOf(json)
      const [holder, name] = places[at % places.length] as [Json, string]
      if (isNew) Object.assign(holder, { [`novel_${name}`]: value })
      else if (value === undefined) delete holder[name]
      else holder[name] = value
    }
    return { ...answer, json: JSON.parse(JSON.stringify(json)) as Json }
  })

function placesOf(node: Json): [Json, string][] {
  return Object.entries(node).flatMap(([name, part]) => {
    const inner = typeof part === 'object' && part !== null ? placesOf(part as Json) : []
    return [[node, name] as [Json, string], ...inner]
  })
}

t.test('a redacted answer is what openapi.yaml says exactly when the answer was', async () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      const [recorded] = redact([answer])
      const operation = findOperation(answer.method, answer.path) as Operation
      const drift = (json: unknown) =>
        findDrift(operation, { status: answer.status, contentType: 'application/json', json }, 'http-doc')
          .filter(({ kind }) => kind !== 'undocumented field')
          .map(({ kind, field, expected }) => `${kind} ${field} ${expected}`)
      assert.deepEqual(drift(recorded?.response.body), drift(answer.json))
    }),
    { numRuns: 2000 },
  )
})

const phone = fc.tuple(fc.constantFrom('229', '+229', '01', ''), fc.integer({ min: 40_000_000, max: 99_999_999 }))
const secrets = {
  name: fc.stringMatching(/^[A-Z][b-wy-z]{3,9} [A-Z][b-wy-z]{3,9}$/),
  phone: phone.map(([prefix, number]) => `${prefix}${number}`),
  account: fc.integer({ min: 10_000_000, max: 99_999_999_999 }),
  id: fc.stringMatching(/^[1-9a-f]{24}$/),
  token: fc.stringMatching(/^[A-Za-z1-9]{12}[1-9]$/),
}

t.test('whatever an answer holds, no key, name or number of it is written', async () => {
  fc.assert(
    fc.property(fc.record(secrets), ({ name, phone, account, id, token }) => {
      const all = [name, phone, String(account), id, token, ...Object.values(keys)]
      const told = `paiement ${id} de ${name} au ${phone} par ${token} (${account}) ${keys.secretKey}`
      const url = `https://${token}.example.com/${id}/${token}?n=${encodeURIComponent(name)}&k=${keys.publicKey}`
      const wallet = { owner: name, account, [name]: { [phone]: id, [keys.privateKey]: url }, list: all }
      const sly: Json = {
        ...{ ...confirmed, message: told, status: name, source: phone, currency: token, account_number: phone },
        ...{ total_amount: account, fees: account, amount: told, receipt_url: url, customer: wallet, wallet },
        marchand: { name, _id: id, reference: token, url, key: keys.merchantKey },
        custom_data: [told, url, wallet, account],
      }
      const written = JSON.stringify(redact([...answers, { ...(answers[1] as Answer), json: sly }]))
      const words = [...all, ...name.split(' '), encodeURIComponent(name)]
      for (const secret of words) assert.ok(!written.includes(secret), `${secret} is written`)
    }),
    { numRuns: 300 },
  )
})

/** Where a name may stand that a message then holds too. */
const hidingPlaces: ((name: string) => Json)[] = [
  (name) => ({ customer: { name } }),
  (name) => ({ customer: { name: `client:${name}` } }),
  (name) => ({ customer: { email: `mailto:${name}@example.com` } }),
  (name) => ({ receipt_url: `https://host.example/shop/${name}` }),
  (name) => ({ receipt_url: `https://${encodeURIComponent(name)}.example/` }),
  (name) => ({ receipt_url: `https://host.example/?%E9=1&n=${encodeURIComponent(name)}` }),
  (name) => ({ status: `${name} 1`, custom_data: {} }),
  (name) => ({ status: `known_${name}`, customer: { name: 'known' } }),
  (name) => ({ amount: name }),
  (name) => ({ custom_data: { [name]: 1 } }),
  (name) => ({ [`${name} 1`]: 1 }),
]
const spellings = [
  (name: string) => name.toLowerCase(),
  (name: string) => name.toUpperCase(),
  (name: string) => name.normalize('NFD'),
  (name: string) => name.normalize('NFC'),
]
// ɔ̀ is a letter of Fon that is two characters in any form.
const anyName = fc.stringMatching(/^[b-df-wyz]{3}([b-wyzéô]|ɔ\u0300){3,6}$/)

t.test('wherever a name stood and however it is spelt, no message of any answer tells it', async () => {
  const placed = fc.record({
    name: anyName,
    hide: fc.constantFrom(...hidingPlaces),
    there: fc.constantFrom(...spellings),
    here: fc.constantFrom(...spellings),
  })
  fc.assert(
    fc.property(placed, ({ name, hide, there, here }) => {
      const [, confirmation, , refusal] = answers as [Answer, Answer, Answer, Answer]
      const told = { ...refusal, json: { ...refused, message: `le client ${here(name)}, refusé` } }
      const written = JSON.stringify(redact([told, { ...confirmation, json: { ...confirmed, ...hide(there(name)) } }]))
      assert.match(written, /le [^ ]+ [^ ]+, refusé/)
      assert.ok(!written.toLowerCase().normalize('NFC').includes(name.normalize('NFC')), written)
    }),
    { numRuns: 500 },
  )
})

/** Where a name may stand alone in a recording. */
const onlyPlaces: ((name: string) => Json)[] = [
  (name) => ({ message: name }),
  (name) => ({ message: `${name} est inconnu` }),
  (name) => ({ message: `le compte de ${name}, client, est fermé.` }),
  (name) => ({ message: `Échec ! ${name}: refusé (${name}-${name})` }),
  (name) => ({ details: [{ path: `/customer/${name}`, message: `must not be ${name}'s` }] }),
  (name) => ({ status: name }),
  (name) => ({ [name]: 1 }),
  (name) => ({ wallet: { [name]: 1, list: [{ [`known_${name}`]: name }] } }),
]
t.test('a name that stands in one place only is told in none, however it is spelt', async () => {
  const capitalized = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1)
  const placed = fc.record({
    name: anyName,
    place: fc.constantFrom(...onlyPlaces),
    spell: fc.constantFrom(...spellings, capitalized),
  })
  fc.assert(
    fc.property(placed, ({ name, place, spell }) => {
      const written = JSON.stringify(
        redact([{ ...(answers[3] as Answer), json: { ...refused, ...place(spell(name)) } }]),
      )
      assert.ok(!written.toLowerCase().normalize('NFC').includes(name.normalize('NFC')), written)
    }),
    { numRuns: 500 },
  )
})
