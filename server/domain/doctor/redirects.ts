import type { Answered } from '../outcome.ts'
import type { AnswerFinding, Case } from './diagnosis.ts'

/** A callback follows no redirect: a browser would lose the body on the way. */
export const redirects: readonly AnswerFinding[] = [
  {
    code: 'redirect-to-login',
    applies: (seen) =>
      isRedirect(seen) && /log[-_]?in|sign[-_]?in|connexion|auth\b|\/sso\b/i.test(locationOf(seen)?.pathname ?? ''),
    sentence: (seen) => ({
      en: `The callback was sent to the login page${shown(seen)}: Intram’s server cannot log in.`,
      fr: `Le callback a été redirigé vers la page de connexion${shown(seen)} : le serveur d’Intram ne peut pas s’identifier.`,
    }),
    fix: {
      en: 'Take the route out of what needs a session (Laravel: the auth middleware; Django: login_required; Symfony: access_control), and check the payment with /transactions/confirm instead.',
      fr: 'Sortez la route de ce qui exige une session (Laravel : le middleware auth ; Django : login_required ; Symfony : access_control) et vérifiez plutôt le paiement avec /transactions/confirm.',
    },
  },
  {
    code: 'redirect-to-https',
    applies: (seen) => isRedirect(seen) && seen.url.protocol === 'http:' && locationOf(seen)?.protocol === 'https:',
    sentence: (seen) => ({
      en: `${seen.url.host} sends http:// on to https://${shown(seen)}, and callbacks follow no redirect.`,
      fr: `${seen.url.host} renvoie http:// vers https://${shown(seen)}, et les callbacks ne suivent aucune redirection.`,
    }),
    fix: {
      en: 'Write https:// in callback_url.',
      fr: 'Écrivez https:// dans callback_url.',
    },
  },
  {
    code: 'redirect-by-slash',
    applies: (seen) => {
      const to = locationOf(seen)?.pathname
      return isRedirect(seen) && to !== undefined && to !== seen.url.pathname && bare(to) === bare(seen.url.pathname)
    },
    sentence: (seen) => ({
      en: `The application wants the URL ${endsInSlash(seen) ? 'with' : 'without'} a slash at the end${shown(seen)}, and callbacks follow no redirect.`,
      fr: `L’application veut l’URL ${endsInSlash(seen) ? 'avec' : 'sans'} barre oblique finale${shown(seen)}, et les callbacks ne suivent aucune redirection.`,
    }),
    fix: {
      en: 'Write callback_url exactly as the route is declared, final slash included or not (Django: APPEND_SLASH).',
      fr: 'Écrivez callback_url exactement comme la route est déclarée, avec ou sans barre finale (Django : APPEND_SLASH).',
    },
  },
  {
    code: 'redirect',
    applies: isRedirect,
    sentence: (seen) => ({
      en: `The application answered ${seen.outcome.status}, a redirect${shown(seen)}, which callbacks do not follow.`,
      fr: `L’application a répondu ${seen.outcome.status}, une redirection${shown(seen)}, que les callbacks ne suivent pas.`,
    }),
    fix: {
      en: 'Answer 200 from the callback’s own URL: redirects are for the customer’s browser, which goes to return_url. Final URLs (www, language, slash) belong in callback_url.',
      fr: 'Répondez 200 depuis l’URL du callback elle-même : les redirections sont faites pour le navigateur du client, qui va à return_url. Mettez dans callback_url l’URL définitive (www, langue, barre finale).',
    },
  },
]

function isRedirect({ outcome }: Case<Answered>): boolean {
  return outcome.status >= 300 && outcome.status < 400
}

function locationOf({ outcome, url }: Case<Answered>): URL | undefined {
  const { location = '' } = outcome.headers
  return location !== '' && URL.canParse(location, url.href) ? new URL(location, url.href) : undefined
}

/** In brackets, where it leads: without the query, which may hold secrets. */
function shown(seen: Case<Answered>): string {
  const location = locationOf(seen)
  if (!location) return ''
  const isElsewhere = location.origin !== seen.url.origin
  return ` (${`${isElsewhere ? location.origin : ''}${location.pathname}`.slice(0, 200)})`
}

function bare(path: string): string {
  return path.replace(/\/+$/, '')
}

function endsInSlash(seen: Case<Answered>): boolean {
  return locationOf(seen)?.pathname.endsWith('/') ?? false
}
