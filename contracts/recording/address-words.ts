/** Words of addresses that messages hold too, and that are nobody's name. */
export const addressWords: ReadonlySet<string> = new Set([
  ...['http', 'https', 'www', 'com', 'org', 'net', 'html', 'php', 'api', 'intram', 'webservices', 'sandbox'],
  ...['account', 'payment', 'payments', 'gate', 'request', 'confirm', 'transaction', 'transactions', 'receipt'],
  ...['return', 'cancel', 'callback', 'success', 'error', 'status', 'amount', 'channel', 'currency', 'message'],
  ...['shop', 'store', 'boutique', 'order', 'orders', 'commande', 'checkout', 'cart', 'invoice', 'user', 'users'],
  ...['client', 'customer', 'merchant', 'marchand', 'paiement', 'url', 'urn', 'mailto', 'tel', 'name', 'phone'],
])
