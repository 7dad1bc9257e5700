import type { Text } from '../domain/findings/finding.ts'

/** What mends more than one case. */
export const fixes = {
  confirm: {
    en:
      'Settle nothing by what a callback says: ask GET /transactions/confirm/{id} with your keys, and go by its status ' +
      '(in Node: client.confirmCallback(body)).',
    fr:
      'Ne réglez rien d’après un callback : appelez GET /transactions/confirm/{id} avec vos clés, et fiez-vous à son ' +
      'statut (dans Node : client.confirmCallback(body)).',
  },
  once: {
    en:
      'A callback may come more than once, and at the same time: settle the order in one atomic step that only works while ' +
      'it is unpaid (UPDATE … WHERE status = pending), and answer 2xx to the rest.',
    fr:
      'Un callback peut venir plusieurs fois, et en même temps : réglez la commande en une seule étape atomique, qui ne ' +
      'marche que tant qu’elle est impayée (UPDATE … WHERE status = pending), et répondez 2xx aux autres.',
  },
} satisfies Record<string, Text>
