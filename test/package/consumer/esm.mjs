import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { startSandbox } from 'intram-sandbox'
import { createClient, IntramError } from 'intram-sandbox/client'

const sandbox = await startSandbox()
const client = createClient({ baseUrl: sandbox.baseUrl, keys: sandbox.credentials })
const payment = { invoice: { currency: 'XOF', amount: 1000 }, store: { name: 'Test Store' } }

const { transaction_id } = await client.requestPayment(payment)
await sandbox.pay(transaction_id)
const { status } = await client.waitForTransaction(transaction_id)
assert.equal(status, 'SUCCESS')

const refusal = await client.confirmTransaction('unknown').catch((error) => error)
assert(refusal instanceof IntramError)
assert.equal(refusal.outcome, 'refused')

assert(existsSync(new URL(import.meta.resolve('intram-sandbox/openapi.yaml'))))

await Promise.all([client.close(), sandbox.close()])
console.log('used')
