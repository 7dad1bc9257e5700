import type { Lint } from './finding.ts'
import { evidence, requestsIn } from './select.ts'

export const keysInBody: Lint = {
  code: 'keys-in-body',
  severity: 'warning',
  sentence: {
    en: 'Keys were sent in the body, where Intram ignores them and every log on the way keeps them.',
    fr: 'Des clés ont été envoyées dans le corps, où Intram les ignore et où chaque journal sur le trajet les conserve.',
  },
  fix: {
    en: 'Remove them (invoice.keys, private_key and the like): the four headers are what counts. The widget takes public_key only.',
    fr: 'Retirez-les (invoice.keys, private_key, etc.) : seuls les quatre en-têtes comptent. Le widget ne prend que public_key.',
  },
  look: ({ entries }) =>
    requestsIn(entries)
      .filter(({ keysInBody }) => keysInBody)
      .map((request) => evidence(request)),
}
