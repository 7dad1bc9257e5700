import fc from 'fast-check'
import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import t from 'tap'
import { payWith, startTestGate } from '../support/gate.ts'

const hostile = {
  markup: '"><script>alert(1)</script>',
  attribute: `' onfocus='alert(1)' autofocus x="`,
  entity: '&lt;b&gt; &amp;amp; &#39;',
  comment: '--><!-- ]]> </title></textarea></style>',
  template: '{{1+1}} <%= 1 %> #{1}',
  reversed: '\u202egnirts\u2066\u0000\u001b[31m',
  long: 'W'.repeat(5000),
  lone: '\ud800 half',
}

/** A payment in which a merchant typed one text into every field that takes text. */
function everywhere(text: string) {
  return {
    invoice: {
      description: text,
      items: [{ name: text, quantity: text, price: text, total_amount: text, description: text }],
      taxes: [{ name: text, amount: text }],
      channels: [text],
    },
    store: {
      name: text,
      tagline: text,
      postal_adress: text,
      phone: text,
      logo_url: text,
      web_site_url: text,
      color: text,
      template: text,
    },
  }
}

for (const [name, text] of Object.entries(hostile)) {
  t.test(`a merchant types ${name} into every field, and it stays text`, async (t) => {
    const gate = await startTestGate(t)
    const id = await gate.create(everywhere(text))
    const final = await gate.create(everywhere(text))
    await gate.pay(final, { customer: { name: text, phone: text, email: text } })
    for (const page of [
      await gate.open(id),
      await gate.open(id, { query: '?waiting&lang=en' }),
      await gate.post(id, { ...payWith(text), channel: text }),
      await gate.post(id, payWith(text)),
      await gate.open(final),
    ]) {
      t.ok(page.status === 200 || page.status === 422)
      t.same(scriptsAndHandlers(page.html), [], 'nothing runs but our own script')
      t.notMatch(page.html, /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u, 'nothing reorders the page')
      t.ok(page.html.length < 20_000, `${page.html.length} characters`)
    }
  })
}

t.test('any text in any field gives a page of the same structure', async (t) => {
  const gate = await startTestGate(t)
  const structureOf = (html: string) => elementsOf(html).map(({ name }) => name)
  const plain = structureOf((await gate.open(await gate.create(everywhere('plain')))).html)
  const text = fc.string({ unit: 'binary', minLength: 1 }).map((string) => `x${string}`)
  await fc.assert(
    fc.asyncProperty(text, async (string) => {
      const { html } = await gate.open(await gate.create(everywhere(string)))
      return JSON.stringify(structureOf(html)) === JSON.stringify(plain)
    }),
    { numRuns: 60 },
  )
})

t.test('what a customer typed comes back as text in the field, for correction', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create()
  const { status, html } = await gate.post(id, payWith('"><img src=x onerror=alert(1)>', 'MOOV'))
  t.equal(status, 422)
  t.match(html, 'value="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"')
  t.match(html, 'value="MOOV" checked')
})

t.test('a thousand items are shown up to fifty, and the rest is counted', async (t) => {
  const gate = await startTestGate(t)
  const items = Array.from({ length: 1000 }, (_, n) => ({ name: `Item ${n}`, price: n }))
  const { html } = await gate.open(await gate.create({ invoice: { items, taxes: [{ name: 'TVA', amount: 1 }] } }))
  t.match(html, 'Item 49<')
  t.notMatch(html, 'Item 50<')
  t.match(html, 'et 951 autres lignes')
})

type Element = { name: string; attributes: Record<string, string> }

/** Our pages are well-formed enough for an XML parser, once void elements are closed: anything else is a leak. */
function elementsOf(html: string): Element[] {
  const xml = html
    .replace('<!doctype html>', '')
    .replaceAll(/<(meta|link|img|input)\b([^>]*)>/g, '<$1$2/>')
    .replaceAll(/(?<=["\w]) (defer|checked|autofocus|novalidate|open)(?=[ >/])/g, ' $1=""')
  const elements: Element[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local, attributes }) => {
    const values = Object.entries(attributes as Record<string, SaxesAttributeNS>).map(([key, { value }]) => [
      key,
      value,
    ])
    elements.push({ name: local, attributes: Object.fromEntries(values) })
  })
  parser.write(xml).close()
  return elements
}

function scriptsAndHandlers(html: string): unknown[] {
  return elementsOf(html).filter(({ name, attributes }) => {
    const names = Object.keys(attributes)
    const isOwnScript = name === 'script' && attributes.src?.startsWith('/payment/gate/assets/')
    const links = [attributes.href, attributes.src, attributes.action].filter((url) => url !== undefined)
    return (
      (name === 'script' && !isOwnScript) ||
      names.some((attribute) => attribute.startsWith('on') || attribute === 'style') ||
      links.some((url) => !/^(\/payment\/gate\/|data:image\/png;base64,|data:,$)/.test(url))
    )
  })
}
