/** Texts one after the other, of which the oldest go first. */
export type TextLog = {
  /** Gives the place after its end, by which `read` finds it again. */
  append(text: string): number
  read(from: number, to: number): string
  /** Forgets what lies before a place. Places do not change by that. */
  dropBefore(place: number): void
  end(): number
}

const fewest = 4 * 1024

/** Kept outside of the heap, where the garbage collector would copy each text twice before it goes. */
export function createTextLog(): TextLog {
  let bytes = Buffer.alloc(0)
  let first = 0
  let end = 0

  function resize(length: number): void {
    const resized = Buffer.allocUnsafe(Math.max(Math.ceil(length), fewest))
    bytes.copy(resized, 0, 0, end - first)
    bytes = resized
  }

  return {
    append(text) {
      // At most three bytes a character: counting them takes longer than writing them.
      const needed = end - first + 3 * text.length
      if (needed > bytes.length) resize(1.5 * needed)
      end += bytes.write(text, end - first)
      return end
    },
    read: (from, to) => bytes.toString('utf8', from - first, to - first),
    dropBefore(place) {
      bytes.copyWithin(0, place - first, end - first)
      first = place
      if (bytes.length > 4 * Math.max(end - first, fewest)) resize(2 * (end - first))
    },
    end: () => end,
  }
}
