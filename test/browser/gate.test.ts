import { EventEmitter, once } from 'node:events'
import type { Page } from 'playwright-core'
import t from 'tap'
import { closeBrowser, longestMs, openPage, withoutBrowser } from '../support/browser.ts'
import { startTestGate, type TestGate } from '../support/gate.ts'
import { startReceiver } from '../support/receiver.ts'

const options = { skip: withoutBrowser }

t.setTimeout(longestMs)
t.after(closeBrowser)

const order = {
  invoice: {
    amount: 13_600,
    description: 'Commande 42',
    items: [{ name: 'Pagne wax', quantity: 2, price: '5000', total_amount: 10_000 }],
    taxes: [{ name: 'TVA', amount: 600 }],
  },
  store: { name: 'Boutique Étoile', tagline: 'Tissus', color: '#9a3412' },
}

/** A merchant's site on another origin, and the referrers and paths with which customers came back to it. */
async function startShop(t: Parameters<typeof startReceiver>[0]) {
  const page = '<title>Shop</title><link rel="icon" href="data:,"><h1>Shop</h1>'
  const { url, received } = await startReceiver(t, (_, answer) =>
    answer.setHeader('content-type', 'text/html').end(page),
  )
  const { origin } = new URL(url)
  return {
    url: origin,
    visits: () => received.map(({ headers, path }) => `${headers.referer ?? ''}${path}`),
    actions: { return_url: `${origin}/return?order=1`, cancel_url: `${origin}/cancel` },
  }
}

const gateOf = (gate: TestGate, id: string, query = '') => `${gate.url}/payment/gate/${id}${query}`
const result = (id: string, status: string) => `token=${id}&STATUS=${status}&transaction_id=${id}`
const h1 = (page: Page) => page.locator('h1').innerText()

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  t.test(`${how}: a customer pays with MTN and is back at the shop`, options, async (t) => {
    const gate = await startTestGate(t)
    const shop = await startShop(t)
    const id = await gate.create({ ...order, actions: shop.actions })
    const page = await openPage(t, { javaScriptEnabled })
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.goto(gateOf(gate, id))
    await page.getByLabel('Numéro Mobile Money').fill('61 00 00 00')
    await page.getByRole('button', { name: 'Payer' }).click()
    await page.waitForURL(`${shop.url}/**`)

    t.equal(page.url(), `${shop.url}/return?order=1&${result(id, 'SUCCESS')}`)
    t.same(shop.visits(), [`/return?order=1&${result(id, 'SUCCESS')}`], 'without a referrer')
    t.equal(await gate.statusOf(id), 'SUCCESS')
    t.same(errors, [], 'nothing was blocked')
  })

  t.test(`${how}: a declined customer is back at the shop`, options, async (t) => {
    const gate = await startTestGate(t)
    const shop = await startShop(t)
    const id = await gate.create({ ...order, actions: shop.actions })
    const page = await openPage(t, { javaScriptEnabled })
    await page.goto(gateOf(gate, id))
    await page.getByLabel('Moov Money').check()
    await page.getByLabel('Numéro Mobile Money').fill('94000001')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${shop.url}/return?order=1&${result(id, 'FAIL')}`)
    t.equal(await gate.statusOf(id), 'FAIL')
  })

  t.test(`${how}: a customer cancels`, options, async (t) => {
    const gate = await startTestGate(t)
    const shop = await startShop(t)
    const id = await gate.create({ ...order, actions: shop.actions })
    const page = await openPage(t, { javaScriptEnabled })
    await page.goto(gateOf(gate, id, '?lang=en'))
    await page.getByRole('button', { name: 'Cancel the payment' }).click()
    await page.waitForURL(`${shop.url}/cancel?${result(id, 'CANCELED')}`)
    t.equal(await gate.statusOf(id), 'CANCELED')
  })

  t.test(`${how}: a customer corrects a number, waits, and pays by card`, options, async (t) => {
    const gate = await startTestGate(t)
    const id = await gate.create(order)
    const page = await openPage(t, { javaScriptEnabled })
    await page.goto(gateOf(gate, id))
    await page.getByLabel('Moov Money').check()
    const field = page.getByLabel('Numéro Mobile Money')
    await field.fill('9400')
    await page.getByRole('button', { name: 'Payer' }).click()
    await page.locator('#number-error').waitFor()
    t.equal(await field.inputValue(), '9400')
    t.ok(await page.getByLabel('Moov Money').isChecked())
    // The browser gives it the focus a moment after the page is there.
    await field.and(page.locator(':focus')).waitFor()

    await field.fill('94000004')
    await page.getByRole('button', { name: 'Payer' }).click()
    await page.waitForURL('**?waiting&lang=fr')
    t.equal(await h1(page), 'Confirmez sur votre téléphone')
    await page.getByRole('link', { name: 'Changer de numéro' }).click()
    await page.getByLabel('Visa').check()
    t.notOk(await field.isVisible(), 'a card asks for no number')
    await page.getByRole('button', { name: 'Payer' }).click()
    await page.locator('.mark.success').waitFor()
    t.equal(await h1(page), 'Paiement réussi')
    t.equal(await gate.statusOf(id), 'SUCCESS')
  })

  t.test(`${how}: going back after paying leads to the same end`, options, async (t) => {
    const gate = await startTestGate(t)
    const shop = await startShop(t)
    const id = await gate.create({ ...order, actions: shop.actions })
    const page = await openPage(t, { javaScriptEnabled })
    await page.goto(gateOf(gate, id))
    await page.getByLabel('Visa').check()
    await page.getByRole('button', { name: 'Payer' }).click()
    await page.waitForURL(`${shop.url}/**`)

    await page.goBack()
    await page.waitForURL(gateOf(gate, id))
    await page.locator('.mark.success').waitFor()
    t.equal(await h1(page), 'Paiement réussi')
    await page.getByRole('link', { name: 'Retourner chez Boutique Étoile' }).click()
    await page.waitForURL(`${shop.url}/return?order=1&${result(id, 'SUCCESS')}`)
  })

  t.test(
    `${how}: a store whose return URL leads on to another origin is reached, and asked once`,
    options,
    async (t) => {
      const gate = await startTestGate(t)
      const shop = await startShop(t)
      const { url, received } = await startReceiver(t, (_, answer) =>
        answer.writeHead(302, { location: `${shop.url}/there` }).end(),
      )
      const id = await gate.create({ ...order, actions: { return_url: url } })
      const page = await openPage(t, { javaScriptEnabled })
      const errors: string[] = []
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      await page.goto(gateOf(gate, id))
      await page.getByLabel('Visa').check()
      await page.getByRole('button', { name: 'Payer' }).click()
      await page.waitForURL(`${shop.url}/there`)

      t.match(received, [{ method: 'GET', path: `/callback?${result(id, 'SUCCESS')}` }])
      t.equal(received.length, 1)
      t.same(errors, [], 'nothing was blocked')
      await page.goBack()
      await page.waitForURL(gateOf(gate, id))
      t.equal(await h1(page), 'Paiement réussi')
    },
  )

  t.test(`${how}: a double click pays once`, options, async (t) => {
    const gate = await startTestGate(t)
    const id = await gate.create(order)
    const page = await openPage(t, { javaScriptEnabled })
    let posts = 0
    page.on('request', (request) => {
      if (request.method() === 'POST') posts += 1
    })
    await page.goto(gateOf(gate, id))
    await page.getByLabel('Mastercard').check()
    await page.getByRole('button', { name: 'Payer' }).dblclick({ noWaitAfter: true })
    await page.locator('.mark.success').waitFor()
    t.equal(await gate.statusOf(id), 'SUCCESS')
    if (javaScriptEnabled) t.equal(posts, 1, 'and is sent once')
  })
}

t.test('a second tab moves on when the first one has paid', options, async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create(order)
  const [form, waiting] = [await openPage(t), await openPage(t)]
  await form.clock.install()
  await waiting.clock.install()
  await form.goto(gateOf(gate, id))
  await waiting.goto(gateOf(gate, id, '?waiting&lang=en'))
  await gate.pay(id)
  await form.clock.runFor(10_000)
  await waiting.clock.runFor(10_000)
  await form.locator('.mark.success').waitFor()
  await waiting.locator('.mark.success').waitFor()
  t.equal(await h1(form), 'Paiement réussi')
  t.equal(await h1(waiting), 'Payment successful')
})

t.test(
  'until the store has answered, the receipt says what is going on and asks no second time',
  options,
  async (t) => {
    const gate = await startTestGate(t)
    const asked = new EventEmitter()
    const isAsked = once(asked, 'asked')
    // A browser that gets no content stays where it is.
    const { url, received } = await startReceiver(t, (_, answer) => {
      answer.writeHead(204).end(() => asked.emit('asked'))
    })
    const id = await gate.create({ ...order, actions: { return_url: url } })
    const page = await openPage(t)
    await page.clock.install()
    await page.goto(gateOf(gate, id))
    await page.getByLabel('Visa').check()
    await page.getByRole('button', { name: 'Payer' }).click()
    await isAsked
    await page.getByText('Retour chez Boutique Étoile en cours…').waitFor()
    await page.clock.runFor(60_000)
    t.equal(received.length, 1)
  },
)

t.test('a test number is filled in, with its network, by a tap', options, async (t) => {
  const gate = await startTestGate(t)
  const page = await openPage(t)
  await page.goto(gateOf(gate, await gate.create(order)))
  await page.getByText('Bac à sable : numéros d’essai').click()
  await page.getByRole('button', { name: 'Saisir 94000002' }).click()
  t.equal(await page.getByLabel('Numéro Mobile Money').inputValue(), '94000002')
  t.ok(await page.getByLabel('Moov Money').isChecked())
})

t.test('on a narrow phone a large amount stays in one piece', options, async (t) => {
  const gate = await startTestGate(t)
  const page = await openPage(t, { viewport: { width: 360, height: 740 } })
  const id = await gate.create({ ...order, invoice: { amount: 999_999_999 } })
  const rowsOf = (selector: string) =>
    page.locator(selector).evaluateAll((elements) =>
      elements.map((element) => {
        const range = element.ownerDocument.createRange()
        range.selectNodeContents(element)
        return range.getClientRects().length
      }),
    )
  await page.goto(gateOf(gate, id))
  t.same(await rowsOf('.amount'), [1])
  await gate.pay(id)
  await page.reload()
  t.same(await rowsOf('.sum dd'), [1, 1, 1])
})

for (const [locale, sentence] of [
  ['fr-BJ', 'Payer 14 280 FCFA'],
  ['en-US', 'Pay 14 280 FCFA'],
] as const) {
  t.test(`a browser set to ${locale} reads ${sentence}, until the customer changes it`, options, async (t) => {
    const gate = await startTestGate(t)
    const page = await openPage(t, { locale })
    await page.goto(gateOf(gate, await gate.create(order)))
    const button = page.locator('button.primary')
    t.equal((await button.innerText()).replaceAll(/\s/g, ' '), sentence)
    await page.getByRole('link', { name: locale === 'en-US' ? 'Français' : 'English' }).click()
    await page.waitForURL('**?lang=*')
    t.not((await button.innerText()).replaceAll(/\s/g, ' '), sentence)
  })
}

t.test('a logo is loaded without a referrer; one that does not load leaves no hole', options, async (t) => {
  const gate = await startTestGate(t)
  for (const [status, shown] of [
    [200, 1],
    [404, 0],
  ] as const) {
    const page = await openPage(t)
    const requests: string[] = []
    await page.route('https://cdn.test/**', (route) => {
      requests.push(`${route.request().url()} ${route.request().headers().referer ?? ''}`)
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
      return route.fulfill({ status, contentType: 'image/svg+xml', body: status === 200 ? svg : '' })
    })
    const id = await gate.create({ store: { ...order.store, logo_url: 'https://cdn.test/logo.svg' } })
    await page.goto(gateOf(gate, id), { waitUntil: 'load' })
    await page.locator('img.logo').waitFor({ state: shown ? 'visible' : 'detached' })
    t.same(requests, ['https://cdn.test/logo.svg '])
  }
})

t.test('a page that frames the gate shows nothing of it', options, async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create(order)
  const page = await openPage(t)
  await page.setContent(`<iframe src="${gateOf(gate, id)}"></iframe>`, { waitUntil: 'load' })
  t.equal(await page.frameLocator('iframe').locator('main.columns').count(), 0)
})

// By itself it would end when nothing is open any more, and the browser is.
t.end()
