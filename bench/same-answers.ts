import assert from 'node:assert/strict'
import { confirmPath, keyHeaders, orderBody, requestPath } from './example.ts'
import type { Server } from './processes.ts'

type Created = { transaction_id: string }

/** A comparison is fair when both do the same: the answers differ only in what is drawn by lot, and in the QR code. */
export async function assertSameAnswers(one: Server, other: Server): Promise<void> {
  assert.deepEqual(await answersOf(one), await answersOf(other))
}

export async function requestPayment({ port }: Server): Promise<Created> {
  const answer = await fetch(`http://127.0.0.1:${port}${requestPath}`, {
    method: 'POST',
    headers: { ...keyHeaders, 'Content-Type': 'application/json' },
    body: orderBody,
  })
  assert.equal(answer.status, 200)
  return (await answer.json()) as Created
}

async function answersOf(server: Server): Promise<unknown> {
  const created = await requestPayment(server)
  const url = `http://127.0.0.1:${server.port}${confirmPath}${created.transaction_id}`
  const confirmed = await (await fetch(url, { headers: keyHeaders })).json()
  const withoutKeys = await (await fetch(url)).json()
  return JSON.parse(withoutChance(JSON.stringify([created, confirmed, (withoutKeys as { message: string }).message])))
}

function withoutChance(text: string): string {
  return text
    .replaceAll(/"_?qr_?code":"[^"]*",?/g, '')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/\b[0-9a-f]{24}\b/g, 'ID')
    .replaceAll(/"_reference":"\w{10}"/g, '"_reference":"REFERENCE"')
}
