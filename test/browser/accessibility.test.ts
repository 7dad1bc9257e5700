import type { Page } from 'playwright-core'
import t from 'tap'
import { violations } from '../support/axe.ts'
import { closeBrowser, longestMs, openPage, withoutBrowser } from '../support/browser.ts'
import { startTestGate, type TestGate } from '../support/gate.ts'

const options = { skip: withoutBrowser }

t.setTimeout(longestMs)
t.after(closeBrowser)

const long = 'Anticonstitutionnellement'.repeat(8)
const orders = {
  'plain and French': { store: { name: 'Boutique Étoile' } },
  'full and English': {
    invoice: {
      amount: Number.MAX_SAFE_INTEGER,
      description: `${long} ${long}`,
      items: Array.from({ length: 5 }, () => ({ name: long, quantity: long, price: long, total_amount: long })),
      taxes: [{ name: 'TVA', amount: 600 }],
    },
    store: { name: long, tagline: long, postal_adress: long, phone: long, color: '#ffeeaa' },
    actions: { return_url: 'https://shop.test/' },
  },
}

/** Each page of the gate, and how a customer gets to see it. */
const pages: Record<string, (gate: TestGate, id: string, page: Page, url: string) => Promise<unknown>> = {
  form: (_gate, _id, page, url) => page.goto(url),
  'form for a card': async (_gate, _id, page, url) => {
    await page.goto(url)
    await page.locator('[value=VISA]').check()
  },
  'list of test numbers': async (_gate, _id, page, url) => {
    await page.goto(url)
    await page.locator('.test-numbers summary').click()
  },
  mistake: async (_gate, _id, page, url) => {
    await page.goto(url)
    await page.locator('button.primary').click()
    await page.locator('#number-error').waitFor()
  },
  wait: (_gate, _id, page, url) => page.goto(`${url}&waiting`),
  receipt: async (gate, id, page, url) => {
    await gate.pay(id)
    await page.goto(url)
  },
  decline: async (gate, id, page, url) => {
    await gate.fail(id)
    await page.goto(url)
  },
  'unknown payment': (_gate, id, page, url) => page.goto(url.replace(id, 'unknown')),
}

for (const [name, show] of Object.entries(pages)) {
  for (const [kind, order] of Object.entries(orders)) {
    t.test(`${name}, ${kind}: axe finds nothing serious, and 360 pixels are wide enough`, options, async (t) => {
      const gate = await startTestGate(t)
      const lang = kind.endsWith('French') ? 'fr' : 'en'
      const id = await gate.create(order)
      const page = await openPage(t, { viewport: { width: 360, height: 740 } })
      await show(gate, id, page, `${gate.url}/payment/gate/${id}?lang=${lang}`)
      t.same(await violations(page), [])
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      t.ok(width <= 360, `${width} pixels`)
      t.equal(await page.locator('h1').count(), 1)
    })
  }
}

// By itself it would end when nothing is open any more, and the browser is.
t.end()
