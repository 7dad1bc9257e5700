import type { Forbidden } from '../outcome.ts'
import type { Finding } from './diagnosis.ts'

/** Addresses that the sandbox itself refuses to call. */
export const targets: readonly Finding<Forbidden>[] = [
  {
    code: 'address-never-allowed',
    applies: ({ outcome }) => outcome.why === 'never-allowed',
    sentence: ({ url, outcome }) => ({
      en: `The sandbox never calls ${placeOf(url, outcome)}: it is a link-local, cloud metadata or unspecified address.`,
      fr: `intram-sandbox n’appelle jamais ${placeOf(url, outcome)} : c’est une adresse de lien local, de métadonnées ou indéterminée.`,
    }),
    fix: {
      en: 'Give callback_url an address where your application can be reached: 127.0.0.1 rather than 0.0.0.0, or its private or public address.',
      fr: 'Donnez à callback_url une adresse où votre application est joignable : 127.0.0.1 plutôt que 0.0.0.0, ou son adresse privée ou publique.',
    },
  },
  {
    code: 'address-not-public',
    applies: ({ outcome }) => outcome.why === 'not-public',
    sentence: ({ url, outcome }) => ({
      en: `${placeOf(url, outcome)} is in a private network, or one of this machine, and the payment was opened by a page that is not: any web site could do that.`,
      fr: `${placeOf(url, outcome)} est dans un réseau privé, ou dans un réseau de cette machine, et le paiement a été ouvert par une page qui n’en vient pas : n’importe quel site pourrait le faire.`,
    }),
    fix: {
      en: 'Open the page at a local address, such as http://localhost:3000, or give callback_url a public address.',
      fr: 'Ouvrez la page à une adresse locale, par exemple http://localhost:3000, ou donnez à callback_url une adresse publique.',
    },
  },
  {
    code: 'address-not-on-the-list',
    applies: ({ outcome }) => outcome.why === 'not-on-the-list',
    sentence: ({ url, outcome }) => ({
      en: `${placeOf(url, outcome)} is not among the targets that --callback-allow lists.`,
      fr: `${placeOf(url, outcome)} ne fait pas partie des cibles listées par --callback-allow.`,
    }),
    fix: {
      en: 'Add the host or its address range to --callback-allow, or ask whoever runs this sandbox to.',
      fr: 'Ajoutez l’hôte ou sa plage d’adresses à --callback-allow, ou demandez-le à la personne qui gère ce serveur.',
    },
  },
]

function placeOf({ hostname }: URL, { address }: Forbidden): string {
  return hostname.replace(/^\[|\]$/g, '') === address ? hostname : `${hostname} (${address})`
}
