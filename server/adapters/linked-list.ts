/** A queue in order of arrival from which any entry can leave, both in constant time, however long it is. */
export type LinkedList<Value> = { oldest: Link<Value> | undefined; newest: Link<Value> | undefined }

export type Link<Value> = { value: Value; older: Link<Value> | undefined; newer: Link<Value> | undefined }

export function createLinkedList<Value>(): LinkedList<Value> {
  return { oldest: undefined, newest: undefined }
}

export function append<Value>(list: LinkedList<Value>, link: Link<Value>): void {
  link.older = list.newest
  link.newer = undefined
  if (list.newest) list.newest.newer = link
  else list.oldest = link
  list.newest = link
}

export function remove<Value>(list: LinkedList<Value>, link: Link<Value>): void {
  if (link.older) link.older.newer = link.newer
  else list.oldest = link.newer
  if (link.newer) link.newer.older = link.older
  else list.newest = link.older
  link.older = undefined
  link.newer = undefined
}

/** The one that is seen may be removed meanwhile. */
export function* newestFirst<Value>(newest: Link<Value> | undefined): Iterable<Value> {
  let link = newest
  while (link) {
    const { value, older } = link
    link = older
    yield value
  }
}
