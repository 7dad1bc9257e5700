import { readFileSync } from 'node:fs'
import type { FrameLocator, Page } from 'playwright-core'
import t from 'tap'
import { violations } from '../support/axe.ts'
import { closeBrowser, longestMs, openPage, withoutBrowser } from '../support/browser.ts'
import { startReceiver } from '../support/receiver.ts'
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts'

const options = { skip: withoutBrowser }

t.setTimeout(longestMs)
t.after(closeBrowser)

/** A page of a merchant, which lets in nothing but the sandbox: neither inline styles nor scripts. */
function shopPage(sandbox: string): { html: string; policy: string } {
  return {
    html: `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Boutique</title>
<link rel="icon" href="data:,"><main><h1>Boutique Étoile</h1><button id="buy">Acheter</button></main>
<script src="${sandbox}/sdk-javascript.js"></script></html>`,
    policy: `default-src 'none'; img-src data:; script-src ${sandbox}; connect-src ${sandbox}; frame-src ${sandbox}`,
  }
}

type Opened = {
  page: Page
  gate: FrameLocator
  result(): Promise<unknown>
  isOpen(): Promise<boolean>
  errors: string[]
}

/** Opens a shop on another origin, and there the widget. */
async function openWidget(
  t: Parameters<typeof openPage>[0],
  sandbox: TestSandbox,
  wanted: object = {},
  context: Parameters<typeof openPage>[1] = {},
): Promise<Opened> {
  const { html, policy } = shopPage(sandbox.url)
  const { url } = await startReceiver(t, (_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy }).end(html),
  )
  const page = await openPage(t, context)
  const errors: string[] = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text()))
  await page.goto(new URL(url).origin)
  await page.locator('#buy').focus()
  const asked = {
    public_key: sandbox.credentials.publicKey,
    amount: 13_600,
    currency: 'xof',
    company: { name: 'Boutique Étoile', template: 'default+', color: 'green' },
    ...wanted,
  }
  await page.evaluate(`window.outcome = intramOpenWidget.init(${JSON.stringify(asked)}).catch(String), undefined`)
  return {
    page,
    errors,
    gate: page.frameLocator('iframe'),
    result: () => page.evaluate('outcome'),
    isOpen: async () => (await page.getByRole('dialog').count()) > 0,
  }
}

const namesOf = async (sandbox: TestSandbox) => {
  const [made] = await sandbox.transactions()
  return { transaction: made?.reference, transaction_id: made?.id, reference: made?.reference }
}

t.test('a customer pays with MTN over the merchant’s page, which learns that it is paid', options, async (t) => {
  const sandbox = await startTestSandbox(t)
  const { page, gate, result, isOpen, errors } = await openWidget(t, sandbox)
  await gate.getByLabel('Numéro Mobile Money').fill('61000000')
  await gate.getByRole('button', { name: 'Payer' }).click()
  await gate.locator('.mark.success').waitFor()
  await gate.getByRole('button', { name: 'Retourner chez Boutique Étoile' }).click()
  t.same(await result(), { success: true, status: 'SUCCESS', ...(await namesOf(sandbox)) })
  t.notOk(await isOpen())
  t.equal(await page.evaluate('document.activeElement.id'), 'buy', 'the focus is where it was')
  t.same(errors, [], 'nothing was blocked')
})

t.test('a declined customer reads why, and the widget closes by itself', options, async (t) => {
  const sandbox = await startTestSandbox(t)
  const { page, gate, result, isOpen } = await openWidget(t, sandbox)
  await page.clock.install()
  await gate.getByLabel('Moov Money').check()
  await gate.getByLabel('Numéro Mobile Money').fill('94000001')
  await page.keyboard.press('Enter')
  await gate.getByText('Le solde du compte est insuffisant').waitFor()
  t.ok(await isOpen())
  await page.clock.runFor(10_000)
  t.same(await result(), { success: false, status: 'FAIL', ...(await namesOf(sandbox)) })
  t.notOk(await isOpen())
})

t.test('a customer who cancels is back at once', options, async (t) => {
  const sandbox = await startTestSandbox(t)
  const { gate, result, isOpen } = await openWidget(t, sandbox)
  await gate.getByRole('button', { name: 'Annuler le paiement' }).click()
  t.same(await result(), { success: false, status: 'CANCELED', ...(await namesOf(sandbox)) })
  t.notOk(await isOpen())
})

const ways: Record<string, (opened: Opened) => Promise<void>> = {
  'the cross': ({ page }) => page.getByRole('button', { name: 'Fermer le paiement' }).click(),
  Escape: async ({ page, gate }) => {
    await gate.locator('.pay-form').waitFor()
    await page.keyboard.press('Escape')
  },
  'Escape within the payment page': ({ gate }) => gate.getByLabel('Numéro Mobile Money').press('Escape'),
}
for (const [name, close] of Object.entries(ways)) {
  t.test(`${name} closes the widget and leaves the payment pending`, options, async (t) => {
    const sandbox = await startTestSandbox(t)
    const opened = await openWidget(t, sandbox)
    await opened.gate.locator('.pay-form').waitFor()
    await close(opened)
    t.same(await opened.result(), { success: false, status: 'PENDING', ...(await namesOf(sandbox)) })
    t.notOk(await opened.isOpen())
    t.equal(await opened.page.evaluate('document.activeElement.id'), 'buy')
  })
}

t.test('closed before the payment is there, the widget still says which one was made', options, async (t) => {
  const sandbox = await startTestSandbox(t)
  const { page, gate, result, isOpen } = await openWidget(t, sandbox)
  await gate.getByRole('button', { name: 'Annuler le paiement' }).click()
  await result()
  let goOn = () => {}
  const isClosed = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/widget/payments', async (route) => {
    await isClosed
    await route.continue()
  })
  await page.evaluate(
    `window.outcome = intramOpenWidget.init({ public_key: '${sandbox.credentials.publicKey}', amount: 500, currency: 'xof' }), undefined`,
  )
  await page.keyboard.press('Escape')
  t.notOk(await isOpen())
  goOn()
  t.same(await result(), { success: false, status: 'PENDING', ...(await namesOf(sandbox)) })
})

t.test('a payment that the merchant’s server made opens by its address, and stays in the frame', options, async (t) => {
  const sandbox = await startTestSandbox(t)
  const { receipt_url } = await sandbox.client.requestPayment({
    invoice: { currency: 'XOF', amount: 1000 },
    store: { name: 'Boutique' },
    actions: { return_url: 'https://shop.test/return' },
  })
  const { page, gate, result } = await openWidget(t, sandbox)
  await page.getByRole('button', { name: 'Fermer le paiement' }).click()
  await result()
  for (const name of ['url', 'billing_link']) {
    const asked = JSON.stringify({ [name]: receipt_url, key: sandbox.credentials.publicKey })
    await page.evaluate(`window.outcome = intramOpenWidget(${asked}), undefined`)
    if (name === 'url') {
      await gate.getByLabel('Visa').check()
      await gate.getByRole('button', { name: 'Payer' }).click()
    }
    await gate.getByRole('button', { name: 'Retourner chez Boutique' }).click()
    t.match(await result(), { success: true, status: 'SUCCESS' })
  }
})

t.test('a mistake of the page is an error that says what to do, and nothing stays open', options, async (t) => {
  const sandbox = await startTestSandbox(t)
  const { result, isOpen } = await openWidget(t, sandbox, { amount: 'dix' })
  t.match(await result(), 'Error: intram-sandbox: The request is not valid; /amount must be a whole number of XOF')
  t.notOk(await isOpen())
})

t.test('nothing but what the payment needs leaves the page, whatever it gives', options, async (t) => {
  const sandbox = await startTestSandbox(t)
  const { page, gate, result } = await openWidget(t, sandbox)
  await gate.getByRole('button', { name: 'Annuler le paiement' }).click()
  await result()
  const asking = page.waitForRequest((request) => request.url().endsWith('/widget/payments'))
  await page.evaluate(`window.outcome = intramOpenWidget.init({
    public_key: ${JSON.stringify(sandbox.credentials.publicKey)}, amount: 1000, currency: 'XOF', sandbox: true, button: window,
    private_key: 'private-0001', keys: { secret: 'secret-0002' }, company: { name: 'Boutique', element: document.body },
  }).catch(String), undefined`)
  t.same((await asking).postDataJSON(), {
    public_key: sandbox.credentials.publicKey,
    amount: 1000,
    currency: 'XOF',
    private_key: null,
    keys: null,
    company: { name: 'Boutique' },
  })
  await gate.getByRole('button', { name: 'Annuler le paiement' }).click()
  t.match(await result(), { status: 'CANCELED' })
  t.match(sandbox.requests()[0], { keysInBody: true })
})

t.test('an answer that is not the sandbox’s is an error that says so', options, async (t) => {
  const sandbox = await startTestSandbox(t)
  const { page, gate, result } = await openWidget(t, sandbox)
  await gate.getByRole('button', { name: 'Annuler le paiement' }).click()
  await result()
  for (const [contentType, body] of [
    ['text/html', '<h1>Bad Gateway</h1>'],
    ['application/json', 'null'],
    ['application/json', '{"message":"x"}'],
  ] as const) {
    const headers = { 'access-control-allow-origin': '*' }
    await page.route('**/widget/payments', (route) => route.fulfill({ status: 502, headers, contentType, body }), {
      times: 1,
    })
    t.equal(
      await page.evaluate('intramOpenWidget.init({}).catch(String)'),
      `Error: intram-sandbox: 502 from ${sandbox.url}, but not from the sandbox. Is a proxy before it?`,
    )
  }
})

t.test('a second click makes no second payment', options, async (t) => {
  const sandbox = await startTestSandbox(t)
  const { page, gate } = await openWidget(t, sandbox)
  t.ok(await page.evaluate('intramOpenWidget.init({}) === intramOpenWidget.init({})'))
  await gate.locator('.pay-form').waitFor()
  t.equal((await sandbox.transactions()).length, 1)
})

t.test('another site can neither frame the payment nor tell a result', options, async (t) => {
  const sandbox = await startTestSandbox(t)
  const { page, gate, isOpen } = await openWidget(t, sandbox)
  await gate.locator('.pay-form').waitFor()
  const framed = await page.locator('iframe').getAttribute('src')
  const settled = { ...(await namesOf(sandbox)), status: 'SUCCESS' }
  await page.evaluate(`new Promise((resolve) => {
    addEventListener('message', () => resolve())
    postMessage({ from: 'intram-sandbox', settled: ${JSON.stringify(settled)}, close: true }, '*')
  })`)
  t.ok(await isOpen(), 'a message of the page itself counts for nothing')

  const { url } = await startReceiver(t, (_, answer) =>
    answer
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<script>onmessage = ({ data }) => { window.heard = data }</script><iframe src="${framed}"></iframe>`),
  )
  const thief = await openPage(t)
  await thief.goto(new URL(url).origin, { waitUntil: 'load' })
  t.equal(await thief.frameLocator('iframe').locator('main').count(), 0)
  t.equal(await thief.evaluate('window.heard'), undefined)
})

for (const readme of ['README.md', 'README.fr.md']) {
  t.test(`what ${readme} shows works as it is`, options, async (t) => {
    const sandbox = await startTestSandbox(t)
    const [, snippet = ''] = /<!-- test: widget -->\n```html\n([\s\S]*?)```/.exec(readFileSync(readme, 'utf8')) ?? []
    const page = await openPage(t)
    const { url } = await startReceiver(t, (_, answer) =>
      answer
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(snippet.replace('http://localhost:4002', sandbox.url)),
    )
    await page.goto(new URL(url).origin)
    const logged = page.waitForEvent('console', (message) => message.type() === 'log')
    await page.locator('#pay').click()
    const gate = page.frameLocator('iframe')
    await gate.getByLabel('Visa').check()
    await gate.getByRole('button', { name: 'Payer' }).click()
    await gate.getByRole('button', { name: 'Retourner chez Mon Magasin' }).click()
    t.match((await logged).text(), /^true SUCCESS [0-9a-f]{24}$/)
  })
}

const screens = {
  'a phone': { viewport: { width: 360, height: 740 }, locale: 'fr-FR' },
  'a wide screen': { viewport: { width: 1280, height: 860 }, locale: 'en-GB' },
}
for (const [name, context] of Object.entries(screens)) {
  t.test(`on ${name} axe finds nothing serious around the frame, and in it nothing is cut off`, options, async (t) => {
    const sandbox = await startTestSandbox(t)
    const { page, gate } = await openWidget(t, sandbox, {}, context)
    await gate.locator('.pay-form').waitFor()
    t.same(await violations(page), [])
    const box = await page.locator('iframe').boundingBox()
    t.equal(box?.width, Math.min(context.viewport.width, 480))
    const inside = page.frames()[1]
    t.equal(await inside?.evaluate('document.documentElement.scrollWidth'), box?.width)
  })
}

// By itself it would end when nothing is open any more, and the browser is.
t.end()
