import { startFlags } from '../../config.ts'
import { type Flag, type Flags, readSwitch } from '../../flags.ts'

const readText = (text: string) => text

/** The options of all commands that control a running sandbox: where it is, whose world, and how to write. */
export const controlFlags = {
  port: {
    ...startFlags.port,
    env: [],
    default: undefined,
    help: {
      en: 'Port of the sandbox, as for start; by default that of INTRAM_BASE_URL',
      fr: 'Port du bac à sable, comme pour start ; par défaut celui de INTRAM_BASE_URL',
    },
  } as Flag<number | undefined>,
  host: {
    ...startFlags.host,
    default: undefined,
    help: {
      en: 'Host of the sandbox, as for start; by default that of INTRAM_BASE_URL',
      fr: 'Hôte du bac à sable, comme pour start ; par défaut celui de INTRAM_BASE_URL',
    },
  } as Flag<string | undefined>,
  merchant: {
    value: 'KEY',
    env: ['INTRAM_MARCHAND_KEY'],
    default: undefined,
    read: readText,
    help: {
      en: 'Merchant key whose transactions these are',
      fr: 'Clé marchand à laquelle appartiennent ces transactions',
    },
  } as Flag<string | undefined>,
  adminToken: {
    ...startFlags.adminToken,
    help: {
      en: 'Token that the sandbox was started with, if any',
      fr: 'Jeton donné au bac à sable à son démarrage, s’il y en a un',
    },
  },
  json: {
    default: false,
    read: readSwitch,
    help: { en: 'Write JSON, for scripts', fr: 'Écrire du JSON, pour les scripts' },
  } as Flag<boolean>,
} satisfies Flags
