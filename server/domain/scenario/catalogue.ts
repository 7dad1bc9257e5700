/** The scenarios that have a name of their own; others are made of the same words. */
export const catalogue = [
  {
    name: 'success',
    scenario: 'success',
    amount: 100_001,
    en: 'Is paid, without a customer',
    fr: 'Est payé, sans client',
  },
  {
    name: 'fail',
    scenario: 'fail',
    amount: 100_002,
    en: 'Is declined; also fail:insufficient-funds, fail:wrong-pin, fail:account-blocked',
    fr: 'Est refusé ; aussi fail:insufficient-funds, fail:wrong-pin, fail:account-blocked',
  },
  {
    name: 'cancel',
    scenario: 'cancel',
    amount: 100_003,
    en: 'Is cancelled by the customer',
    fr: 'Est annulé par le client',
  },
  {
    name: 'expire',
    scenario: 'expire',
    amount: 100_004,
    en: 'Nobody answers: fails when the time of --expiry is up',
    fr: 'Personne ne répond : échoue à la fin du délai --expiry',
  },
  {
    name: 'neverSettles',
    scenario: 'never-settles',
    amount: 100_006,
    en: 'Stays PENDING for good',
    fr: 'Reste PENDING pour toujours',
  },
  {
    name: 'delayed',
    scenario: 'delayed:10s;success',
    amount: 100_007,
    en: 'Is paid 10 s later; any wait and any ending, as in delayed:2m;fail or success@3s',
    fr: 'Est payé 10 s plus tard ; tout délai et toute issue conviennent, par exemple delayed:2m;fail ou success@3s',
  },
  {
    name: 'pendingTwice',
    scenario: 'pending*2;success',
    amount: 100_008,
    en: 'Two confirmations say PENDING, the third one SUCCESS; any number and any ending',
    fr: 'Deux vérifications disent PENDING, la troisième SUCCESS ; tout nombre et toute issue conviennent',
  },
  {
    name: 'noCallback',
    scenario: 'no-callback',
    amount: 100_009,
    en: 'The callback never comes',
    fr: 'Le callback n’arrive jamais',
  },
  {
    name: 'duplicateCallback',
    scenario: 'duplicate-callback',
    amount: 100_011,
    en: 'The callback comes once more after it was acknowledged',
    fr: 'Le callback arrive une seconde fois, bien qu’il ait été accepté',
  },
  {
    name: 'lateCallback',
    scenario: 'late-callback:1m',
    amount: 100_012,
    en: 'The callback comes a minute late; any wait',
    fr: 'Le callback arrive avec une minute de retard ; tout délai convient',
  },
  {
    name: 'callbackBeforeResponse',
    scenario: 'callback-before-response',
    amount: 100_013,
    en: 'The callback comes before the answer that says the transaction_id; also with fail or cancel',
    fr: 'Le callback arrive avant la réponse qui donne le transaction_id ; aussi avec fail ou cancel',
  },
  {
    name: 'wrongAmountCallback',
    scenario: 'wrong-amount-callback',
    amount: 100_014,
    en: 'The callback tells 1,000 XOF more than what was paid',
    fr: 'Le callback annonce 1 000 XOF de plus que le montant payé',
  },
  {
    name: 'lostAnswer',
    scenario: 'lost-answer',
    amount: 100_016,
    en: 'The payment is made, then the connection drops without an answer',
    fr: 'Le paiement est créé, puis la connexion est coupée sans réponse',
  },
  {
    name: 'timeOut',
    scenario: 'time-out',
    amount: 100_017,
    en: 'The payment is made, but no answer comes (for a minute, then the connection drops)',
    fr: 'Le paiement est créé, mais aucune réponse ne vient (une minute, puis la connexion est coupée)',
  },
  {
    name: 'serverError',
    scenario: 'server-error',
    amount: 100_018,
    en: 'A 500, and no payment is made',
    fr: 'Une erreur 500, et aucun paiement n’est créé',
  },
] as const satisfies { name: string; scenario: string; amount: number; en: string; fr: string }[]

/**
 * Exact amounts choose a scenario, for applications that can vary nothing else. None is a multiple of 5, as every real
 * amount in XOF is: its smallest coin is 5 francs.
 */
export function scenarioOfAmount(amount: number): string | undefined {
  if (amount < 100_001 || amount > 100_018) return undefined
  return catalogue.find((entry) => entry.amount === amount)?.scenario
}
