import { amountAsText } from './amount-as-text.ts'
import { amountNotMultipleOf5 } from './amount-not-multiple-of-5.ts'
import { blindTrust } from './blind-trust.ts'
import { callbackAnswersPage } from './callback-answers-page.ts'
import { callbackOverHttp } from './callback-over-http.ts'
import { createRetriedBlindly } from './create-retried-blindly.ts'
import { finalStatusNeverRead } from './final-status-never-read.ts'
import { type Finding, type Lint, type Seen, severities } from './finding.ts'
import { itemsDoNotAddUp } from './items-do-not-add-up.ts'
import { keyFromBrowser } from './key-from-browser.ts'
import { keysInBody } from './keys-in-body.ts'
import { liveKeys } from './live-keys.ts'
import { lowerCaseCurrency } from './lower-case-currency.ts'
import { noCallbackUrl } from './no-callback-url.ts'
import { orderPaidTwice } from './order-paid-twice.ts'
import { pollingTooFast } from './polling-too-fast.ts'
import { slowAcknowledgement } from './slow-acknowledgement.ts'

export { nextJudgementAt } from './next-judgement.ts'

/** All that the sandbox judges, the worst first. */
export const lints: readonly Lint[] = [
  blindTrust,
  orderPaidTwice,
  keyFromBrowser,
  liveKeys,
  createRetriedBlindly,
  finalStatusNeverRead,
  callbackAnswersPage,
  slowAcknowledgement,
  callbackOverHttp,
  noCallbackUrl,
  itemsDoNotAddUp,
  keysInBody,
  pollingTooFast,
  amountAsText,
  amountNotMultipleOf5,
  lowerCaseCurrency,
].toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity))

/** What the journal of a world shows to be wrong, the worst first. */
export function judge(seen: Seen): Finding[] {
  return lints.flatMap(({ look, ...kind }) => {
    const documentation = `docs/findings.md#${kind.code}`
    return look(seen).map((evidence) => ({ ...kind, ...evidence, documentation }))
  })
}
