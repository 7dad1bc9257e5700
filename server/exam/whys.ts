import type { Text } from '../domain/findings/finding.ts'

/** Why a case has its outcome: all sentences, but those about the flags (see `Unanswered`). */
export const whys = {
  taken: {
    en: 'the application takes it as paid',
    fr: 'l’application le considère comme payé',
  },
  takenLater: {
    en: 'the application takes it as paid by the end of the exam',
    fr: 'l’application le considère comme payé à la fin de l’examen',
  },
  notTaken: {
    en: 'the application does not take it as paid',
    fr: 'l’application ne le considère pas comme payé',
  },
  notTakenThoughTold: {
    en: 'the application says that it is not paid, although Intram has told it so: does --believes ask in the right place?',
    fr: 'l’application dit qu’il n’est pas payé, bien qu’Intram le lui ait dit : --believes interroge-t-il le bon endroit ?',
  },
  takenOften: (times: number) => ({
    en: `the application has taken it as paid ${times} times`,
    fr: `l’application l’a considéré ${times} fois comme payé`,
  }),
  takenUnasked: {
    en: 'the application takes it as paid, but Intram has not told it so: it has believed the callback',
    fr: 'l’application le considère comme payé, mais Intram ne le lui a pas dit : elle a cru le callback',
  },
  uncounted: {
    en: 'nothing tells how often the application takes it as paid: let --believes answer a number',
    fr: 'rien ne dit combien de fois l’application le considère comme payé : que --believes réponde un nombre',
  },
  takenOnce: { en: 'it is taken as paid', fr: 'il est considéré comme payé' },
  notBelieved: { en: 'it is not believed', fr: 'il n’est pas cru' },
  refused: (status: number | undefined) => ({
    en: `it was refused with ${status}`,
    fr: `il a été refusé avec ${status}`,
  }),
  survived: { en: 'the application has answered', fr: 'l’application a répondu' },
  askedFirst: { en: 'the application asked Intram first', fr: 'l’application a d’abord interrogé Intram' },
  asked: { en: 'the application asked Intram about it', fr: 'l’application a interrogé Intram à son sujet' },
  neverAsked: {
    en: 'the application has not asked Intram about it: it has ignored the payment, or believed the callback',
    fr: 'l’application n’a pas interrogé Intram à son sujet : elle a ignoré le paiement, ou cru le callback',
  },
  blind: {
    en: 'nothing tells what the application believes: see --believes',
    fr: 'rien ne dit ce que croit l’application : voir --believes',
  },
  noReturnUrl: { en: 'the payment has no return_url', fr: 'le paiement n’a pas de return_url' },
  returnElsewhere: (origin: string) => ({
    en: `the return_url is not part of --app ${origin}, and nothing is sent elsewhere`,
    fr: `la return_url ne fait pas partie de --app ${origin}, et rien n’est envoyé ailleurs`,
  }),
  noAnswer: (received: string) => ({
    en: `the application gave no answer (${received})`,
    fr: `l’application n’a pas répondu (${received})`,
  }),
  failedWith: (status: number) => ({
    en: `the application failed with ${status}`,
    fr: `l’application a échoué avec ${status}`,
  }),
  gone: { en: 'the application answers no more', fr: 'l’application ne répond plus' },
  commandEnded: (how: string) => ({
    en: `the command has ended (${how})`,
    fr: `la commande s’est terminée (${how})`,
  }),
  endedBefore: (code: string) => ({
    en: `the application has ended before, in ${code}`,
    fr: `l’application s’est terminée avant, dans ${code}`,
  }),
  failsNow: (what: Text, first: string, last: string) => {
    const [en, fr] =
      first === last ? [last, last] : [`one of the cases from ${first} to ${last}`, `un des cas de ${first} à ${last}`]
    return {
      en: `after ${en} the application fails at what it did before: ${what.en}`,
      fr: `après ${fr}, l’application échoue à ce qu’elle faisait avant : ${what.fr}`,
    }
  },
  failsStill: (what: Text, code: string) => ({
    en: `the application still fails, as in ${code}: ${what.en}`,
    fr: `l’application échoue toujours, comme dans ${code} : ${what.fr}`,
  }),
} satisfies Record<string, Text | ((...seen: never[]) => Text)>
