import fc from 'fast-check'
import t from 'tap'
import { amountText, numberText, priceText } from '../../server/domain/amount-text.ts'
import { contrast, readColor, textColorOn } from '../../server/domain/color.ts'
import { displayText } from '../../server/domain/display-text.ts'
import { readLogoUrl, readWebsite } from '../../server/domain/store-links.ts'

t.test('amounts are grouped by thousands and never break at the end of a line', async (t) => {
  for (const [amount, text] of [
    [1, '1 FCFA'],
    [999, '999 FCFA'],
    [1000, '1 000 FCFA'],
    [13_600, '13 600 FCFA'],
    [1_234_567, '1 234 567 FCFA'],
    [Number.MAX_SAFE_INTEGER, '9 007 199 254 740 991 FCFA'],
  ] as const) {
    t.equal(amountText(amount).replaceAll(/\s/g, ' '), text)
    t.notMatch(amountText(amount), / /, 'no ordinary space')
  }
})

t.test('a number of a merchant is shown as one if it is one, else as it is', async (t) => {
  for (const [value, number, price] of [
    [2, '2', '2 FCFA'],
    [13600, '13 600', '13 600 FCFA'],
    ['13600.00', '13 600', '13 600 FCFA'],
    [' 500 ', '500', '500 FCFA'],
    [1.5, '1,5', '1,5 FCFA'],
    ['-250.50', '-250,50', '-250,50 FCFA'],
    [0, '0', '0 FCFA'],
    ['two', 'two', 'two'],
    ['5 000 F', '5 000 F', '5 000 F'],
    [1e300, '1e+300', '1e+300'],
    ['', undefined, undefined],
    [null, undefined, undefined],
  ] as const) {
    t.equal(numberText(value, ',')?.replaceAll(/\s/g, ' '), number, JSON.stringify(value))
    t.equal(priceText(value, ',')?.replaceAll(/\s/g, ' '), price, JSON.stringify(value))
  }
  t.equal(numberText(1.5, '.'), '1.5')
})

t.test('a colour is #rgb, #rrggbb or a name of CSS, or there is none', async (t) => {
  for (const [text, color] of [
    ['#abc', '#aabbcc'],
    ['#A1B2C3', '#a1b2c3'],
    [' #fff ', '#ffffff'],
    ['red', '#ff0000'],
    [' Green', '#008000'],
    ['RebeccaPurple', '#663399'],
  ] as const) {
    t.equal(readColor(text), color, text)
  }
  for (const text of [
    null,
    '',
    '#',
    'reddish',
    'constructor',
    'transparent',
    '#red',
    '#ab',
    '#abcd',
    '#abcdef00',
    '#ggg',
    'abc',
    '#fff;}',
    'url(#fff)',
  ]) {
    t.equal(readColor(text), undefined, String(text))
  }
})

t.test('text can be read on any colour', async () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-f]{6}$/), (digits) => {
      const color = `#${digits}` as const
      return contrast(color, textColorOn(color)) >= 4.5
    }),
  )
})

t.test('contrast is that of WCAG', async (t) => {
  t.equal(contrast('#000000', '#ffffff'), 21)
  t.equal(contrast('#ffffff', '#ffffff'), 1)
  t.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54')
})

t.test('a displayed text is on one line, of a bearable length, and leaves its neighbours in order', async (t) => {
  for (const [text, shown] of [
    [null, undefined],
    ['', undefined],
    [' \n\t ', undefined],
    ['Café\r\n  Étoile\u0000', 'Café Étoile'],
    ['\u202eevil\u202c', 'evil'],
    ['a\u2066b\u2069c', 'abc'],
    ['متجر', 'متجر'],
    ['<b>"&\'', '<b>"&\''],
  ] as const) {
    t.equal(displayText(text), shown, JSON.stringify(text))
  }
  const long = displayText('👍🏽'.repeat(100_000), 10) ?? ''
  t.equal([...long].length, 10)
  t.match(long, /…$/)
  t.notMatch(long, /\p{Surrogate}/u)
})

t.test('a logo is loaded over https only, and a web site is http(s)', async (t) => {
  t.equal(readLogoUrl('https://cdn.test/logo.png?v=1'), 'https://cdn.test/logo.png?v=1')
  t.equal(readWebsite('http://shop.test'), 'http://shop.test/')
  for (const text of [
    null,
    '',
    'Benin - Cotonou - Akpakpa',
    'javascript:alert(1)',
    'data:image/png;base64,x',
    '//cdn.test/logo.png',
    'https://user:password@cdn.test/logo.png',
    'ftp://cdn.test/logo.png',
  ]) {
    t.equal(readLogoUrl(text), undefined, String(text))
    t.equal(readWebsite(text), undefined, String(text))
  }
  t.equal(readLogoUrl('http://cdn.test/logo.png'), undefined)
})
