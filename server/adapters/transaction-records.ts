import type { Transaction } from '../domain/transaction.ts'

/** What is kept of the transaction at each numbered place besides its order. */
export type TransactionRecords = {
  write(place: number, transaction: Transaction, indexed: Indexed): void
  idAt(place: number): string
  referenceAt(place: number): string
  createdAt(place: number): Date
  expiresAt(place: number): Date
  indexedAt(place: number): Indexed
}

/** By which a transaction is found and counted; `size` is in bytes. */
export type Indexed = { size: number; idHash: number; referenceHash: number }

const idLength = 24
const referenceLength = 10
// A record fills one line of the processor's caches, so that it comes from memory at once.
const length = 64
const layout = { createdMs: 0, expiresMs: 8, size: 16, idHash: 20, referenceHash: 24, id: 28, reference: 28 + idLength }

/** Names of other lengths than `Ids` promises are a RangeError. */
export function createTransactionRecords(): TransactionRecords {
  let bytes = Buffer.from(new ArrayBuffer(1024 * length))
  let view = new DataView(bytes.buffer)

  function makeRoomFor(place: number): void {
    if ((place + 1) * length <= bytes.length) return
    const before = bytes
    bytes = Buffer.from(new ArrayBuffer(2 * before.length))
    bytes.set(before)
    view = new DataView(bytes.buffer)
  }

  function writeText(start: number, text: string): void {
    for (let i = 0; i < text.length; i++) bytes[start + i] = text.charCodeAt(i)
  }

  function readText(start: number, length: number): string {
    return bytes.toString('latin1', start, start + length)
  }

  return {
    write(place, { id, reference, createdAt, expiresAt }, { size, idHash, referenceHash }) {
      if (id.length !== idLength || reference.length !== referenceLength) {
        throw new RangeError(`An id has ${idLength} characters and a reference ${referenceLength}: ${id}, ${reference}`)
      }
      makeRoomFor(place)
      const start = place * length
      view.setFloat64(start + layout.createdMs, createdAt.getTime())
      view.setFloat64(start + layout.expiresMs, expiresAt.getTime())
      view.setUint32(start + layout.size, size)
      view.setUint32(start + layout.idHash, idHash)
      view.setUint32(start + layout.referenceHash, referenceHash)
      writeText(start + layout.id, id)
      writeText(start + layout.reference, reference)
    },
    idAt: (place) => readText(place * length + layout.id, idLength),
    referenceAt: (place) => readText(place * length + layout.reference, referenceLength),
    createdAt: (place) => new Date(view.getFloat64(place * length + layout.createdMs)),
    expiresAt: (place) => new Date(view.getFloat64(place * length + layout.expiresMs)),
    indexedAt(place) {
      const start = place * length
      return {
        size: view.getUint32(start + layout.size),
        idHash: view.getUint32(start + layout.idHash),
        referenceHash: view.getUint32(start + layout.referenceHash),
      }
    },
  }
}
