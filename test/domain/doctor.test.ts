import t from 'tap'
import { acknowledgements } from '../../server/domain/doctor/acknowledgements.ts'
import { answers } from '../../server/domain/doctor/answers.ts'
import { certificates } from '../../server/domain/doctor/certificates.ts'
import { connections } from '../../server/domain/doctor/connections.ts'
import { diagnose } from '../../server/domain/doctor/diagnose.ts'
import { redirects } from '../../server/domain/doctor/redirects.ts'
import { targets } from '../../server/domain/doctor/targets.ts'
import { isAcknowledgement, type Outcome } from '../../server/domain/outcome.ts'
import { answered, forbidden, unanswered } from '../support/outcomes.ts'

const at = (target: string) => ({ target })
const redirect = (location: string, target = 'http://shop.test/callback') =>
  answered(302, { target, headers: { location } })
const html = { 'content-type': 'text/html; charset=UTF-8' }
const page = (text: string) => ({ body: `<!DOCTYPE html>\n<html><title>${text}</title></html>` })

const cases: [string, Outcome, RegExp][] = [
  ['address-never-allowed', forbidden(at('http://metadata.test/')), /metadata\.test \(169\.254\.169\.254\)/],
  ['address-never-allowed', forbidden({ ...at('http://[fe80::1]/'), address: 'fe80::1' }), /calls \[fe80::1\]:/],
  [
    'address-not-public',
    forbidden({ ...at('http://shop.test/'), why: 'not-public', address: '10.0.0.1' }),
    /shop\.test \(10\.0\.0\.1\) is in a private network/,
  ],
  [
    'address-not-on-the-list',
    forbidden({ ...at('http://shop.test/'), why: 'not-on-the-list', address: '10.0.0.1' }),
    /--callback-allow/,
  ],

  ['connection-refused', unanswered('refused-connection'), /localhost:3000/],
  ['docker-host-unknown', unanswered('dns-failed', at('http://host.docker.internal:3000/')), /only when asked/],
  ['bare-name-unknown', unanswered('dns-failed', at('http://web:3000/')), /The name web/],
  ['host-unknown', unanswered('dns-failed', at('http://shop.test/')), /shop\.test/],
  ['host-unreachable', unanswered('unreachable'), /localhost:3000/],
  ['no-answer-in-time', unanswered('timed-out', { durationMs: 15_004 }), /within 15 s/],
  ['no-answer-in-time', unanswered('timed-out', { durationMs: 20 }), /within 0\.02 s/],
  ['no-http', unanswered('invalid-response'), /not HTTP/],
  ['connection-dropped', unanswered('dropped', { reason: 'ECONNRESET' }), /closed the connection/],

  ['certificate-self-signed', unanswered('tls-failed', { reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), /signed by itself/],
  ['certificate-self-signed', unanswered('tls-failed', { reason: 'SELF_SIGNED_CERT_IN_CHAIN' }), /signed by itself/],
  [
    'certificate-chain-incomplete',
    unanswered('tls-failed', { reason: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
    /intermediate/,
  ],
  [
    'certificate-chain-incomplete',
    unanswered('tls-failed', { reason: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }),
    /intermediate/,
  ],
  ['certificate-expired', unanswered('tls-failed', { reason: 'CERT_HAS_EXPIRED' }), /expired/],
  ['certificate-not-yet-valid', unanswered('tls-failed', { reason: 'CERT_NOT_YET_VALID' }), /not valid yet/],
  ['certificate-of-another-name', unanswered('tls-failed', { reason: 'ERR_TLS_CERT_ALTNAME_INVALID' }), /another name/],
  ['no-tls-on-this-port', unanswered('tls-failed', { reason: 'ERR_SSL_WRONG_VERSION_NUMBER' }), /plain HTTP/],
  ['no-tls-on-this-port', unanswered('tls-failed', { reason: 'ERR_SSL_PACKET_LENGTH_TOO_LONG' }), /plain HTTP/],
  ['tls-failed', unanswered('tls-failed', { reason: 'EPROTO' }), /\(EPROTO\)/],

  ['redirect-to-login', redirect('/login'), /\(\/login\)/],
  ['redirect-to-login', redirect('http://shop.test/accounts/login/?next=/callback'), /\(\/accounts\/login\/\)/],
  [
    'redirect-to-login',
    redirect('https://id.test/users/sign_in'.replace('_', '-')),
    /https:\/\/id\.test\/users\/sign-in/,
  ],
  ['redirect-to-https', redirect('https://shop.test/callback'), /https:\/\//],
  ['redirect-by-slash', redirect('/callback/'), /with a slash/],
  ['redirect-by-slash', redirect('/callback', 'http://shop.test/callback/?a=1'), /without a slash/],
  ['redirect', redirect('/'), /302, a redirect \(\/\)/],
  ['redirect', redirect('http://['), /302, a redirect,/],
  ['redirect', answered(304), /304, a redirect,/],

  ['laravel-csrf', answered(419, page('Page Expired')), /Laravel/],
  ['django-csrf', answered(403, { body: '<p>CSRF verification failed. Request aborted.</p>' }), /CSRF/],
  ['django-csrf', answered(403, page('La vérification CSRF a échoué.')), /Django/],
  ['django-csrf', answered(403, { body: '{"detail":"CSRF Failed: CSRF token missing."}' }), /CSRF/],
  ['csrf', answered(403, { body: 'ForbiddenError: invalid csrf token' }), /CSRF/],
  ['rails-csrf', answered(422, page('The change you wanted was rejected (422)')), /Rails/],
  ['rails-csrf', answered(422, { body: 'ActionController::InvalidAuthenticityToken' }), /Rails/],
  ['https-expected', answered(400, { body: 'The plain HTTP request was sent to HTTPS port' }), /speaks TLS/],
  ['https-expected', answered(400, { body: 'Client sent an HTTP request to an HTTPS server.' }), /speaks TLS/],
  [
    'https-expected',
    answered(400, { body: 'You’re speaking plain HTTP to an SSL-enabled server port.' }),
    /speaks TLS/,
  ],
  ['host-not-allowed', answered(400, page('DisallowedHost at /callback')), /localhost:3000/],
  ['host-not-allowed', answered(403, { body: 'Blocked hosts: host.docker.internal:3000' }), /localhost:3000/],
  [
    'host-not-allowed',
    answered(403, { body: 'Blocked request. This host ("a.test") is not allowed.' }),
    /localhost:3000/,
  ],
  ['credentials-wanted', answered(401), /401/],
  ['access-denied', answered(403), /403/],
  ['route-missing', answered(404), /no route \/callback/],
  ['route-missing', answered(410), /410/],
  ['method-not-allowed', answered(405), /takes no POST/],
  ['body-too-large', answered(413), /413/],
  ['format-not-understood', answered(400), /400/],
  ['format-not-understood', answered(415), /415/],
  ['data-refused', answered(422), /validation/],
  ['too-many-requests', answered(429), /rate limit/],
  ['application-error', answered(500), /500/],
  ['application-not-running', answered(502), /502/],
  ['application-not-running', answered(503), /503/],
  ['application-error', answered(508), /508/],
  ['not-acknowledged', answered(418), /418/],

  ['html-acknowledged', answered(200, page('Shop')), /web page/],
  ['html-acknowledged', answered(200, { body: '\n <html lang="fr">' }), /web page/],
  ['html-acknowledged', answered(200, { body: '<!-- c -->\n<!-- d -->\n<!doctype html><p>Shop' }), /web page/],
  ['html-acknowledged', answered(200, { body: '<?xml version="1.0"?><!DOCTYPE html>' }), /web page/],
  ['html-acknowledged', answered(200, { headers: html, body: '\n<div id="app"></div>' }), /web page/],
  ['html-acknowledged', answered(200, { headers: html, body: '<!-- c --><p>Shop</p>' }), /web page/],
  [
    'php-error-acknowledged',
    answered(200, { body: '<br />\n<b>Warning</b>:  Undefined array key "status"' }),
    /PHP error/,
  ],
  ['php-error-acknowledged', answered(200, { body: 'PHP Fatal error: Uncaught Error' }), /PHP error/],
]

for (const [code, outcome, sentence] of cases) {
  const name =
    outcome.kind === 'answered'
      ? outcome.status
      : 'reason' in outcome
        ? `${outcome.kind} ${outcome.reason}`
        : outcome.kind
  t.test(`${name} is diagnosed as ${code}`, async (t) => {
    const diagnosis = diagnose(outcome, false)
    t.equal(diagnosis?.code, code)
    t.equal(diagnosis?.severity, isAcknowledgement(outcome) ? 'hint' : 'failure')
    t.match(diagnosis?.sentence.en, sentence)
    for (const text of [diagnosis?.sentence, diagnosis?.fix]) {
      t.match(text?.en, /^[^\n]{10,}[.?]$/)
      t.match(text?.fr, /^[^\n]{10,}[.?]$/)
      t.not(text?.en, text?.fr)
      t.notMatch(`${text?.en} ${text?.fr}`, /undefined|\[object|'/)
    }
  })
}

t.test('localhost from inside a container is the container itself, unless the failure is another', async (t) => {
  for (const target of ['http://localhost:3000/', 'http://127.0.0.1/', 'http://[::1]:80/', 'https://shop.localhost/']) {
    const outcome = unanswered('refused-connection', { target })
    t.equal(diagnose(outcome, true)?.code, 'localhost-in-container', target)
    t.equal(diagnose(outcome, false)?.code, 'connection-refused', target)
  }
  t.equal(diagnose(unanswered('refused-connection', at('http://web:3000/')), true)?.code, 'connection-refused')
  t.equal(diagnose(answered(500), true)?.code, 'application-error')
  const fix = diagnose(unanswered('refused-connection'), true)?.fix
  for (const text of [fix?.en, fix?.fr]) t.match(text, /--callback-rewrite localhost=host\.docker\.internal/)
})

t.test('there is nothing to say of a plain acknowledgement, nor of an attempt that was not made', async (t) => {
  for (const body of ['', 'OK', '{"ok":true}', 'OK <b>bien reçu</b>'])
    t.equal(diagnose(answered(200, { body }), false), undefined, body)
  // PHP calls whatever it is told to echo text/html.
  for (const body of ['', 'OK', '{"received":true}', '1 < 2']) {
    t.equal(diagnose(answered(200, { headers: html, body }), false), undefined, body)
  }
  t.equal(diagnose(answered(200, { body: '<?xml version="1.0"?><ok/>' }), false), undefined)
  t.equal(diagnose(answered(204), true), undefined)
  t.equal(diagnose({ kind: 'postponed', why: 'busy' }, false), undefined)
})

t.test('every failed attempt has a diagnosis', async (t) => {
  for (let status = 100; status < 1000; status += 1) {
    const outcome = answered(status)
    t.equal(diagnose(outcome, false) === undefined, isAcknowledgement(outcome), `${status}`)
  }
})

t.test('each code names one diagnosis, and each is in the table above', async (t) => {
  const findings = [targets, connections, certificates, redirects, answers, acknowledgements]
  const codes = findings.flatMap((list) => list.map(({ code }) => code))
  t.equal(new Set(codes).size, codes.length)
  t.same(codes.toSorted(), [...new Set([...cases.map(([code]) => code), 'localhost-in-container'])].toSorted())
})
