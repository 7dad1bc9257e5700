import { callbackFlags, orUsageError } from '../callback-flags.ts'
import { startFlags } from '../config.ts'
import { readDuration } from '../domain/duration.ts'
import { type Flag, type Flags, readOneOf, readSwitch } from '../flags.ts'
import { hostsFlag } from './hosts-flag.ts'

const text = (read: string) => read

/** The options of `intram-sandbox exam`. */
export const examFlags = {
  app: {
    value: 'URL',
    default: undefined,
    read: text,
    help: {
      en: 'Where your application is, such as http://localhost:3000: nothing is sent to anybody else',
      fr: 'Adresse de votre application, par exemple http://localhost:3000 : rien n’est envoyé ailleurs',
    },
  } as Flag<string | undefined>,
  start: {
    value: "'POST URL BODY'",
    default: undefined,
    read: text,
    help: {
      en: 'What has your application start a payment; without it you are asked to, each time',
      fr: 'Ce qui fait créer un paiement à votre application ; sinon on vous le demande à chaque fois',
    },
  } as Flag<string | undefined>,
  believes: {
    value: 'URL',
    default: undefined,
    read: text,
    help: {
      en: 'A URL of your application that says whether it takes {transaction_id} as paid: true, {"paid": true}, or how many times',
      fr: 'URL de votre application qui dit si elle considère {transaction_id} comme payé : true, {"paid": true}, ou combien de fois',
    },
  } as Flag<string | undefined>,
  believesCommand: {
    value: 'COMMAND',
    default: undefined,
    read: text,
    help: {
      en: 'The same by a shell command with {transaction_id}: exit code 0 is yes, 1 is no',
      fr: 'La même question à une commande du shell, avec {transaction_id} : code de sortie 0 pour oui, 1 pour non',
    },
  } as Flag<string | undefined>,
  only: {
    value: 'CODES',
    default: undefined,
    read: (list) => list.split(',').map((code) => code.trim()),
    help: {
      en: 'Only these cases, separated by commas (see --list)',
      fr: 'Seulement ces cas, séparés par des virgules (voir --list)',
    },
  } as Flag<string[] | undefined>,
  list: {
    default: false,
    read: readSwitch,
    help: { en: 'List the cases and do nothing', fr: 'Énumérer les cas sans rien faire' },
  },
  format: {
    value: 'FORMAT',
    default: 'text',
    read: readOneOf('text', 'json', 'junit', 'sarif', 'markdown'),
    help: {
      en: 'How to write the report: text, json, junit, sarif, markdown',
      fr: 'Format du rapport : text, json, junit, sarif, markdown',
    },
  } as Flag<'text' | 'json' | 'junit' | 'sarif' | 'markdown'>,
  patience: {
    value: 'DURATION',
    default: '5s',
    read(duration) {
      orUsageError(readDuration)(duration)
      return duration
    },
    help: {
      en: 'How long your application may take to believe a payment, true or not, or to answer again',
      fr: 'Temps laissé à votre application pour croire un paiement, vrai ou faux, ou pour répondre de nouveau',
    },
  } as Flag<string>,
  callbackFormat: callbackFlags.callbackFormat,
  port: {
    ...startFlags.port,
    // PORT may be meant for the application: see portOf.
    env: [],
    default: undefined,
    help: {
      en: 'Port of the sandbox, 0 for any free one; by default 4002 or PORT, and with COMMAND any free one',
      fr: 'Port du bac à sable, 0 pour un port libre ; par défaut 4002 ou PORT, et avec COMMAND un port libre',
    },
  } as Flag<number | undefined>,
  host: startFlags.host,
  hosts: hostsFlag,
  noColor: startFlags.noColor,
} satisfies Flags
