import type { FastifyRequest } from 'fastify'
import { isIntramHost } from '../domain/intram-host.ts'
import { remember } from '../remember.ts'

/** Clients write what they like there, but one client the same each time. */
const mostHosts = 64

type Options = {
  publicUrl: string | undefined
  /** Where this process listens: the answer to a request that names no usable host. */
  localOrigin: () => string
}

/**
 * Where the caller sees the sandbox: the public URL, else the request's Host (the forwarded one behind a trusted
 * proxy). Never one of Intram's own names, so that no browser is ever sent to the real Intram.
 */
export function originOf({ publicUrl, localOrigin }: Options): (request: FastifyRequest) => string {
  if (publicUrl !== undefined) return () => publicUrl
  // The very same text each time, for who compares it with the last one.
  const originAt = (protocol: string) =>
    remember(mostHosts, (host) => (isHost(host) && !isIntramHost(host) ? `${protocol}://${host}` : ''))
  const plain = originAt('http')
  const secure = originAt('https')
  return ({ host, protocol }) => (protocol === 'https' ? secure : plain)(host) || localOrigin()
}

function isHost(host: string): boolean {
  return /^([a-z0-9_.-]{1,253}|\[[0-9a-f:.]{2,45}\])(:\d{1,5})?$/i.test(host)
}
