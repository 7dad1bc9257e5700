import { callbackFlags, orUsageError } from './callback-flags.ts'
import { readDuration } from './domain/duration.ts'
import { isIntramHost } from './domain/intram-host.ts'
import { readScenario } from './domain/scenario/read-scenario.ts'
import { findingsFlags } from './findings-flags.ts'
import { type Flag, type Flags, readInteger, readOneOf, readSwitch, UsageError, type Values } from './flags.ts'

/** The options of `intram-sandbox start`. */
export const startFlags = {
  port: {
    short: 'p',
    value: 'NUMBER',
    env: ['PORT'],
    default: 4002,
    read: readInteger(0, 65_535),
    help: {
      en: 'Port to listen on; 0 takes any free one and prints it',
      fr: 'Port d’écoute ; 0 prend un port libre et l’affiche',
    },
  },
  host: {
    value: 'ADDRESS',
    default: '127.0.0.1',
    read: readText,
    help: {
      en: 'Address to listen on; 0.0.0.0 lets other machines in',
      fr: 'Adresse d’écoute ; 0.0.0.0 ouvre aux autres machines',
    },
  },
  publicUrl: {
    value: 'URL',
    default: undefined,
    read: readOrigin,
    help: {
      en: 'Where customers reach the sandbox, for receipt_url; by default the Host of each request',
      fr: 'Adresse vue par les clients, pour receipt_url ; par défaut, l’en-tête Host de chaque requête',
    },
  } as Flag<string | undefined>,
  trustProxy: {
    default: false,
    read: readSwitch,
    help: {
      en: 'Believe X-Forwarded-Host and X-Forwarded-Proto (behind a proxy that sets them)',
      fr: 'Se fier à X-Forwarded-Host et X-Forwarded-Proto (derrière un proxy qui les définit)',
    },
  },
  keys: {
    value: 'FILE',
    default: undefined,
    read: readText,
    help: {
      en: 'JSON file with the only keys to accept; by default any four keys do',
      fr: 'Fichier JSON des seules clés acceptées ; par défaut, quatre clés quelconques suffisent',
    },
  } as Flag<string | undefined>,
  adminToken: {
    value: 'TOKEN',
    default: undefined,
    read: readToken,
    help: {
      en: 'What /__admin wants as Authorization: Bearer TOKEN; other users see a command line, so prefer the environment',
      fr: 'Ce que /__admin exige (Authorization: Bearer TOKEN) ; une ligne de commande se voit : préférez l’environnement',
    },
  } as Flag<string | undefined>,
  allowHost: {
    value: 'NAMES',
    default: undefined,
    read: readHosts,
    help: {
      en: 'Further host names by which /__admin may be called, separated by commas',
      fr: 'Autres noms d’hôte par lesquels /__admin peut être appelé, séparés par des virgules',
    },
  } as Flag<readonly string[] | undefined>,
  tls: {
    default: false,
    read: readSwitch,
    help: {
      en: 'Speak TLS as well, on the same port, with a certificate for Intram’s hosts and localhost (see `intram-sandbox ca`)',
      fr: 'Parler aussi TLS, sur le même port, avec un certificat pour les hôtes d’Intram et localhost (voir `intram-sandbox ca`)',
    },
  },
  tlsName: {
    value: 'NAMES',
    default: undefined,
    read: readHosts,
    help: {
      en: 'Further host names for the certificate, separated by commas; other names mean another authority to trust',
      fr: 'Autres noms d’hôte du certificat, séparés par des virgules ; d’autres noms demandent une autre autorité',
    },
  } as Flag<readonly string[] | undefined>,
  caFile: {
    value: 'FILE',
    default: undefined,
    read: readText,
    help: {
      en: 'Write the certificate of the authority behind --tls there at start, for whoever has to trust it (never its key)',
      fr: 'Y écrire au démarrage le certificat de l’autorité de --tls, pour ceux qui doivent lui faire confiance (jamais sa clé)',
    },
  } as Flag<string | undefined>,
  merchantHeader: {
    value: 'MODE',
    default: 'required',
    read: readOneOf('required', 'optional'),
    help: {
      en: 'Whether X-MARCHAND-KEY must be sent (required, optional); the later revision of Intram’s page drops it',
      fr: 'X-MARCHAND-KEY exigé ou non (required, optional) ; la page d’Intram, dans sa version récente, ne le mentionne plus',
    },
  } as Flag<'required' | 'optional'>,
  legacyRedirect: {
    default: false,
    read: readSwitch,
    help: {
      en: 'Glue the result to return_url and cancel_url after a second ?, as one plugin expects',
      fr: 'Coller le résultat à return_url et cancel_url après un second ?, comme l’attend une extension',
    },
  },
  maxTransactions: {
    value: 'NUMBER',
    default: 100_000,
    read: readInteger(1, 10_000_000),
    help: {
      en: 'Transactions to keep, 4 KB each on average; then the oldest go, final ones first',
      fr: 'Transactions conservées, 4 Ko chacune en moyenne ; ensuite les plus anciennes sont oubliées, les finales d’abord',
    },
  },
  expiry: {
    value: 'DURATION',
    default: '6m',
    read: readExpiry,
    help: {
      en: 'How long a customer has to pay; then the transaction fails',
      fr: 'Temps laissé au client pour payer ; ensuite la transaction échoue',
    },
  },
  settle: {
    value: 'SCENARIO',
    default: undefined,
    read: readScenarioText,
    help: {
      en: 'What each payment plays unless it says otherwise, such as success@3s (paid after 3 s) for runs without a customer',
      fr: 'Scénario de chaque paiement sauf indication contraire, par exemple success@3s (payé après 3 s) pour se passer de client',
    },
  } as Flag<string | undefined>,
  ...callbackFlags,
  ...findingsFlags,
  quiet: {
    default: false,
    read: readSwitch,
    help: {
      en: 'Print no banner and no request lines, only warnings and errors',
      fr: 'Ni bannière ni ligne par requête, seulement les avertissements et les erreurs',
    },
  },
  logLevel: {
    value: 'LEVEL',
    default: 'info',
    read: readOneOf('silent', 'error', 'warn', 'info'),
    help: {
      en: 'What to log: silent, error, warn, info (one line per request)',
      fr: 'Niveau du journal : silent, error, warn, info (une ligne par requête)',
    },
  } as Flag<'silent' | 'error' | 'warn' | 'info'>,
  noColor: {
    env: ['NO_COLOR'],
    default: false,
    // https://no-color.org: any text that is not empty switches colours off.
    read: () => true,
    help: { en: 'No colours on the terminal', fr: 'Pas de couleurs dans le terminal' },
  } as Flag<boolean>,
} satisfies Flags

export type Config = Values<typeof startFlags>

/** Keeps the text, for `--help` and the README: the sandbox reads it again. */
function readExpiry(text: string): string {
  if (orUsageError(readDuration)(text) > 0) return text
  throw new UsageError('must be longer than 0s: nobody could ever pay')
}

function readScenarioText(text: string): string {
  orUsageError(readScenario)(text)
  return text
}

function readText(text: string): string {
  return text
}

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.username) {
    throw new UsageError('must be an http(s) URL without a path, such as https://pay.example.test')
  }
  if (isIntramHost(url.host)) {
    throw new UsageError("must not be one of Intram's own hosts: customers would be sent to the real Intram")
  }
  return url.origin
}

const shortestToken = 16

/** The token goes into a header, and whoever guesses it controls every world. */
function readToken(text: string): string {
  if (/^[\x21-\x7e]+$/.test(text) && text.length >= shortestToken) return text
  throw new UsageError(
    `must be at least ${shortestToken} characters of ASCII without spaces, such as \`openssl rand -hex 16\` makes`,
  )
}

function readHosts(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase())
  if (names.every((name) => /^[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?$/.test(name))) return names
  throw new UsageError('must be host names without a port, separated by commas, such as sandbox.example.test')
}
