import { environmentNames, intramBaseUrl } from '../../client/settings.ts'
import { startFlags } from '../config.ts'
import { type Flag, type Flags, readOneOf, readSwitch, UsageError, type Values } from '../flags.ts'
import { type Command, exitCodes } from './command.ts'

const flags = {
  target: {
    value: 'URL',
    env: ['INTRAM_BASE_URL'],
    default: intramBaseUrl,
    read: (text) => text,
    help: {
      en: 'Whom to ask, with /api/v1; the real Intram by default',
      fr: 'À qui demander, avec /api/v1 ; le véritable Intram par défaut',
    },
  } as Flag<string>,
  format: {
    value: 'FORMAT',
    default: 'text',
    read: readOneOf('text', 'json', 'junit', 'tap'),
    help: {
      en: 'How to write the report: text, json, junit, tap',
      fr: 'Forme du rapport : text, json, junit, tap',
    },
  } as Flag<'text' | 'json' | 'junit' | 'tap'>,
  failOn: {
    value: 'WHAT',
    default: 'broken',
    read: readOneOf('broken', 'assumed'),
    help: {
      en: 'What fails: what contradicts a source (broken), or an assumption of this project as well (assumed)',
      fr: 'Ce qui échoue : contredire une source (broken), ou aussi une hypothèse de ce projet (assumed)',
    },
  } as Flag<'broken' | 'assumed'>,
  merchantHeader: startFlags.merchantHeader,
  allowLive: {
    default: false,
    read: readSwitch,
    help: {
      en: 'Use the keys even if they look live: the payments that it starts would be real',
      fr: 'Utiliser les clés même si elles semblent réelles : les paiements créés seraient réels',
    },
  },
  noColor: startFlags.noColor,
} satisfies Flags

/** What the command takes from its process. */
type Surroundings = { env: NodeJS.ProcessEnv; colors: boolean; write: (text: string) => void }

export const verify: Command<typeof flags> = {
  name: 'verify',
  description: 'Ask a target (the real sandbox, or a fake) the promises of the API, and report what it keeps',
  flags,
  run(values) {
    const { stdout, env } = process
    const colors = stdout.isTTY === true && !values.noColor && stdout.hasColors()
    return verifyTarget(values, { env, colors, write: (text) => stdout.write(text) })
  },
}

/** Asks the promises with the keys of the environment, and writes what became of them. */
export async function verifyTarget(
  { target, format, failOn, merchantHeader, allowLive }: Values<typeof flags>,
  { env, colors, write }: Surroundings,
): Promise<number> {
  const keys = readKeys(env)
  // Loaded only now: the start-up time of the other commands counts.
  const [contract, { formats }, { liveLooking }, { CannotVerify }] = await Promise.all([
    import('../../contracts/verify.ts'),
    import('../../contracts/report/index.ts'),
    import('../../contracts/live-keys.ts'),
    import('../../contracts/cannot-verify.ts'),
  ])
  const live = liveLooking(keys)
  if (live.length > 0 && !allowLive) throw new UsageError(liveMessage(live.map((name) => environmentNames[name])))
  try {
    const report = await contract.verify({ baseUrl: target, keys, merchantHeader }, { failOn })
    write(formats[format](report, { colors }))
    return report.verdict === 'kept' ? exitCodes.fine : exitCodes.checkFailed
  } catch (error) {
    if (error instanceof CannotVerify) throw new UsageError(error.message)
    throw error
  }
}

type Name = keyof typeof environmentNames

function readKeys(env: NodeJS.ProcessEnv): Record<Name, string> {
  const entries = Object.entries(environmentNames).map(
    ([name, variable]) => [name, env[variable]?.trim() ?? ''] as const,
  )
  const missing = entries.filter(([, key]) => key === '').map(([name]) => environmentNames[name as Name])
  if (missing.length === 0) return Object.fromEntries(entries) as Record<Name, string>
  throw new UsageError(
    `There are no keys to ask with: set ${missing.join(', ')} to those of your Intram sandbox account, ` +
      'or to the ones that `intram-sandbox` prints when it starts (and INTRAM_BASE_URL with them)',
  )
}

function liveMessage(variables: string[]): string {
  return (
    `${variables.join(' and ')} look${variables.length === 1 ? 's' : ''} like live: the sandbox's keys begin with ` +
    'tpk_ and tsk_. Use those, or say --allow-live: each run starts about 20 payments of 200 XOF, and pays none'
  )
}
