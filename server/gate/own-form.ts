import type { FastifyRequest } from 'fastify'
import { createSeal, isSealed } from './seal.ts'

/**
 * Tells posts of our own pages from those that other sites make a browser send. There is no cookie to steal a ride on:
 * who knows an id may pay it. But a site may know one, and reach a sandbox on localhost through its visitors' browsers.
 */
export type OwnForm = {
  /** Goes into each form of a transaction. Other sites cannot read it, framed or not: there is no CORS. */
  tokenOf(id: string): string
  isOwn(request: FastifyRequest, id: string, given: string | null, ownHosts: readonly string[]): boolean
}

export function createOwnForm(seal = createSeal()): OwnForm {
  return {
    tokenOf: seal,
    isOwn: ({ headers }, id, given, ownHosts) =>
      isFromHere(headers['sec-fetch-site']) && isOneOf(headers.origin, ownHosts) && isSealed(seal, id, given),
  }
}

/** Browsers send it over https and to localhost. Another port of localhost is "same-site", which is not from here. */
function isFromHere(site: string | string[] | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** Our own pages send "null", since they ask for no referrer. The host is enough: a proxy may have ended TLS. */
function isOneOf(origin: string | undefined, ownHosts: readonly string[]): boolean {
  if (origin === undefined || origin === 'null') return true
  return URL.canParse(origin) && ownHosts.includes(new URL(origin).host)
}
