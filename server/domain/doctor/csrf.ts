import type { AnswerFinding } from './diagnosis.ts'

/** Protections against forged posts, which take a callback for one. */
export const csrf: readonly AnswerFinding[] = [
  {
    code: 'laravel-csrf',
    applies: ({ outcome }) => outcome.status === 419,
    sentence: () => ({
      en: 'Laravel answered 419: its CSRF protection wants a token, which a server does not have.',
      fr: 'Laravel a répondu 419 : sa protection CSRF attend un jeton, qu’un serveur n’a pas.',
    }),
    fix: {
      en: 'Except the route: $middleware->validateCsrfTokens(except: […]) in bootstrap/app.php, up to Laravel 10 $except in app/Http/Middleware/VerifyCsrfToken.php; or declare it in routes/api.php.',
      fr: 'Exemptez la route : $middleware->validateCsrfTokens(except: […]) dans bootstrap/app.php, jusqu’à Laravel 10 $except dans app/Http/Middleware/VerifyCsrfToken.php ; ou déclarez-la dans routes/api.php.',
    },
  },
  {
    code: 'django-csrf',
    applies: ({ outcome }) =>
      outcome.status === 403 && /CSRF (verification|failed)|vérification CSRF/i.test(outcome.body),
    sentence: () => ({
      en: 'Django answered 403: its CSRF protection wants a token, which a server does not have.',
      fr: 'Django a répondu 403 : sa protection CSRF attend un jeton, qu’un serveur n’a pas.',
    }),
    fix: {
      en: 'Put @csrf_exempt on the view of the callback (from django.views.decorators.csrf import csrf_exempt).',
      fr: 'Mettez @csrf_exempt sur la vue du callback (from django.views.decorators.csrf import csrf_exempt).',
    },
  },
  {
    code: 'csrf',
    applies: ({ outcome }) => outcome.status === 403 && /csrf|xsrf/i.test(outcome.body),
    sentence: () => ({
      en: 'The application answered 403: its CSRF protection wants a token, which a server does not have.',
      fr: 'L’application a répondu 403 : sa protection CSRF attend un jeton, qu’un serveur n’a pas.',
    }),
    fix: {
      en: 'Except the route of the callback from CSRF protection; /transactions/confirm is what tells a true callback from a forged one.',
      fr: 'Exemptez la route du callback de la protection CSRF ; c’est /transactions/confirm qui distingue un vrai callback d’un faux.',
    },
  },
  {
    code: 'rails-csrf',
    applies: ({ outcome }) =>
      outcome.status === 422 && /InvalidAuthenticityToken|change you wanted was rejected/i.test(outcome.body),
    sentence: () => ({
      en: 'Rails answered 422: its CSRF protection wants a token, which a server does not have.',
      fr: 'Rails a répondu 422 : sa protection CSRF attend un jeton, qu’un serveur n’a pas.',
    }),
    fix: {
      en: 'Put skip_before_action :verify_authenticity_token in the controller of the callback.',
      fr: 'Mettez skip_before_action :verify_authenticity_token dans le contrôleur du callback.',
    },
  },
]
