import { scenarioOfAmount } from '../scenario/catalogue.ts'
import type { Lint } from './finding.ts'
import { evidence, ordersIn } from './select.ts'

export const amountNotMultipleOf5: Lint = {
  code: 'amount-not-multiple-of-5',
  severity: 'note',
  sentence: {
    en: 'An amount is no multiple of 5 XOF, the smallest coin: some mobile money providers refuse it.',
    fr: 'Un montant n’est pas un multiple de 5 XOF, la plus petite pièce usuelle : certains opérateurs le refusent.',
  },
  fix: {
    en: 'Round the total to 5 XOF before you request the payment.',
    fr: 'Arrondissez le total à un multiple de 5 XOF avant de demander le paiement.',
  },
  look: ({ entries }) =>
    ordersIn(entries)
      .filter(({ transactionId, order: { amount } }) => transactionId !== null && amount % 5 !== 0 && !isListed(amount))
      .map((request) => evidence(request)),
}

/** Our own amounts, for which a scenario is played, are nobody's mistake. */
function isListed(amount: number): boolean {
  return scenarioOfAmount(amount) !== undefined
}
