/** The keys and the order of the curl command on Intram's page, word for word. */
export const keyHeaders = {
  'X-API-KEY': 'votre_public_key',
  'X-PRIVATE-KEY': 'votre_private_key',
  'X-SECRET-KEY': 'votre_secret_key',
  'X-MARCHAND-KEY': 'votre_marchand_id',
}

export const orderBody = JSON.stringify({
  invoice: {
    keys: { public: 'votre_public_key', private: 'votre_private_key', secret: 'votre_secret_key' },
    currency: 'XOF',
    items: [],
    taxes: [],
    amount: 1000,
    description: 'Paiement test',
    custom_datas: {},
  },
  store: {
    name: 'Mon Magasin',
    postal_adress: 'Adresse du magasin',
    logo_url: 'https://monmagasin.com/logo.png',
    web_site_url: 'https://monmagasin.com',
    phone: '+22500000000',
    template: 'default',
  },
  actions: {
    cancel_url: 'https://monmagasin.com/cancel',
    return_url: 'https://monmagasin.com/return',
    callback_url: 'https://monmagasin.com/callback',
  },
})

export const requestPath = '/api/v1/payments/request'
export const confirmPath = '/api/v1/transactions/confirm/'

export function postRequest(port: number): string {
  return rawRequest('POST', requestPath, port, orderBody)
}

export function getRequest(id: string, port: number): string {
  return rawRequest('GET', confirmPath + id, port)
}

/** The bytes of a request, as the load generator sends them. Intram's page sends a Content-Type with GET, too. */
function rawRequest(method: string, path: string, port: number, body = ''): string {
  const headers = {
    Host: `127.0.0.1:${port}`,
    ...keyHeaders,
    'Content-Type': 'application/json',
    ...(body && { 'Content-Length': Buffer.byteLength(body) }),
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}
