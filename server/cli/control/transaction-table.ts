import type { ShownTransaction } from './settle.ts'

const head = ['ID', 'STATUS', 'AMOUNT', 'STORE', 'AGE']
const longestStore = 32

/** One line per transaction; the ages are those of the world's own time. */
export function transactionTable(transactions: readonly ShownTransaction[], now: Date): string {
  if (transactions.length === 0) return 'No transactions of this merchant key.\n'
  const rows = transactions.map(({ id, status, amount, store, created_at }) => {
    return [id, status, `${amount} XOF`, printable(store), age(now.getTime() - Date.parse(created_at))]
  })
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)))
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => (column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return `${[head, ...rows].map(line).join('\n')}\n`
}

/** What a merchant called its store must not rewrite the terminal. */
function printable(store: string): string {
  const letters = [...store.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '?')]
  return letters.length > longestStore ? `${letters.slice(0, longestStore - 1).join('')}…` : letters.join('')
}

function age(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`
  return `${Math.floor(seconds / 86_400)} d`
}
