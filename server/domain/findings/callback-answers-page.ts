import type { Lint } from './finding.ts'
import { attemptsIn, evidence } from './select.ts'

export const callbackAnswersPage: Lint = {
  code: 'callback-answers-page',
  severity: 'warning',
  sentence: {
    en: 'The callback endpoint answered with a web page or a redirect: perhaps its code was never reached.',
    fr: 'L’URL de callback a répondu par une page web ou une redirection : son code n’a peut-être jamais été atteint.',
  },
  fix: {
    en: 'Give callback_url a route of its own without login or CSRF check, that answers an empty 200.',
    fr: 'Donnez à callback_url une route dédiée, sans connexion ni contrôle CSRF, qui renvoie un 200 vide.',
  },
  look: ({ entries }) =>
    attemptsIn(entries)
      .filter(({ status, isPage }) => isPage || (status !== null && status >= 300 && status < 400))
      .map((attempt) => evidence(attempt)),
}
