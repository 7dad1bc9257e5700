import type { Sentences } from './french.ts'

export const english: Sentences = {
  decimal: '.',
  sandbox: 'Sandbox: no money moves.',
  otherLanguage: { lang: 'fr', name: 'Français' },

  payTitle: (store) => `Payment – ${store}`,
  errorTitle: (title) => `Error: ${title}`,
  logoOf: (store) => `Logo of ${store}`,
  toPay: 'Amount to pay',
  withFees: (fees, total) => `+ ${fees} in fees, ${total} in total`,
  orderDetails: 'Order details',
  moreLines: (count) => (count === 1 ? 'and one more line' : `and ${count} more lines`),
  unnamed: 'Item',
  unnamedTax: 'Tax',
  contact: 'Contact',
  reference: 'Reference',
  scan: 'Pay from another phone',
  scanHow: 'Scan this code to open this page there.',
  qrCode: 'QR code of this page',

  how: 'Payment method',
  channels: { MTN: 'MTN Mobile Money', MOOV: 'Moov Money', VISA: 'Visa', MASTERCARD: 'Mastercard' },
  number: 'Mobile money number',
  numberHint: '8 digits, or 10 starting with 01, with or without +229.',
  noNumberForCard: 'Nothing to fill in for a card: the sandbox asks for no card number.',
  pay: (total) => `Pay ${total}`,
  cancel: 'Cancel the payment',
  sending: 'One moment…',

  errors: {
    numberMissing: 'Enter the number to charge.',
    numberWrong: 'This is not a number of Benin: it takes 8 digits, or 10 starting with 01.',
    channelMissing: 'Choose one of the payment methods offered.',
  },

  testNumbers: 'Sandbox: test numbers',
  testNumbersIntro: 'Each number has its effect. Any other number and any card succeed.',
  testNumbersBut: (scenario) =>
    `Each number has its effect. With any other number, or a card, what comes is what this payment’s scenario says: ${scenario}.`,
  testNumbersFill: (number) => `Fill in ${number}`,
  effect: 'Effect',
  effects: {
    success: 'Succeeds',
    'fail:insufficient-funds': 'Fails: insufficient funds',
    'fail:wrong-pin': 'Fails: wrong PIN',
    'fail:account-blocked': 'Fails: account blocked',
    'never-settles': 'Stays pending',
    'success;no-callback': 'Succeeds, without a callback',
    'delayed:10s;success': 'Succeeds after 10 s',
    'success;duplicate-callback': 'Succeeds, callback sent twice',
    'success;late-callback:1m': 'Succeeds, callback a minute late',
    'success;wrong-amount-callback': 'Succeeds, callback with a wrong amount',
    expire: 'Expires: no answer in time',
  },

  waitingTitle: { phone: 'Confirm on your phone', card: 'Payment in progress' },
  waiting: { phone: 'We are waiting for the operator’s answer.', card: 'We are waiting for the bank’s answer.' },
  waitingNever: 'Sandbox: it will not come by itself.',
  waitingUntilExpiry: 'Sandbox: it will not come, and the payment fails when its time is up.',
  waitingScenario: 'Sandbox: it comes as the scenario of this payment says.',
  refresh: 'Check the payment',
  otherWay: { phone: 'Use another number', card: 'Pay in another way' },

  statuses: { SUCCESS: 'Payment successful', FAIL: 'Payment declined', CANCELED: 'Payment cancelled' },
  explanations: {
    SUCCESS: (store) => `Your payment to ${store} is recorded.`,
    FAIL: () => 'The payment did not go through. Nothing was charged.',
    CANCELED: () => 'You cancelled this payment. Nothing was charged.',
  },
  expired: { title: 'Time has run out', text: 'The payment was not made in time. Nothing was charged.' },
  reasons: {
    'insufficient-funds': 'The account’s balance is too low. Nothing was charged.',
    'wrong-pin': 'The PIN is wrong. Nothing was charged.',
    'account-blocked': 'The operator has blocked this account. Nothing was charged.',
  },
  receipt: {
    status: 'Status',
    store: 'Merchant',
    amount: 'Amount',
    fees: 'Fees',
    total: 'Total paid',
    channel: 'Payment method',
    number: 'Number',
    date: 'Date',
  },
  at: (date) => `${date} (Benin time)`,
  leaving: (store) => `Taking you back to ${store}…`,
  backTo: (store) => `Back to ${store}`,

  notFound: {
    title: 'Payment not found',
    text: 'This link leads to no payment. It may be incomplete, or the sandbox was restarted since: go back to the shop and start again.',
  },
  notFromHere: {
    title: 'Request refused',
    text: 'This request does not come from the payment page, or the page had been open for too long. Nothing was charged.',
    link: 'Open the payment page',
  },
  badRequest: {
    title: 'Unreadable request',
    text: 'The payment page did not understand this request. Nothing was charged.',
  },
  broken: {
    title: 'Something went wrong',
    text: 'This is the sandbox’s fault, not yours. Its log says more.',
  },
}
