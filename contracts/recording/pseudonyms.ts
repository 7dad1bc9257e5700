export type Pseudonyms = {
  learn(id: string): void
  of(id: string): string | undefined
}

/** Numbers ids in the order in which they are learnt: the same one is the same each time, here and in the next run. */
export function createPseudonyms(): Pseudonyms {
  const known = new Map<string, string>()
  return {
    learn(id) {
      if (!known.has(id)) known.set(id, /^0+$/.test(id) ? id : numbered(id, known.size + 1))
    },
    of: (id) => known.get(id),
  }
}

/** As long, and hex digits where it was. Which letters an id had is chance, and would differ in each recording. */
function numbered(id: string, number: number): string {
  if (isHexId(id)) return number.toString(16).padStart(id.length, '0')
  return String(number).padStart(3, '0').padStart(id.length, 'x')
}

const isHexId = (text: string) => /^[0-9a-f]{16,}$/.test(text)

/** Whether a text can be numbered: long hex digits anywhere, letters and digits where a field's name says that it is one. */
export function isId(text: string, field: string): boolean {
  return isHexId(text) || (/(^|_)(id|reference|token)$/i.test(field) && /^[A-Za-z0-9]{6,}$/.test(text))
}
