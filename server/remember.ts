/** The results of a pure function for the arguments of late, the oldest of which go. */
export function remember<Result>(most: number, make: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const result = known.get(text)
    if (result !== undefined) return result
    const made = make(text)
    known.set(text, made)
    if (known.size > most) known.delete(known.keys().next().value as string)
    return made
  }
}
