import { crc32, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { encodeQR } from 'qr'
import { decodeQR } from 'qr/decode.js'
import t from 'tap'
import { createQrCodes, encodeAlike } from '../server/api/qr-codes.ts'

const id = '65a1b2c3d4e5f60718293a4b'
const prefixes = [
  '',
  'http://localhost:4002/payment/gate/',
  'http://127.0.0.1:65535/payment/gate/',
  'http://[2001:db8:85a3::8a2e:370:7334]:4002/payment/gate/',
  'https://sandbox.example.com:8443/payment/gate/',
  'https://paiement.bénin.example/payment/gate/',
  `https://${'a'.repeat(253)}/payment/gate/`,
  'x'.repeat(666 - 24),
]
const hexIds = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 24, maxLength: 24 })

t.test('an image shows the modules that the library makes, for any id', async (t) => {
  for (const prefix of prefixes) {
    const { qrCodes } = prepared(prefix)
    fc.assert(
      fc.property(hexIds, (id) => sameText(readPng(qrCodes.dataUrl(prefix + id)), libraryModules(prefix + id))),
      { numRuns: prefix.length < 100 ? 200 : 20 },
    )
    t.pass(`${prefix.length} characters before the id`)
  }
})

t.test('a table and the library answer the same, digit by digit and place by place', async (t) => {
  const prefix = 'http://localhost:4002/payment/gate/'
  const { qrCodes } = prepared(prefix)
  const { qrCodes: withoutTable } = manual()
  for (let place = 0; place < 24; place++) {
    for (const digit of '0123456789abcdef') {
      const url = prefix + id.slice(0, place) + digit + id.slice(place + 1)
      if (qrCodes.dataUrl(url) !== withoutTable.dataUrl(url)) t.fail(url)
    }
  }
})

t.test('a decoder reads the URL back', async (t) => {
  for (const prefix of prefixes) {
    const { qrCodes } = prepared(prefix)
    fc.assert(
      fc.property(hexIds, (id) => decode(qrCodes.dataUrl(prefix + id)) === prefix + id),
      { numRuns: 20 },
    )
    t.equal(decode(manual().qrCodes.dataUrl(prefix + id)), prefix + id)
  }
})

t.test('every size of code makes a sound image', async (t) => {
  const { qrCodes } = manual()
  const sizes = new Set<number>()
  for (let length = 0; length <= 666; length += 9) {
    const modules = readPng(qrCodes.dataUrl('a'.repeat(length)))
    sizes.add(modules.length)
    if (!sameText(modules, libraryModules('a'.repeat(length)))) t.fail(`${length} characters`)
  }
  t.equal(sizes.size, 20)
})

t.test('an image is small, four pixels to a module, with four light modules around the code', async (t) => {
  const url = manual().qrCodes.dataUrl(`http://localhost:4002/payment/gate/${id}`)
  const modules = readPng(url)

  t.equal(modules.length, 33 + 8)
  t.ok(String(url).length < 600)
  for (let i = 0; i < 41; i++) {
    for (const edge of [0, 1, 2, 3, 37, 38, 39, 40]) t.notOk(modules[edge]?.[i] || modules[i]?.[edge])
  }
})

t.test('a text that no phone could read has no image', async (t) => {
  const { qrCodes, steps } = manual()
  const tooLong = 'x'.repeat(667 - 24)
  qrCodes.prepare(tooLong)
  t.equal(qrCodes.dataUrl(tooLong + id), undefined)
  t.equal(qrCodes.dataUrl('é'.repeat(334)), undefined, 'bytes count, not characters')
  t.equal(qrCodes.dataUrl('x'.repeat(1_000_000)), undefined)
  t.equal(steps.length, 0)
})

t.test('any text whatever is answered', async (t) => {
  const { qrCodes } = prepared('')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) =>
      sameText(readPng(qrCodes.dataUrl(text)), libraryModules(text)),
    ),
  )
  t.equal(decode(qrCodes.dataUrl('\ud800')), '\ufffd')
})

t.test('a URL that ends in no id goes through the library, table or not', async (t) => {
  const { qrCodes, libraryCalls, finish } = counted()
  qrCodes.prepare('http://localhost/')
  finish()
  for (const end of [id.toUpperCase(), id.replace('6', 'g'), id.replace('a', '/'), id.replace('b', 'é'), id.slice(1)]) {
    const before = libraryCalls()
    t.equal(decode(qrCodes.dataUrl(`http://localhost/${end}`)), `http://localhost/${end}`)
    t.equal(libraryCalls(), before + 1)
  }
})

t.test('a prepared prefix no longer needs the library', async (t) => {
  const { qrCodes, libraryCalls, finish } = counted()
  qrCodes.prepare('http://localhost/')
  qrCodes.prepare('http://localhost/')
  t.equal(libraryCalls(), 0, 'nothing happens before its turn')
  finish()

  const made = libraryCalls()
  t.equal(made, 1 + 24 * 5)
  t.equal(decode(qrCodes.dataUrl(`http://localhost/${id}`)), `http://localhost/${id}`)
  qrCodes.prepare('http://localhost/')
  finish()
  t.equal(libraryCalls(), made)
})

t.test('a table is made by one call to the library at a time', async (t) => {
  const { qrCodes, libraryCalls, steps } = counted()
  qrCodes.prepare('http://localhost/')
  qrCodes.prepare('http://127.0.0.1/')
  while (steps.length > 0) {
    const before = libraryCalls()
    if (steps.length > 1) t.fail('two steps wait')
    steps.shift()?.()
    if (libraryCalls() > before + 1) t.fail('two calls in one step')
  }
  t.equal(libraryCalls(), 2 * (1 + 24 * 5))
})

t.test('a prefix earns its table by being used fifty times', async (t) => {
  const { qrCodes, libraryCalls, steps, finish } = counted()
  for (let use = 0; use < 49; use++) qrCodes.dataUrl(`http://localhost/${id}`)
  t.equal(steps.length, 0)
  qrCodes.dataUrl(`http://localhost/${id}`)
  t.equal(steps.length, 1)
  t.equal(decode(qrCodes.dataUrl(`http://localhost/${id}`)), `http://localhost/${id}`, 'it is served meanwhile')
  finish()

  const before = libraryCalls()
  qrCodes.dataUrl(`http://localhost/${id}`)
  t.equal(libraryCalls(), before)
})

t.test('endless prefixes earn nothing', async (t) => {
  const { qrCodes, steps } = manual()
  for (let round = 0; round < 60; round++) {
    for (let host = 0; host < 65; host++) qrCodes.dataUrl(`http://${host}/${id}`)
  }
  t.equal(steps.length, 0)
})

t.test('eight prefixes have tables, and the longest unused goes', async (t) => {
  const { qrCodes, libraryCalls, finish } = counted()
  const calls = (host: number) => {
    const before = libraryCalls()
    qrCodes.dataUrl(`http://${host}/${id}`)
    return libraryCalls() - before
  }
  for (let host = 0; host < 8; host++) qrCodes.prepare(`http://${host}/`)
  finish()
  t.same([0, 1, 2, 3, 4, 5, 6, 7].map(calls), [0, 0, 0, 0, 0, 0, 0, 0])

  calls(0)
  qrCodes.prepare('http://8/')
  finish()
  t.same([0, 1, 2, 3, 4, 5, 6, 7, 8].map(calls), [0, 1, 0, 0, 0, 0, 0, 0, 0])
})

t.test('a prefix that has to go before its table is made costs nothing more', async (t) => {
  const { qrCodes, libraryCalls, finish } = counted()
  for (let host = 0; host < 100; host++) qrCodes.prepare(`http://${host}/`)
  finish()
  t.equal(libraryCalls(), 8 * (1 + 24 * 5))
})

t.test('work in the background does not keep the process alive', async (t) => {
  const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length
  const before = timers()
  createQrCodes().prepare('http://localhost/')
  t.equal(timers(), before)
})

/** QR codes whose background work waits in `steps` until the test does it. */
function manual(encode = encodeAlike) {
  const steps: (() => void)[] = []
  const qrCodes = createQrCodes((step) => steps.push(step), encode)
  const finish = () => {
    while (steps.length > 0) steps.shift()?.()
  }
  return { qrCodes, steps, finish }
}

function prepared(prefix: string) {
  const { qrCodes, finish } = manual()
  qrCodes.prepare(prefix)
  finish()
  return { qrCodes }
}

function counted() {
  let calls = 0
  const counting = (text: string) => {
    calls++
    return encodeAlike(text)
  }
  return { ...manual(counting), libraryCalls: () => calls }
}

function libraryModules(text: string): boolean[][] {
  return encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', mask: 2, border: 4 })
}

function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function decode(url: string | undefined): string {
  const modules = readPng(url)
  const side = modules.length * 4
  const data = new Uint8Array(side * side * 4).fill(255)
  for (let i = 0; i < side * side; i++) {
    if (modules[Math.floor(i / side / 4)]?.[Math.floor((i % side) / 4)]) data.fill(0, 4 * i, 4 * i + 3)
  }
  return decodeQR({ width: side, height: side, data }, { timeLimit: 10_000 })
}

/** Reads a one-bit grey PNG of four pixels to a module (true is dark), checking all that a PNG promises. */
function readPng(url = ''): boolean[][] {
  const [, base64 = ''] = url.split('data:image/png;base64,')
  const file = Buffer.from(base64, 'base64')
  if (file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('not a PNG')
  const chunks: Record<string, Buffer> = {}
  for (let at = 8; at < file.length; ) {
    const end = at + 8 + file.readUInt32BE(at)
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) throw new Error('wrong CRC')
    chunks[file.toString('latin1', at + 4, at + 8)] = file.subarray(at + 8, end)
    at = end + 4
  }
  const { IHDR, IDAT, IEND } = chunks
  if (!IHDR || !IDAT || !IEND) throw new Error('a chunk is missing')

  const side = IHDR.readUInt32BE(0)
  const rowBytes = 1 + Math.ceil(side / 8)
  const pixels = inflateSync(IDAT) // checks Adler-32, too
  if (IHDR.readUInt32BE(4) !== side || IHDR.toString('hex', 8) !== '0100000000') throw new Error('wrong header')
  if (pixels.length !== side * rowBytes) throw new Error('wrong size')

  const rows = Array.from({ length: side }, (_, y) => pixels.toString('hex', y * rowBytes, (y + 1) * rowBytes))
  if (!rows.every((row, y) => /^00[0f]+$/.test(row) && row === rows[y - (y % 4)])) throw new Error('uneven modules')
  return rows
    .filter((_, y) => y % 4 === 0)
    .map((row) => [...row.slice(2, 2 + side / 4)].map((pixels) => pixels === '0'))
}
