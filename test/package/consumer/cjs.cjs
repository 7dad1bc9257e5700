const assert = require('node:assert/strict')
const { startSandbox } = require('intram-sandbox')
const { createClient, IntramError } = require('intram-sandbox/client')

async function main() {
  const sandbox = await startSandbox()
  const client = createClient({ baseUrl: sandbox.baseUrl, keys: sandbox.credentials })
  const payment = { invoice: { currency: 'XOF', amount: 1000 }, store: { name: 'Test Store' } }

  const { transaction_id } = await client.requestPayment(payment)
  await sandbox.pay(transaction_id)
  const { status } = await client.confirmTransaction(transaction_id)
  assert.equal(status, 'SUCCESS')

  const refusal = await client.confirmTransaction('unknown').catch((error) => error)
  assert(refusal instanceof IntramError)
  const refusalInProcess = await sandbox.client.confirmTransaction('unknown').catch((error) => error)
  assert(refusalInProcess instanceof IntramError, 'the sandbox has the ES module of the client')

  await Promise.all([client.close(), sandbox.close()])
  console.log('used')
}

main()
