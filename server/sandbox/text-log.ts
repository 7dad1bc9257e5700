/** Texts one after the other, of which the oldest go first. */
export type TextLog = {
  /**
   * Of one or more pieces, each of whole characters: joining them would copy them. Gives the place after its end, by which
   * `read` finds it again.
   */
  append(...pieces: string[]): number
  read(from: number, to: number): string
  /** Forgets what lies before a place. Places do not change by that. */
  dropBefore(place: number): void
  end(): number
}

/** Holds whole texts, from a place on. */
type Segment = { bytes: Buffer; start: number }

const smallest = 4 * 1024
const usual = 64 * 1024

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
    append(...pieces) {
      let needed = 0
      // At most three bytes a character: counting them takes longer than writing them.
      for (const piece of pieces) needed += piece.length <= smallest ? 3 * piece.length : Buffer.byteLength(piece)
      const hasRoom = last !== undefined && last.bytes.length - (end - last.start) >= needed
      const { bytes, start } = hasRoom ? (last as Segment) : open(needed)
      for (const piece of pieces) end += bytes.write(piece, end - start)
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
