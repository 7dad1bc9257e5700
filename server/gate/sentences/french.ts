import type { FailureReason } from '../../domain/transaction.ts'

// A colon has an unbreakable space (\u00a0) before it; ; ! and ? have a narrow one (\u202f).

/** Everything that the gate says, in French. Its type is what the other languages have to say too. */
export const french = {
  decimal: ',' as ',' | '.',
  sandbox: 'Bac à sable\u00a0: aucun argent ne circule.',
  otherLanguage: { lang: 'en' as 'fr' | 'en', name: 'English' },

  payTitle: (store: string) => `Paiement – ${store}`,
  errorTitle: (title: string) => `Erreur\u00a0: ${title}`,
  logoOf: (store: string) => `Logo de ${store}`,
  toPay: 'Montant à payer',
  withFees: (fees: string, total: string) => `+ ${fees} de frais, soit ${total} au total`,
  orderDetails: 'Détail de la commande',
  moreLines: (count: number) => (count === 1 ? 'et une autre ligne' : `et ${count} autres lignes`),
  unnamed: 'Article',
  unnamedTax: 'Taxe',
  contact: 'Contact',
  reference: 'Référence',
  scan: 'Payer depuis un autre téléphone',
  scanHow: 'Scannez ce code pour y ouvrir cette page.',
  qrCode: 'Code QR de cette page',

  how: 'Moyen de paiement',
  channels: { MTN: 'MTN Mobile Money', MOOV: 'Moov Money', VISA: 'Visa', MASTERCARD: 'Mastercard' },
  number: 'Numéro Mobile Money',
  numberHint: '8 chiffres, ou 10 commençant par 01, avec ou sans +229.',
  noNumberForCard: 'Par carte, rien à saisir\u00a0: le bac à sable ne demande aucun numéro de carte.',
  pay: (total: string) => `Payer ${total}`,
  cancel: 'Annuler le paiement',
  sending: 'Un instant…',

  errors: {
    numberMissing: 'Saisissez le numéro à débiter.',
    numberWrong: 'Ce n’est pas un numéro du Bénin\u00a0: il faut 8 chiffres, ou 10 commençant par 01.',
    channelMissing: 'Choisissez un des moyens de paiement proposés.',
  },

  testNumbers: 'Bac à sable\u00a0: numéros d’essai',
  testNumbersIntro: 'Chaque numéro a son effet. Avec tout autre numéro, ou par carte, le paiement réussit.',
  testNumbersBut: (scenario: string) =>
    `Chaque numéro a son effet. Avec tout autre numéro, ou par carte, c’est le scénario de ce paiement qui décide\u00a0: ${scenario}.`,
  testNumbersFill: (number: string) => `Saisir ${number}`,
  effect: 'Effet',
  effects: {
    success: 'Réussit',
    'fail:insufficient-funds': 'Échoue\u00a0: solde insuffisant',
    'fail:wrong-pin': 'Échoue\u00a0: code PIN erroné',
    'fail:account-blocked': 'Échoue\u00a0: compte bloqué',
    'never-settles': 'Reste en attente',
    'success;no-callback': 'Réussit, sans callback',
    'delayed:10s;success': 'Réussit au bout de 10\u00a0s',
    'success;duplicate-callback': 'Réussit, callback envoyé deux fois',
    'success;late-callback:1m': 'Réussit, callback une minute en retard',
    'success;wrong-amount-callback': 'Réussit, callback avec un montant faux',
    expire: 'Expire\u00a0: pas de réponse à temps',
  },

  waitingTitle: { phone: 'Confirmez sur votre téléphone', card: 'Paiement en cours' },
  waiting: { phone: 'Nous attendons la réponse de l’opérateur.', card: 'Nous attendons la réponse de la banque.' },
  waitingNever: 'Bac à sable\u00a0: elle ne viendra pas d’elle-même.',
  waitingUntilExpiry: 'Bac à sable\u00a0: elle ne viendra pas, et le paiement échouera à la fin du délai.',
  waitingScenario: 'Bac à sable\u00a0: elle viendra comme le prévoit le scénario de ce paiement.',
  refresh: 'Vérifier le paiement',
  otherWay: { phone: 'Changer de numéro', card: 'Payer autrement' },

  statuses: { SUCCESS: 'Paiement réussi', FAIL: 'Paiement refusé', CANCELED: 'Paiement annulé' },
  explanations: {
    SUCCESS: (store: string) => `Votre paiement à ${store} est enregistré.`,
    FAIL: () => 'Le paiement n’a pas abouti. Rien n’a été débité.',
    CANCELED: () => 'Vous avez annulé ce paiement. Rien n’a été débité.',
  },
  expired: { title: 'Délai dépassé', text: 'Le paiement n’a pas été fait à temps. Rien n’a été débité.' },
  reasons: {
    'insufficient-funds': 'Le solde du compte est insuffisant. Rien n’a été débité.',
    'wrong-pin': 'Le code PIN est erroné. Rien n’a été débité.',
    'account-blocked': 'Ce compte est bloqué par l’opérateur. Rien n’a été débité.',
  } satisfies Record<FailureReason, string>,
  receipt: {
    status: 'Statut',
    store: 'Marchand',
    amount: 'Montant',
    fees: 'Frais',
    total: 'Total payé',
    channel: 'Moyen de paiement',
    number: 'Numéro',
    date: 'Date',
  },
  at: (date: string) => `${date} (heure du Bénin)`,
  leaving: (store: string) => `Retour chez ${store} en cours…`,
  backTo: (store: string) => `Retourner chez ${store}`,

  notFound: {
    title: 'Paiement introuvable',
    text: 'Ce lien ne mène à aucun paiement. Il est peut-être incomplet, ou le bac à sable a redémarré depuis\u00a0: revenez à la boutique et recommencez.',
  },
  notFromHere: {
    title: 'Demande refusée',
    text: 'Cette demande ne vient pas de la page de paiement, ou la page était ouverte depuis trop longtemps. Rien n’a été débité.',
    link: 'Ouvrir la page de paiement',
  },
  badRequest: {
    title: 'Demande illisible',
    text: 'La page de paiement n’a pas compris cette demande. Rien n’a été débité.',
  },
  broken: {
    title: 'Une erreur est survenue',
    text: 'C’est la faute du bac à sable, pas la vôtre. Son journal en dit plus.',
  },
}

export type Sentences = typeof french
