import { execFile } from 'node:child_process'
import { UsageError } from '../flags.ts'
import type { App } from './app.ts'
import { printable } from './printable.ts'
import { answered, gave, Unanswered } from './relapse.ts'

/**
 * How often the application takes a payment as paid, or whether where it gives no number; undefined when nobody was told
 * how to ask.
 */
export type Believed = number | boolean | undefined
export type Belief = (id: string) => Promise<Believed>

const placeholder = '{transaction_id}'
const commandPatienceMs = 15_000

/** Asks a URL of the application: `true` or `{"paid": true}`, a number of times, or false; a 404 is false too. */
export function beliefByUrl(app: App, template: string): Belief {
  const url = (id: string) => template.replaceAll(placeholder, encodeURIComponent(id))
  if (!template.includes(placeholder)) throw new UsageError(`--believes must contain ${placeholder}`)
  if (!app.isPart(url('id'))) throw new UsageError(`--believes must be a URL of ${app.origin}`)
  return async (id) => {
    const { status, received, text, url: shown } = await app.call('GET', url(id))
    if (status === 404) return false
    const believed = status === 200 ? readBelieved(text) : undefined
    if (believed !== undefined) return believed
    if (status === undefined) throw new Unanswered(gave('--believes', shown, received))
    const words = status === 200 ? `, ${printable(received.slice(0, 80))}` : ''
    throw new Unanswered(
      answered('--believes', shown, `${status}${words}`),
      '; it must answer true or false, {"paid": true or false}, or how many times the order was settled, and ' +
        'for an id that it does not know false or 404',
    )
  }
}

/** Runs a command, with the id in the place of {transaction_id}: exit code 0 is yes, 1 is no. */
export function beliefByCommand(template: string, hide: (text: string) => string): Belief {
  if (!template.includes(placeholder)) throw new UsageError(`--believes-command must contain ${placeholder}`)
  return (id) =>
    new Promise((resolve, reject) => {
      // An id is letters and digits only (see `Ids`): nothing in it can mean anything to a shell.
      const command = template.replaceAll(placeholder, id)
      execFile('sh', ['-c', command], { timeout: commandPatienceMs }, (error, _stdout, stderr) => {
        if (!error) resolve(true)
        else if (error.code === 1) resolve(false)
        else {
          const words = printable(hide(stderr).slice(0, 200))
          const how = error.code ?? error.signal
          const what = {
            en: `--believes-command failed (${how}): ${words}`,
            fr: `--believes-command a échoué (${how}) : ${words}`,
          }
          reject(new Unanswered(what))
        }
      })
    })
}

function readBelieved(text: string): Believed {
  const said = parse(text.trim())
  const paid = typeof said === 'object' && said !== null && 'paid' in said ? said.paid : said
  if (typeof paid === 'boolean') return paid
  return Number.isSafeInteger(paid) && (paid as number) >= 0 ? (paid as number) : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
