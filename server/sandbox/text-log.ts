/** Texts one after the other, of which the oldest go first. */
export type TextLog = {
  /** Gives the place after its end, by which `read` finds it again. */
  append(text: string): number
  read(from: number, to: number): string
  /** Forgets what lies before a place. Places do not change by that. */
  dropBefore(place: number): void
  end(): number
}

/** Holds whole texts, from a place on. */
type Segment = { bytes: Buffer; start: number }

const smallest = 4 * 1024
const usual = 64 * 1024

/** So few characters are written sooner one by one than by a call out of V8's compiled code. */
const few = 32

function write(bytes: Buffer, text: string, at: number): number {
  if (text.length > few) return bytes.write(text, at)
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code > 0x7f) return bytes.write(text, at)
    bytes[at + i] = code
  }
  return text.length
}

/** Kept outside of the heap, where the garbage collector would copy each text twice before it goes. */
export function createTextLog(): TextLog {
  const segments: Segment[] = []
  let last: Segment | undefined
  // Taken again, since what is asked for outside of the heap counts towards the next round of the garbage collector.
  const spare: Buffer[] = []
  let end = 0

  /** Few texts take little; many fill segments of one size, the first of which serve again as the last. */
  function open(needed: number): Segment {
    const size = last ? Math.min(2 * last.bytes.length, usual) : smallest
    const bytes = (size === usual && needed <= size && spare.pop()) || Buffer.allocUnsafeSlow(Math.max(size, needed))
    last = { bytes, start: end }
    segments.push(last)
    return last
  }

  return {
    append(text) {
      // At most three bytes a character: counting them takes longer than writing them.
      const needed = text.length <= smallest ? 3 * text.length : Buffer.byteLength(text)
      const hasRoom = last !== undefined && last.bytes.length - (end - last.start) >= needed
      const { bytes, start } = hasRoom ? (last as Segment) : open(needed)
      end += write(bytes, text, end - start)
      return end
    },
    read(from, to) {
      const { bytes, start } = segments.findLast((segment) => segment.start <= from) as Segment
      return bytes.toString('utf8', from - start, to - start)
    },
    dropBefore(place) {
      while (segments[0] && (segments[1]?.start ?? end) <= place) {
        const { bytes } = segments.shift() as Segment
        if (bytes.length === usual) spare.push(bytes)
      }
      last = segments.at(-1)
    },
    end: () => end,
  }
}
