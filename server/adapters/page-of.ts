import type { Page } from '../sandbox/ports.ts'

/** The first of them that match, and behind which one to go on. */
export function pageOf<Entry extends { id: string }>(
  newestFirst: Iterable<Entry>,
  { limit }: { limit: number },
  matches: (entry: Entry) => boolean = () => true,
): Page<Entry> {
  const items: Entry[] = []
  for (const entry of newestFirst) {
    if (!matches(entry)) continue
    if (items.length === limit) return { items, next: items.at(-1)?.id ?? null }
    items.push(entry)
  }
  return { items, next: null }
}
