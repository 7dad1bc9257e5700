// Generated from openapi.yaml by `npm run generate`. Change that file instead.

export const operations = {
  requestPayment: {
    method: 'POST',
    path: '/payments/request',
    body: true,
    required: ['error', 'status', 'transaction_id', 'receipt_url', 'total_amount'],
  },
  confirmTransaction: {
    method: 'GET',
    path: '/transactions/confirm/{transaction_id}',
    body: false,
    required: ['error', 'status'],
  },
} as const
