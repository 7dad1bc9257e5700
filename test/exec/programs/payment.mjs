// What each program here does: create a payment, pay it as its customer, confirm it, and print the status.
const { INTRAM_BASE_URL, INTRAM_PUBLIC_KEY, INTRAM_PRIVATE_KEY, INTRAM_SECRET, INTRAM_MARCHAND_KEY } = process.env

export const api = 'https://webservices.intram.org:4002/api/v1'
export const headers = {
  'X-API-KEY': INTRAM_PUBLIC_KEY,
  'X-PRIVATE-KEY': INTRAM_PRIVATE_KEY,
  'X-SECRET-KEY': INTRAM_SECRET,
  'X-MARCHAND-KEY': INTRAM_MARCHAND_KEY,
  'Content-Type': 'application/json',
}
const payment = { invoice: { currency: 'XOF', amount: 1000 }, store: { name: 'Test Store' } }

/** With a client of which only this is known: how it posts, and how it gets. */
export async function buy({ post, get }) {
  const { transaction_id } = await post(`${api}/payments/request`, payment)
  const admin = `${INTRAM_BASE_URL.replace('/api/v1', '')}/__admin`
  await fetch(`${admin}/transactions/${transaction_id}/pay`, {
    method: 'POST',
    headers: { 'X-MARCHAND-KEY': INTRAM_MARCHAND_KEY },
  })
  const { status } = await get(`${api}/transactions/confirm/${transaction_id}`)
  console.log(status)
}
