import t from 'tap'
import { english } from '../../server/gate/sentences/english.ts'
import { french } from '../../server/gate/sentences/french.ts'
import { payWith, startTestGate } from '../support/gate.ts'

const plain = (html: string) => html.replaceAll(/[\u00a0\u202f]/g, ' ')

t.test('the form shows what is paid, to whom, and how', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create({
    invoice: {
      amount: '13600.00',
      description: 'Commande 42',
      items: [
        { name: 'Pagne wax', quantity: '2', price: '5000.00', total_amount: '10000' },
        { name: 'Livraison', price: 3000 },
        { name: null, qte: 1 },
      ],
      taxes: [
        { name: 'TVA', amount: 600 },
        { name: null, amount: null },
      ],
    },
    store: {
      name: 'Mon Magasin',
      tagline: 'Tissus du Bénin',
      postal_adress: 'Akpakpa, Cotonou',
      phone: '+229 21 00 00 00',
    },
  })
  const html = plain((await gate.open(id)).html)
  for (const text of [
    '<html lang="fr">',
    '<title>Paiement – Mon Magasin</title>',
    'Tissus du Bénin',
    'Akpakpa, Cotonou',
    '+229 21 00 00 00',
    '13 600 FCFA',
    '+ 680 FCFA de frais, soit 14 280 FCFA au total',
    'Commande 42',
    'Pagne wax',
    '2 × 5 000 FCFA',
    '10 000 FCFA',
    'Livraison',
    '× 1',
    'TVA',
    '600 FCFA',
    'Payer 14 280 FCFA',
    'Bac à sable : aucun argent ne circule.',
    'src="data:image/png;base64,',
    'inputmode="tel"',
    'autocomplete="tel"',
    '61000000',
    '94000000',
  ]) {
    t.ok(html.includes(text), text)
  }
  t.equal(html.match(/Livraison/g)?.length, 1)
  t.equal(html.match(/3 000 FCFA/g)?.length, 1, 'a price that is the total is not said twice')
  t.notMatch((await gate.open(id)).html, /\d FCFA|\d 000/, 'no amount breaks at the end of a line')
  t.equal(html.match(/<h1/g)?.length, 1)
  t.ok(html.length < 20_000, `${html.length} characters`)
})

for (const [channels, shown] of [
  [undefined, ['MTN', 'MOOV', 'VISA', 'MASTERCARD']],
  [
    ['moov-benin', 'visa'],
    ['MOOV', 'VISA'],
  ],
  [['unknown'], ['MTN', 'MOOV', 'VISA', 'MASTERCARD']],
  [['visa'], ['VISA']],
] as const) {
  t.test(`an invoice for ${JSON.stringify(channels)} offers ${shown}, and takes nothing else`, async (t) => {
    const gate = await startTestGate(t)
    const id = await gate.create({ invoice: { channels } })
    const { html } = await gate.open(id)
    t.same(
      [...html.matchAll(/name="channel" value="(\w+)"/g)].map(([, channel]) => channel),
      shown,
    )
    t.equal(
      html.includes('id="number"'),
      shown.some((channel) => channel === 'MTN' || channel === 'MOOV'),
    )
    for (const channel of ['MTN', 'WAVE', 'visa', '']) {
      if ((shown as readonly string[]).includes(channel)) continue
      const answer = await gate.post(id, payWith('61000000', channel))
      t.equal(answer.status, 422, channel)
      t.match(answer.html, 'Choisissez un des moyens de paiement')
      t.match(answer.html, /<fieldset aria-describedby="channel-error">[\s\S]* autofocus>/)
    }
    t.equal(await gate.statusOf(id), 'PENDING')
  })
}

for (const [typed, sentence] of [
  ['', french.errors.numberMissing],
  ['  ', french.errors.numberMissing],
  ['6100000', french.errors.numberWrong],
  ['+33 6 12 34 56 78', french.errors.numberWrong],
] as const) {
  t.test(`the number ${JSON.stringify(typed)} comes back with an error on the field`, async (t) => {
    const gate = await startTestGate(t)
    const id = await gate.create()
    const { status, html } = await gate.post(id, payWith(typed, 'MOOV'))
    t.equal(status, 422)
    t.match(html, `<p class="error" id="number-error">${sentence}</p>`)
    t.match(html, `value="${typed.trim()}" aria-invalid="true" aria-describedby="number-error number-hint" autofocus>`)
    t.match(html, 'value="MOOV" checked')
    t.match(html, '<title>Erreur\u00a0: ')
  })
}

for (const [query, accepted, language] of [
  ['', undefined, 'fr'],
  ['', 'en', 'en'],
  ['', 'en-GB,en;q=0.9', 'en'],
  ['', 'fr-BJ, en;q=0.8', 'fr'],
  ['', 'de, en;q=0.5, fr;q=0.4', 'en'],
  ['', 'de', 'fr'],
  ['', '*', 'fr'],
  ['', 'en;q=0, fr;q=0.1', 'fr'],
  ['', ';;;,q=', 'fr'],
  ['?lang=en', 'fr', 'en'],
  ['?lang=fr', 'en', 'fr'],
  ['?lang=de', 'en', 'en'],
  ['?lang=en&lang=fr', 'en', 'en'],
  ['?lang=EN', 'fr', 'fr'],
] as const) {
  t.test(`${query || 'no ?lang='} and Accept-Language ${accepted} give ${language}`, async (t) => {
    const gate = await startTestGate(t)
    const id = await gate.create()
    const headers = { 'accept-language': accepted ?? '' }
    const { html } = await gate.open(id, { query, headers })
    t.match(html, `<html lang="${language}">`)
    t.match(html, `action="/payment/gate/${id}?lang=${language}"`, 'and the form keeps it')
    t.match(html, `?lang=${language === 'fr' ? 'en' : 'fr'}" hreflang`, 'with a link to the other one')
  })
}

t.test('the wait and the errors stay in the language', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create()
  const { location } = await gate.post(id, payWith('61000004'), { query: '?lang=en' })
  const { html } = await gate.open(id, { query: location?.slice(location.indexOf('?')) ?? '' })
  t.match(html, '<h1>Confirm on your phone</h1>')
  t.match(html, `href="/payment/gate/${id}?waiting&amp;lang=fr"`)
  t.match(html, `data-status="/payment/gate/${id}/status?lang=en"`)
  t.match((await gate.post(id, payWith('1'), { query: '?lang=en' })).html, english.errors.numberWrong)
})

t.test('a customer with a card is not sent to a phone', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create({ invoice: { custom_datas: { scenario: 'never-settles' } } })
  await gate.post(id, { action: 'pay', channel: 'VISA' })
  const { html } = await gate.open(id, { query: '?waiting&lang=en' })
  t.match(html, '<h1>Payment in progress</h1>')
  t.match(html, 'the bank’s answer')
  t.match(html, 'Pay in another way')
  t.notMatch(html, /phone|number/i)
})

for (const [scenario, sentence] of [
  [undefined, english.testNumbersIntro],
  ['no-callback', english.testNumbersIntro],
  ['delayed:3s;fail:wrong-pin', english.testNumbersBut('delayed:3s;fail:wrong-pin')],
] as const) {
  t.test(`the list of numbers tells what comes of the others when the payment plays ${scenario}`, async (t) => {
    const gate = await startTestGate(t)
    const id = await gate.create({ invoice: { custom_datas: { scenario } } })
    t.match((await gate.open(id, { query: '?lang=en' })).html, `<p>${sentence}</p>`)
  })
}

t.test('a payment whose time has run out is not called declined', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create()
  await gate.advance('6m')
  const { html } = await gate.open(id, { query: '?lang=en' })
  t.match(html, '<h1>Time has run out</h1>')
  t.match(html, '<code>FAIL</code>')
  t.notMatch(html, 'declined')
})

t.test('the receipt of a payment says all that there is to say', async (t) => {
  const gate = await startTestGate(t)
  const return_url = 'https://shop.test/return?order=1'
  const id = await gate.create({ invoice: { amount: 13600 }, actions: { return_url } })
  const { payment, reference, settledAt } = await gate.pay(id, { channel: 'MOOV', accountNumber: '94000000' })
  const html = plain((await gate.open(id, { query: '?lang=en' })).html)
  t.equal(payment.fees, 680)
  for (const text of [
    '<h1>Payment successful</h1>',
    'SUCCESS',
    'Test Store',
    '13 600 FCFA',
    '680 FCFA',
    '14 280 FCFA',
    'Moov Money',
    '22994XXXXXX',
    reference,
    `<time datetime="${settledAt.toISOString()}">`,
    '(Benin time)',
    `href="https://shop.test/return?order=1&amp;token=${id}&amp;STATUS=SUCCESS&amp;transaction_id=${id}"`,
    'Back to Test Store',
  ]) {
    t.ok(html.includes(text), text)
  }
  t.notMatch(html, '94000000', 'the number is masked')
})

t.test('without return URLs the receipt links to the web site of the store, if it is one', async (t) => {
  const gate = await startTestGate(t)
  for (const [web_site_url, link] of [
    ['https://monmagasin.test', 'href="https://monmagasin.test/"'],
    ['Benin - Cotonou', undefined],
    ['javascript:alert(1)', undefined],
    [null, undefined],
  ] as const) {
    const id = await gate.create({ store: { web_site_url } })
    await gate.cancel(id)
    const { html } = await gate.open(id)
    if (link) t.match(html, link)
    else t.notMatch(html, 'Retourner chez')
  }
})

t.test('French has its spaces before colons, and neither language straight apostrophes', async (t) => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'function'
        ? [String(value('X', 'Y'))]
        : Object.values(value as object).flatMap(texts)
  for (const text of texts(french)) {
    t.notMatch(text, /(?<!\u00a0):|(?<!\u202f)[;!?]|'|\.\.\./, text)
  }
  for (const text of texts(english)) t.notMatch(text, /'|\.\.\.|\s[:;!?]/, text)
})
