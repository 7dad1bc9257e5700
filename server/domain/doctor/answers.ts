import { csrf } from './csrf.ts'
import type { AnswerFinding } from './diagnosis.ts'

/** Answers that acknowledge nothing, redirects apart. The last finding fits whatever the others leave. */
export const answers: readonly AnswerFinding[] = [
  ...csrf,
  {
    code: 'https-expected',
    applies: ({ outcome, url }) =>
      outcome.status === 400 &&
      url.protocol === 'http:' &&
      /HTTP request (was sent )?to (an )?HTTPS|plain HTTP to an SSL|requires TLS/i.test(outcome.body),
    sentence: ({ url }) => ({
      en: `${url.host} speaks TLS, and callback_url begins with http://.`,
      fr: `${url.host} parle TLS, et callback_url commence par http://.`,
    }),
    fix: {
      en: 'Write https:// in callback_url, or the port on which your application serves plain HTTP.',
      fr: 'Écrivez https:// dans callback_url, ou le port sur lequel votre application sert du HTTP en clair.',
    },
  },
  {
    code: 'host-not-allowed',
    applies: ({ outcome }) =>
      [400, 403].includes(outcome.status) &&
      /DisallowedHost|HTTP_HOST|Blocked host|host .{1,200} is not allowed/i.test(outcome.body),
    sentence: ({ outcome, url }) => ({
      en: `The application answered ${outcome.status}: it does not take requests for the host ${url.host}.`,
      fr: `L’application a répondu ${outcome.status} : elle n’accepte pas de requêtes pour l’hôte ${url.host}.`,
    }),
    fix: {
      en: 'Add the name to ALLOWED_HOSTS (Django), config.hosts (Rails) or server.allowedHosts (Vite); after --callback-rewrite the new name counts.',
      fr: 'Ajoutez le nom à ALLOWED_HOSTS (Django), config.hosts (Rails) ou server.allowedHosts (Vite) ; après --callback-rewrite, c’est le nouveau nom qui compte.',
    },
  },
  {
    code: 'credentials-wanted',
    applies: ({ outcome }) => outcome.status === 401 || outcome.status === 407,
    sentence: ({ outcome }) => ({
      en: `The application answered ${outcome.status}: it wants credentials, and Intram sends none with a callback.`,
      fr: `L’application a répondu ${outcome.status} : elle exige une authentification, et Intram n’en envoie pas avec un callback.`,
    }),
    fix: {
      en: 'Take the route out of authentication (password of a staging site included), and check the payment with /transactions/confirm: only that proves it.',
      fr: 'Sortez la route de l’authentification (mot de passe d’un site de préproduction compris) et vérifiez le paiement avec /transactions/confirm : cela seul le prouve.',
    },
  },
  {
    code: 'access-denied',
    applies: ({ outcome }) => outcome.status === 403,
    sentence: () => ({
      en: 'The application, or a firewall in front of it, answered 403: access denied.',
      fr: 'L’application, ou un pare-feu devant elle, a répondu 403 : accès refusé.',
    }),
    fix: {
      en: 'Look for a CSRF check, a permission, a security plugin or an IP filter on this route, and except the callback from it.',
      fr: 'Cherchez une vérification CSRF, une permission, une extension de sécurité ou un filtre d’IP sur cette route, et exemptez-en le callback.',
    },
  },
  {
    code: 'route-missing',
    applies: ({ outcome }) => outcome.status === 404 || outcome.status === 410,
    sentence: ({ outcome, url }) => ({
      en: `The application has no route ${url.pathname} for a POST: it answered ${outcome.status}.`,
      fr: `L’application n’a pas de route ${url.pathname} pour un POST : elle a répondu ${outcome.status}.`,
    }),
    fix: {
      en: 'Compare callback_url with the declared route, prefix and final slash included (routes/api.php adds /api); clear a route cache; behind a tunnel, check that it leads to this application.',
      fr: 'Comparez callback_url à la route déclarée, préfixe et barre finale compris (routes/api.php ajoute /api) ; videz un cache de routes ; derrière un tunnel, vérifiez qu’il mène à cette application.',
    },
  },
  {
    code: 'method-not-allowed',
    applies: ({ outcome }) => outcome.status === 405,
    sentence: ({ url }) => ({
      en: `The route ${url.pathname} exists but takes no POST: the application answered 405.`,
      fr: `La route ${url.pathname} existe mais n’accepte pas POST : l’application a répondu 405.`,
    }),
    fix: {
      en: 'Declare the route for POST; return_url is the one that a browser opens with GET, and should be another.',
      fr: 'Déclarez la route pour POST ; return_url est celle que le navigateur ouvre en GET, et devrait être une autre.',
    },
  },
  {
    code: 'body-too-large',
    applies: ({ outcome }) => outcome.status === 413,
    sentence: () => ({
      en: 'The application, or a proxy in front of it, answered 413: the body is larger than it takes.',
      fr: 'L’application, ou un proxy devant elle, a répondu 413 : le corps dépasse ce qu’elle accepte.',
    }),
    fix: {
      en: 'Raise the limit (nginx client_max_body_size, PHP post_max_size, express.json({ limit })), or send fewer items and less custom data with the payment.',
      fr: 'Relevez la limite (nginx client_max_body_size, PHP post_max_size, express.json({ limit })), ou joignez au paiement moins d’articles et de données.',
    },
  },
  {
    code: 'format-not-understood',
    applies: ({ outcome }) => outcome.status === 400 || outcome.status === 406 || outcome.status === 415,
    sentence: ({ outcome }) => ({
      en: `The application answered ${outcome.status}: most often it could not read the body in the format in which it came.`,
      fr: `L’application a répondu ${outcome.status} : le plus souvent, elle n’a pas su lire le corps dans le format reçu.`,
    }),
    fix: {
      en: 'Read JSON (PHP: json_decode(file_get_contents("php://input")); Express: express.json(); Django: json.loads(request.body)), or start the sandbox with --callback-format form for $_POST and request.POST.',
      fr: 'Lisez du JSON (PHP : json_decode(file_get_contents("php://input")) ; Express : express.json() ; Django : json.loads(request.body)), ou lancez intram-sandbox avec --callback-format form pour $_POST et request.POST.',
    },
  },
  {
    code: 'data-refused',
    applies: ({ outcome }) => outcome.status === 422,
    sentence: () => ({
      en: 'The application answered 422: its validation wants fields that the callback does not have.',
      fr: 'L’application a répondu 422 : sa validation attend des champs que le callback n’a pas.',
    }),
    fix: {
      en: 'Compare the rules with the body that was sent: status and transaction_id are always there, account_number or fees only once paid.',
      fr: 'Comparez les règles au corps envoyé : status et transaction_id y sont toujours, account_number ou fees seulement après paiement.',
    },
  },
  {
    code: 'too-many-requests',
    applies: ({ outcome }) => outcome.status === 429,
    sentence: () => ({
      en: 'The application answered 429: its rate limit counts callbacks as too many requests.',
      fr: 'L’application a répondu 429 : sa limite de débit compte les callbacks comme des requêtes en trop.',
    }),
    fix: {
      en: 'Except the route from rate limiting (Laravel: throttle): many customers may pay at once, all told by the same server.',
      fr: 'Exemptez la route de la limite de débit (Laravel : throttle) : beaucoup de clients peuvent payer à la fois, et le même serveur les annonce tous.',
    },
  },
  {
    code: 'application-not-running',
    applies: ({ outcome }) => outcome.status >= 502 && outcome.status <= 504,
    sentence: ({ outcome }) => ({
      en: `A proxy or tunnel answered ${outcome.status}: the application behind it is down, in maintenance or too slow.`,
      fr: `Un proxy ou un tunnel a répondu ${outcome.status} : l’application derrière lui est arrêtée, en maintenance ou trop lente.`,
    }),
    fix: {
      en: 'Start the application (Laravel: php artisan up), and check the port to which the proxy or tunnel (nginx, ngrok) leads.',
      fr: 'Démarrez l’application (Laravel : php artisan up) et vérifiez le port vers lequel mène le proxy ou le tunnel (nginx, ngrok).',
    },
  },
  {
    code: 'application-error',
    applies: ({ outcome }) => outcome.status >= 500,
    sentence: ({ outcome }) => ({
      en: `The application failed while it handled the callback: it answered ${outcome.status}.`,
      fr: `L’application a échoué en traitant le callback : elle a répondu ${outcome.status}.`,
    }),
    fix: {
      en: 'See its log (Laravel: storage/logs/laravel.log; PHP: error_log; Django: the console): often a field that is not in the body, or a callback for an order that is already settled.',
      fr: 'Voyez son journal (Laravel : storage/logs/laravel.log ; PHP : error_log ; Django : la console) : souvent un champ absent du corps, ou un callback pour une commande déjà réglée.',
    },
  },
  {
    code: 'not-acknowledged',
    applies: () => true,
    sentence: ({ outcome }) => ({
      en: `The application answered ${outcome.status}, and only a 2xx acknowledges a callback.`,
      fr: `L’application a répondu ${outcome.status}, et seul un 2xx accuse réception d’un callback.`,
    }),
    fix: {
      en: 'Answer 200 once the callback is stored, even when there is nothing more to do for it.',
      fr: 'Répondez 200 une fois le callback enregistré, même s’il n’y a plus rien à faire.',
    },
  },
]
