import type { Text } from '../../domain/findings/finding.ts'
import type { Bodies } from '../bodies.ts'
import type { Case, Stage } from '../exam.ts'
import { mustNotBelieve, passed } from '../judge.ts'
import { whys } from '../whys.ts'

const fix: Text = {
  en: 'Answer 400 to what you cannot read, before anything is done with it; no exception should leave the handler.',
  fr: 'Répondez 400 à ce que vous ne pouvez pas lire, avant d’en faire quoi que ce soit ; aucune exception ne doit sortir du gestionnaire.',
}

/** Bodies that no parser likes. Whatever comes, the application goes on. */
export const broken: Case[] = [
  bodyCase('empty-body', { en: 'an empty callback is survived', fr: 'un callback vide ne casse rien' }, ({ bodies }) =>
    bodies.empty(),
  ),
  bodyCase(
    'malformed-body',
    { en: 'a callback that cannot be parsed is survived', fr: 'un callback illisible ne casse rien' },
    ({ bodies }, id) => bodies.malformed(id),
  ),
  bodyCase(
    'wrong-types',
    {
      en: 'a callback with lists and numbers in the place of texts is survived',
      fr: 'un callback avec des listes et des nombres à la place de textes ne casse rien',
    },
    ({ bodies }, id) => bodies.of({ transaction_id: [id], status: { $ne: null }, transaction: 7, amount: '1e9' }),
  ),
  {
    code: 'huge-body',
    title: {
      en: 'a callback of several megabytes is survived',
      fr: 'un callback de plusieurs mégaoctets ne casse rien',
    },
    fix: {
      en: 'Bound the size of bodies (Express: express.json({ limit }), PHP: post_max_size, nginx: client_max_body_size), and believe none: ask /transactions/confirm/{id}.',
      fr: 'Bornez la taille des corps (Express : express.json({ limit }), PHP : post_max_size, nginx : client_max_body_size), et n’en croyez aucun : appelez /transactions/confirm/{id}.',
    },
    async play(stage) {
      const payment = await stage.pending()
      const huge = { transaction_id: payment.id, status: 'SUCCESS', padding: 'x'.repeat(4_000_000) }
      return mustNotBelieve(stage, payment.id, async () => {
        const exchange = await stage.app.call('POST', payment.callbackUrl, stage.bodies.of(huge))
        // Closing the door in the middle of it is a good answer, too, for whoever is still there afterwards.
        const next = await stage.app.call('POST', payment.callbackUrl, stage.bodies.of({}))
        return exchange.status !== undefined && next.status !== undefined ? exchange : next
      })
    },
  },
]

function bodyCase(code: string, title: Text, requestOf: (stage: Stage, id: string) => ReturnType<Bodies['of']>): Case {
  return {
    code,
    title,
    fix,
    async play(stage) {
      const payment = await stage.pending()
      const request = requestOf(stage, payment.id)
      const verdict = await mustNotBelieve(stage, payment.id, () =>
        stage.app.call('POST', payment.callbackUrl, request),
      )
      // Whoever has answered has survived, though nobody knows what it believes.
      return verdict.outcome === 'not-observable' ? passed(whys.survived) : verdict
    },
  }
}
