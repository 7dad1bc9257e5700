import { crc32 } from 'node:zlib'

/** The rows of a QR code, 1 for light: two zeros (PNG's "no filter"), the quiet zone, the modules, light to the end. */
export type Bitmap = { side: number; bits: Uint8Array }

/** How many light modules a QR code needs around it. */
export const quietZone = 4

// With four pixels to a module, a byte shows two modules and has one of four values: each gets a code of three bits.
// Deflate is then a look-up, and four equal rows of pixels are one row and "the same, three times" in nine bits or so.
const scale = 4
const margin = quietZone * scale

/** Packs a matrix (true is dark) that has its quiet zone. The buffer is whole 32-bit words, to be combined as such. */
export function toBitmap(matrix: boolean[][]): Bitmap {
  const side = matrix.length
  const { rows, stride } = measure(side)
  const bits = new Uint8Array(Math.ceil((rows * stride) / 4) * 4)
  for (let y = 0; y < rows; y++) {
    for (let i = 2; i < stride * 8; i++) {
      const at = y * stride + (i >> 3)
      if (!matrix[y + quietZone]?.[i - 2]) bits[at] = (bits[at] as number) | (0x80 >> (i & 7))
    }
  }
  return { side, bits }
}

/** A black and white PNG as a data URL: the rows of the code, written over those of an empty image. */
export function pngDataUrl({ side, bits }: Bitmap): string {
  const { file, idat, rows, stride, rowBytes, tail, light, start } = emptyImage(side)
  let { at, pending, count, adler } = start
  for (let y = 0, i = 0; y < rows; y++) {
    let sum = 0
    let moment = 0
    for (const end = i + stride; i < end; i++) {
      const eight = bits[i] as number
      pending |= (codes[eight] as number) << count
      for (count += 12; count >= 8; count -= 8) {
        file[at++] = pending
        pending >>>= 8
      }
      moment += 4 * sum + (moments[eight] as number)
      sum += sums[eight] as number
    }
    pending |= tail.code << count
    for (count += tail.width; count >= 8; count -= 8) {
      file[at++] = pending
      pending >>>= 8
    }
    moment += tail.bytes * sum + tail.moment
    adler = adlerAfter(adler, scale, rowBytes, sum + tail.sum, moment)
  }
  file[at] = (((file[at] as number) >> count) << count) | pending
  // The file ends in Adler-32 and CRC-32 of IDAT, each of four bytes, and the twelve of IEND.
  file.writeUInt32BE(adlerAfter(adler, margin, rowBytes, light.sum, light.moment), file.length - 20)
  file.writeUInt32BE(crc32(idat), file.length - 16)
  return `data:image/png;base64,${file.toString('base64')}`
}

// What eight bits of a bitmap stand for: the codes of four bytes, the sum of these, and their sum weighted 4, 3, 2, 1.
const codes = new Uint16Array(256)
const sums = new Uint16Array(256)
const moments = new Uint16Array(256)
for (let eight = 0; eight < 256; eight++) {
  for (let i = 0; i < 4; i++) {
    const left = (eight >> (7 - 2 * i)) & 1
    const right = (eight >> (6 - 2 * i)) & 1
    const byte = left * 0xf0 + right * 0x0f
    codes[eight] = (codes[eight] as number) | ((1 + 2 * left + 4 * right) << (3 * i))
    sums[eight] = (sums[eight] as number) + byte
    moments[eight] = (moments[eight] as number) + byte * (4 - i)
  }
}

/** Adler-32 after `copies` of a row, of whose bytes `moment` is the sum weighted rowBytes, …, 3, 2, 1. */
function adlerAfter(adler: number, copies: number, rowBytes: number, sum: number, moment: number): number {
  const low = adler & 0xffff
  const high = (adler >>> 16) + copies * (rowBytes * low + moment) + rowBytes * sum * ((copies * (copies - 1)) / 2)
  return (high % 65521) * 0x10000 + ((low + copies * sum) % 65521)
}

function measure(side: number) {
  const rowBytes = 1 + Math.ceil((side * scale) / 8)
  return { rowBytes, stride: rowBytes >> 2, rows: side - 2 * quietZone }
}

const emptyImages = new Map<number, ReturnType<typeof createEmptyImage>>()

function emptyImage(side: number) {
  const known = emptyImages.get(side)
  if (known) return known
  const image = createEmptyImage(side)
  emptyImages.set(side, image)
  return image
}

/** Bits are text here, in the order of the stream: a Huffman code as it is, a number from its lowest bit on. */
function createEmptyImage(side: number) {
  const size = measure(side)
  const length = toRange(3 * size.rowBytes - 3, 2)
  const distance = toRange(size.rowBytes - 1, 1)
  const again = `01${length.rest}1${distance.rest}`
  const row = (copies: number) => `100${'111'.repeat(size.rowBytes - 1)}${again.repeat((copies - 1) / 3)}`
  const before = number(0x0178, 16) + blockHeader(length.symbol, distance.symbol) + row(margin)
  const image = `${before}${row(scale).repeat(size.rows)}${row(margin)}00`

  const light = lightBytes(size.rowBytes - 1)
  const tail = `${'111'.repeat(size.rowBytes & 3)}${again}`
  const pixels = Buffer.alloc(4)
  pixels.writeUInt32BE(side * scale)
  const file = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', [...pixels, ...pixels, 1, 0, 0, 0, 0]),
    chunk('IDAT', [...(image.match(/.{1,8}/g) ?? []).map(toNumber), 0, 0, 0, 0]),
    chunk('IEND', []),
  ])
  return {
    ...size,
    file,
    idat: file.subarray(37, -16),
    light,
    tail: { code: toNumber(tail), width: tail.length, ...lightBytes(size.rowBytes & 3) },
    start: {
      at: 41 + (before.length >> 3), // after the signature, IHDR, and the length and name of IDAT
      count: before.length & 7,
      pending: toNumber(before.slice(before.length & ~7)),
      adler: adlerAfter(1, margin, size.rowBytes, light.sum, light.moment),
    },
  }
}

/** RFC 1951, 3.2.7: three bits for each of the four bytes, two for the end and the length, one for the distance. */
function blockHeader(length: number, distance: number): string {
  const [zero, one, two, three] = ['00', '110', '111', '01']
  const unused = (n: number): string =>
    n < 11 ? zero.repeat(Math.max(n, 0)) : `10${number(Math.min(n, 138) - 11, 7)}${unused(n - 138)}`
  return [
    ...['1', number(2, 2), number(length + 1, 5), number(distance, 5), number(14, 4)],
    ...[0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 3, 0, 3].map((width) => number(width, 3)),
    ...[three, unused(14), three, unused(224), three, unused(14), three],
    ...[two, unused(length), two, one, unused(distance - 1), one],
  ].join('')
}

/** The ranges in which deflate counts: a symbol for the highest bits of a number, then the rest of it as it is. */
function toRange(value: number, precision: number) {
  const width = 31 - Math.clz32(value) - precision
  return { symbol: (width << precision) + (value >> width), rest: number(value, width) }
}

function number(value: number, width: number): string {
  return Array.from({ length: width }, (_, i) => (value >> i) & 1).join('')
}

function toNumber(bits: string): number {
  return Number(`0b0${[...bits].reverse().join('')}`)
}

function lightBytes(bytes: number) {
  return { bytes, sum: 255 * bytes, moment: (255 * bytes * (bytes + 1)) / 2 }
}

function chunk(type: string, data: number[]): Buffer {
  const bytes = Buffer.from([0, 0, 0, 0, ...Buffer.from(type), ...data, 0, 0, 0, 0])
  bytes.writeUInt32BE(data.length)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4)
  return bytes
}
