type Members = { [name: string]: unknown }

export type Apart = {
  /** The body without the members that hold keys; the very same if there are none. */
  rest: unknown
  /** Whether there was anything in those. */
  found: boolean
  values: string[]
}

/** private_key, X-PRIVATE-KEY, merchantKey, INTRAM_PUBLIC_KEY … */
const keyName = /^(x|intram)?[-_ ]?(public|private|secret|api|marchand|merchant)[-_ ]?key$/i
/** What Intram's own `invoice.keys` has. */
const keysName = /^(public|private|secret|marchand|merchant)/i
/** Where clients have put their `keys`. */
const places = ['invoice', 'store', 'actions']

/** Takes out of a body what its names say to be keys, wherever it stands. */
export function keysApartFrom(body: unknown): Apart {
  const values: string[] = []
  let found = false

  function takeApart(value: unknown, isPlace: boolean): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value))
      return unlessSame(
        value,
        value.map((entry) => takeApart(entry, false)),
      )
    const rest: [string, unknown][] = []
    let isSame = true
    for (const [name, member] of Object.entries(value)) {
      if (isKeys(name, member, isPlace)) {
        values.push(...textsIn(member))
        found ||= holdsAnything(member)
        isSame = false
      } else {
        const left = takeApart(member, value === body && places.includes(name))
        isSame &&= left === member
        rest.push([name, left])
      }
    }
    return isSame ? value : Object.fromEntries(rest)
  }

  return { rest: takeApart(body, true), found, values }
}

function isKeys(name: string, member: unknown, isPlace: boolean): boolean {
  if (name === 'keys') return isPlace || (isObject(member) && Object.keys(member).some((each) => keysName.test(each)))
  return keyName.test(name) && holdsAnything(member)
}

function holdsAnything(member: unknown): boolean {
  return isObject(member) || (Array.isArray(member) ? member.length > 0 : member !== null && member !== '')
}

/** All that is text in a value, however deep. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

function unlessSame(before: unknown[], after: unknown[]): unknown[] {
  return after.every((entry, index) => entry === before[index]) ? before : after
}

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
