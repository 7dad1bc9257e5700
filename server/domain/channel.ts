import { Refusal } from './refusal.ts'

/** The means of payment, in the order in which customers see them. */
export const channels = ['MTN', 'MOOV', 'VISA', 'MASTERCARD'] as const
export type Channel = (typeof channels)[number]

const spellings = new Map<string, readonly Channel[]>([
  ['mtn', ['MTN']],
  ['moov', ['MOOV']],
  ['visa', ['VISA']],
  ['mastercard', ['MASTERCARD']],
  ['card', ['VISA', 'MASTERCARD']],
])

/** What a customer may choose from: the channels that the invoice names, such as "moov-benin", or else all of them. */
export function offeredChannels(names: readonly string[]): Channel[] {
  const named = new Set(names.flatMap((name) => spellings.get(withoutCountry(name)) ?? []))
  const offered = channels.filter((channel) => named.has(channel))
  return offered.length > 0 ? offered : [...channels]
}

/** Reads the name of one channel, in letters of any size. */
export function readChannel(name: string, path?: string): Channel {
  const [channel] = (typeof name === 'string' && spellings.get(withoutCountry(name))) || []
  if (channel === undefined) throw new Refusal('channel_unknown', path)
  return channel
}

/** A card asks for no number: nobody should type a real one into a sandbox. Everything else is mobile money. */
export function isCard(channel: string): boolean {
  return channel === 'VISA' || channel === 'MASTERCARD'
}

function withoutCountry(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[-_ ](benin|bj)$/, '')
}
