/** A text that somebody typed, fit to stand in a page: cut to size, on one line, and not able to reorder the others. */
export function displayText(text: string | null, most = 300): string | undefined {
  if (text === null) return undefined
  const visible = text
    .slice(0, 4 * most)
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '') // overrides of direction, such as U+202E
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const characters = [...visible]
  const cut = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : visible
  return cut === '' ? undefined : cut
}
