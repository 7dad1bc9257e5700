// Generated from openapi.yaml by `npm run generate`. Change that file instead.

export const operations = {
  requestPayment: { method: 'POST', path: '/payments/request', body: true },
  confirmTransaction: { method: 'GET', path: '/transactions/confirm/{transaction_id}', body: false },
} as const
