/** Work that is put off until there is more of it, or time for it. */
export type Batch<Piece> = {
  add(piece: Piece): void
  /** Does at once what was put off. */
  settle(): void
}

type Options<Piece> = {
  work: (piece: Piece) => void
  /** Told of a piece that could not be done; the others are. */
  failed: (error: unknown) => void
  /** Runs something once the answers of the moment have gone out. */
  soon?: (settle: () => void) => void
}

/** More of them would push each other out of the caches of the processor before they are worked on. */
const most = 16

/** Pieces in a row take less time than one by one, each among all that an answer needs. */
export function createBatch<Piece>({ work, failed, soon = setImmediate }: Options<Piece>): Batch<Piece> {
  let pieces: Piece[] = []
  let isAwaited = false

  function settle(): void {
    const settled = pieces
    if (settled.length === 0) return
    pieces = []
    for (const piece of settled) {
      try {
        work(piece)
      } catch (error) {
        failed(error)
      }
    }
  }

  function settleSoon(): void {
    isAwaited = false
    settle()
  }

  return {
    add(piece) {
      const count = pieces.push(piece)
      if (!isAwaited) soon(settleSoon)
      isAwaited = true
      if (count === most) settle()
    },
    settle,
  }
}
