/** What an application answers must not rewrite the terminal. */
export function printable(text: string): string {
  return text.replaceAll(/[^\P{C}\n]/gu, '?')
}
