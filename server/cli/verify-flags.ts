import { intramBaseUrl } from '../../client/settings.ts'
import { startFlags } from '../config.ts'
import { type Flag, type Flags, readOneOf, readSwitch } from '../flags.ts'

/** The options of `intram-sandbox verify`. */
export const verifyFlags = {
  target: {
    value: 'URL',
    env: ['INTRAM_BASE_URL'],
    default: intramBaseUrl,
    read: (text) => text,
    help: {
      en: 'Whom to ask, with /api/v1; the real Intram by default',
      fr: 'API à interroger, avec /api/v1 ; par défaut le vrai Intram',
    },
  } as Flag<string>,
  format: {
    value: 'FORMAT',
    default: 'text',
    read: readOneOf('text', 'json', 'junit', 'tap'),
    help: {
      en: 'How to write the report: text, json, junit, tap',
      fr: 'Format du rapport : text, json, junit, tap',
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
  record: {
    value: 'FOLDER',
    default: undefined,
    read: (text) => text,
    help: {
      en: 'Write the answers there, without keys, names and numbers: see docs/evidence.md',
      fr: 'Y écrire les réponses, sans clés, noms ni numéros : voir docs/evidence.fr.md',
    },
  } as Flag<string | undefined>,
  replay: {
    value: 'FOLDER',
    default: undefined,
    read: (text) => text,
    help: {
      en: 'Ask nobody: hold the answers recorded there against openapi.yaml, without keys or network',
      fr: 'Ne rien demander : confronter à openapi.yaml les réponses qui y sont écrites, sans clés ni réseau',
    },
  } as Flag<string | undefined>,
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
