import { encodeQR } from 'qr'
import { type Bitmap, pngDataUrl, quietZone, toBitmap } from './png.ts'

export type QrCodes = {
  /** A PNG as a data URL, or nothing for a text so long that the code would be too dense for a phone to read. */
  dataUrl(url: string): string | undefined
  /** Makes this prefix fast in the background. Other prefixes earn that by being used. */
  prepare(prefix: string): void
}

type Encode = (text: string) => Bitmap

// Prefixes come from clients (the Host header), so everything that is kept about them is bounded.
const longestText = 666 // what version 20 holds, twice the longest host name
const usesBeforeTable = 50
const mostTables = 8
const mostCounted = 64
const idLength = 24

/** QR codes of URLs that end in a transaction id: drawn from a table in 4 µs, or else by the library in 30 µs. */
export function createQrCodes(later: (step: () => void) => void = inAMoment, encode: Encode = encodeAlike): QrCodes {
  const tables = new Map<string, { steps: Iterator<undefined, Table>; table: Table | undefined }>()
  const uses = new Map<string, number>()
  let working = false

  function startTable(prefix: string) {
    uses.delete(prefix)
    keep(tables, prefix, { steps: buildTable(prefix, encode), table: undefined }, mostTables)
    if (!working) later(work)
    working = true
  }

  function work() {
    const entry = [...tables.values()].find(({ table }) => !table)
    working = entry !== undefined
    if (!entry) return
    const { done, value } = entry.steps.next()
    if (done) entry.table = value
    later(work)
  }

  function countUse(prefix: string) {
    const count = (uses.get(prefix) ?? 0) + 1
    if (count < usesBeforeTable) keep(uses, prefix, count, mostCounted)
    else startTable(prefix)
  }

  return {
    dataUrl(url) {
      const prefix = url.slice(0, -idLength)
      const entry = tables.get(prefix)
      if (entry) keep(tables, prefix, entry, mostTables)
      const bitmap = entry?.table && draw(entry.table, url)
      if (bitmap) return pngDataUrl(bitmap)

      if (Buffer.byteLength(url) > longestText) return undefined
      if (!entry && /[0-9a-f]{24}$/.test(url)) countUse(prefix)
      return pngDataUrl(encode(url))
    },
    prepare(prefix) {
      if (!tables.has(prefix) && Buffer.byteLength(prefix) + idLength <= longestText) startTable(prefix)
    },
  }
}

/** Soon, but not for the sake of it: an unreferenced timer (an unreferenced immediate would wait for traffic). */
function inAMoment(step: () => void): void {
  setTimeout(step, 1).unref()
}

/** Puts an entry last, and lets the first one go if there are too many. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= most) return
    map.delete(oldest)
  }
}

/** The same version, level, mask and encoding for all texts of a length: without that, tables would not be possible. */
export function encodeAlike(text: string): Bitmap {
  return toBitmap(encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', mask: 2, border: quietZone }))
}

type Table = { zero: Uint32Array; differences: Uint32Array; words: Uint32Array; bitmap: Bitmap }

/** A QR code is affine over GF(2): a digit of the id always changes the same modules, whatever the other digits are. */
function* buildTable(prefix: string, encode: Encode): Generator<undefined, Table> {
  const { side, bits } = encode(prefix + '0'.repeat(idLength))
  yield
  pngDataUrl({ side, bits }) // makes what all images of this size share
  const zero = new Uint32Array(bits.buffer)
  const differences = new Uint32Array(idLength * 16 * zero.length)
  for (let place = 0; place < idLength; place++) {
    const effects: Uint32Array[] = []
    for (const digit of 'a8421') {
      yield
      const id = digit.padStart(place + 1, '0').padEnd(idLength, '0')
      effects.push(xor(new Uint32Array(encode(prefix + id).bits.buffer), zero))
    }
    differences.set(combine(effects), place * 16 * zero.length)
  }
  const words = new Uint32Array(zero.length)
  return { zero, differences, words, bitmap: { side, bits: new Uint8Array(words.buffer) } }
}

/** What each digit changes, one after the other: in ASCII, "b" is "0" with the changes of "a", "2" and "1", and so on. */
function combine(effects: Uint32Array[]): Uint32Array {
  const { length } = effects[0] as Uint32Array
  const differences = new Uint32Array(16 * length)
  for (const [value, digit] of [...'0123456789abcdef'].entries()) {
    let change = digit.charCodeAt(0) ^ 0x30
    for (const [i, step] of [0x51, 8, 4, 2, 1].entries()) {
      if (change < step) continue
      change ^= step
      xor(differences.subarray(value * length, (value + 1) * length), effects[i] as Uint32Array)
    }
  }
  return differences
}

/** The code of a URL, valid until the next one is drawn, or nothing when the URL does not end in an id. */
function draw({ zero, differences, words, bitmap }: Table, url: string): Bitmap | undefined {
  const { length } = words
  words.set(zero)
  // Four digits at a time: fetching and storing the words takes longer than combining them.
  for (let place = 0, at = url.length - idLength; place < idLength; place += 4, at += 4) {
    const [a, b, c, d] = [hexDigit(url, at), hexDigit(url, at + 1), hexDigit(url, at + 2), hexDigit(url, at + 3)]
    if ((a | b | c | d) < 0) return undefined
    const first = (place * 16 + a) * length
    const second = (place * 16 + 16 + b) * length
    const third = (place * 16 + 32 + c) * length
    const fourth = (place * 16 + 48 + d) * length
    for (let i = 0; i < length; i++) {
      words[i] =
        (words[i] as number) ^
        (differences[first + i] as number) ^
        (differences[second + i] as number) ^
        (differences[third + i] as number) ^
        (differences[fourth + i] as number)
    }
  }
  return bitmap
}

/** The value of a lower-case hexadecimal digit, or -1. */
function hexDigit(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 48 && code <= 57) return code - 48
  return code >= 97 && code <= 102 ? code - 87 : -1
}

function xor(target: Uint32Array, other: Uint32Array): Uint32Array {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) ^ (other[i] as number)
  return target
}
