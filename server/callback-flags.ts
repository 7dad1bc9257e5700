import { isIP } from 'node:net'
import { Refusal } from './domain/refusal.ts'
import { type Rewrite, readRewrites } from './domain/rewrite.ts'
import { readSchedule } from './domain/schedule.ts'
import { type Flag, type Flags, readOneOf, UsageError } from './flags.ts'

/** The options of `intram-sandbox start` that say how callbacks are sent, when and where to. */
export const callbackFlags = {
  callbackFormat: {
    value: 'FORMAT',
    default: 'json',
    read: readOneOf('json', 'form'),
    help: {
      en: 'How callbacks are written: json, or form (as $_POST in PHP and request.POST in Django read it)',
      fr: 'Format des callbacks : json, ou form (que lisent $_POST en PHP et request.POST en Django)',
    },
  } as Flag<'json' | 'form'>,
  callbackSchedule: {
    value: 'SCHEDULE',
    default: 'intram',
    read: readScheduleText,
    help: {
      en: 'When callbacks are tried again: intram (1 min, 5 min, 30 min, 2 h), fast (1, 2, 5, 10 s), once, or a list such as 0s,10s,1m',
      fr: 'Nouveaux essais des callbacks : intram (1 min, 5 min, 30 min, 2 h), fast (1, 2, 5, 10 s), once, ou une liste telle que 0s,10s,1m',
    },
  },
  callbackRewrite: {
    value: 'FROM=TO',
    default: undefined,
    read: orUsageError(readRewrites),
    help: {
      en: 'Call another host instead, as from a container: localhost=host.docker.internal (several: a=b,c:80=d:8080)',
      fr: 'Appeler un autre hôte à la place, par exemple depuis un conteneur : localhost=host.docker.internal (plusieurs : a=b,c:80=d:8080)',
    },
  } as Flag<Rewrite[] | undefined>,
  callbackAllow: {
    value: 'HOSTS',
    default: undefined,
    read: readTargets,
    help: {
      en: 'The only hosts to call, for shared installations: names, *.domain, addresses or ranges, such as *.shop.test,10.0.0.0/8',
      fr: 'Seuls hôtes à appeler, pour une installation partagée : noms, *.domaine, adresses ou plages, par exemple *.shop.test,10.0.0.0/8',
    },
  } as Flag<string[] | undefined>,
} satisfies Flags

/** Keeps the text, for `--help` and the README: the sandbox reads it again. */
function readScheduleText(text: string): string {
  orUsageError(readSchedule)(text)
  return text
}

function readTargets(text: string): string[] {
  const targets = text.split(',').map((target) => target.trim())
  if (targets.every(isTarget)) return targets
  throw new UsageError(
    'must be hosts, *.domain, addresses or ranges such as 10.0.0.0/8, separated by commas, without ports',
  )
}

function isTarget(text: string): boolean {
  const [address = '', bits, ...rest] = text.replace(/^\[(.*)\]$/, '$1').split('/')
  const family = isIP(address)
  if (family === 0) return /^(\*\.)?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?$/i.test(text) && !/^[\d.]+$/.test(text)
  return (
    rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  )
}

/** What the domain refuses on the command line is a mistake in how the command was called. */
export function orUsageError<Value>(read: (text: string) => Value): (text: string) => Value {
  return (text) => {
    try {
      return read(text)
    } catch (error) {
      if (error instanceof Refusal) throw new UsageError(error.message)
      throw error
    }
  }
}
