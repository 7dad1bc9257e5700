import type { ConnectionFinding } from './diagnosis.ts'

/** What goes wrong with TLS, by OpenSSL's and Node's own codes. */
export const certificates: readonly ConnectionFinding[] = [
  {
    code: 'certificate-self-signed',
    applies: failedBy(/SELF_SIGNED/),
    sentence: ({ url }) => ({
      en: `The certificate of ${url.host} is signed by itself or by an authority that this machine does not know.`,
      fr: `Le certificat de ${url.host} est signé par lui-même ou par une autorité inconnue de cette machine.`,
    }),
    fix: {
      en: 'Use http:// in development, or start the sandbox with NODE_EXTRA_CA_CERTS set to the authority’s PEM file (mkcert: "$(mkcert -CAROOT)/rootCA.pem").',
      fr: 'Utilisez http:// en développement, ou lancez intram-sandbox avec, dans NODE_EXTRA_CA_CERTS, le fichier PEM de l’autorité (mkcert : "$(mkcert -CAROOT)/rootCA.pem").',
    },
  },
  {
    code: 'certificate-chain-incomplete',
    applies: failedBy(/^UNABLE_TO_(VERIFY_LEAF|GET_ISSUER)/),
    sentence: ({ url }) => ({
      en: `The certificate of ${url.host} cannot be traced to an authority: usually the intermediate certificate is missing.`,
      fr: `Le certificat de ${url.host} ne remonte à aucune autorité : en général, le certificat intermédiaire manque.`,
    }),
    fix: {
      en: 'Serve the whole chain (fullchain.pem rather than cert.pem); browsers fill the gap, servers do not. For your own authority, set NODE_EXTRA_CA_CERTS.',
      fr: 'Servez la chaîne entière (fullchain.pem plutôt que cert.pem) ; les navigateurs comblent le manque, pas les serveurs. Pour votre propre autorité, définissez NODE_EXTRA_CA_CERTS.',
    },
  },
  {
    code: 'certificate-expired',
    applies: failedBy(/^CERT_HAS_EXPIRED$/),
    sentence: ({ url }) => ({
      en: `The certificate of ${url.host} has expired.`,
      fr: `Le certificat de ${url.host} a expiré.`,
    }),
    fix: {
      en: 'Renew it (certbot renew) and reload the web server; check this machine’s date.',
      fr: 'Renouvelez-le (certbot renew) et rechargez le serveur web ; vérifiez la date de cette machine.',
    },
  },
  {
    code: 'certificate-not-yet-valid',
    applies: failedBy(/^CERT_NOT_YET_VALID$/),
    sentence: ({ url }) => ({
      en: `The certificate of ${url.host} is not valid yet.`,
      fr: `Le certificat de ${url.host} n’est pas encore valable.`,
    }),
    fix: {
      en: 'Check the date of both machines; a virtual machine that slept is often behind.',
      fr: 'Vérifiez la date des deux machines ; une machine virtuelle sortie de veille est souvent en retard.',
    },
  },
  {
    code: 'certificate-of-another-name',
    applies: failedBy(/ALTNAME|HOSTNAME_MISMATCH/),
    sentence: ({ url }) => ({
      en: `The certificate that ${url.host} shows was made for another name.`,
      fr: `Le certificat présenté par ${url.host} a été établi pour un autre nom.`,
    }),
    fix: {
      en: 'Put a name of the certificate in callback_url, or have one made for this name; after --callback-rewrite the new name counts.',
      fr: 'Mettez dans callback_url un nom du certificat, ou faites-en établir un pour ce nom ; après --callback-rewrite, c’est le nouveau nom qui compte.',
    },
  },
  {
    code: 'no-tls-on-this-port',
    applies: failedBy(/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/),
    sentence: ({ url }) => ({
      en: `${url.host} does not speak TLS: callback_url begins with https:// but the port is plain HTTP.`,
      fr: `${url.host} ne parle pas TLS : callback_url commence par https:// mais le port parle HTTP en clair.`,
    }),
    fix: {
      en: 'Write http:// in callback_url, or the port on which your application serves https.',
      fr: 'Écrivez http:// dans callback_url, ou le port sur lequel votre application sert https.',
    },
  },
  {
    code: 'tls-failed',
    applies: failedBy(/^/),
    sentence: ({ url, outcome }) => ({
      en: `No secure connection to ${url.host} came about${because(outcome.reason)}.`,
      fr: `Aucune connexion sûre avec ${url.host} n’a pu être établie${because(outcome.reason)}.`,
    }),
    fix: {
      en: 'Try openssl s_client -connect HOST:PORT where the sandbox runs: it shows what the server offers (TLS 1.2 at least is needed).',
      fr: 'Essayez openssl s_client -connect HÔTE:PORT là où tourne intram-sandbox : on y voit ce que propose le serveur (il faut au moins TLS 1.2).',
    },
  },
]

function failedBy(reason: RegExp): ConnectionFinding['applies'] {
  return ({ outcome }) => outcome.kind === 'tls-failed' && reason.test(outcome.reason)
}

function because(reason: string): string {
  return reason === '' ? '' : ` (${reason})`
}
