import { isPage } from '../is-page.ts'
import type { AnswerFinding } from './diagnosis.ts'

/** Answers that acknowledge a callback by their status, but whose body makes one doubt that it was understood. */
export const acknowledgements: readonly AnswerFinding[] = [
  {
    code: 'php-error-acknowledged',
    applies: ({ outcome }) =>
      /\b(Fatal|Parse) error(<\/b>)?: |<b>(Warning|Notice|Deprecated)<\/b>: /.test(outcome.body),
    sentence: ({ outcome }) => ({
      en: `The callback counts as acknowledged (${outcome.status}), but the answer is a PHP error message.`,
      fr: `Le callback compte comme reçu (${outcome.status}), mais la réponse est un message d’erreur de PHP.`,
    }),
    fix: {
      en: 'Mend the error, and set display_errors=0 and log_errors=1: PHP then answers 500 to a fatal error, and the callback is tried again.',
      fr: 'Corrigez l’erreur, et réglez display_errors=0 et log_errors=1 : PHP répond alors 500 à une erreur fatale, et le callback est renvoyé plus tard.',
    },
  },
  {
    code: 'html-acknowledged',
    applies: ({ outcome }) => isPage(outcome),
    sentence: ({ outcome }) => ({
      en: `The callback counts as acknowledged (${outcome.status}), but the answer is a web page: did the callback’s code run?`,
      fr: `Le callback compte comme reçu (${outcome.status}), mais la réponse est une page web : le code du callback a-t-il été exécuté ?`,
    }),
    fix: {
      en: 'Check that callback_url is not the shop’s home or return page, a tunnel’s warning or a single-page application that answers every URL; acknowledge with an empty 200.',
      fr: 'Vérifiez que callback_url n’est pas l’accueil ou la page de retour, l’avertissement d’un tunnel ou une application monopage qui répond à toute URL ; accusez réception par un 200 vide.',
    },
  },
]
