import { isIP } from 'node:net'
import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import { HttpError } from './envelope.ts'

type Options = { publicUrl: string | undefined; allowHost: readonly string[] }

/**
 * Shuts out other web sites, whose pages run in browsers that reach this sandbox. One that points its own name here
 * (DNS rebinding) is known by its Host, any other by its Origin. What is no browser may write both as it likes.
 */
export function guardHost({ publicUrl, allowHost }: Options): onRequestHookHandler {
  const publicHost = publicUrl && new URL(publicUrl).host
  const names = new Set(['localhost', ...allowHost, ...(publicUrl ? [new URL(publicUrl).hostname] : [])])

  function judge({ headers, host }: FastifyRequest): HttpError | undefined {
    // Behind a trusted proxy `host` is the forwarded one, which a rebound page could write if it came here directly.
    const isKnown = [host, headers.host ?? ''].every((name) => isAllowed(name, names))
    if (!isKnown) return new HttpError(403, 'This sandbox is not known by that Host: allow it with --allow-host')
    // A merchant chooses where callbacks go: they come from this very machine, but not in its name.
    if ('x-intram-delivery' in headers) return new HttpError(403, 'Callbacks may not call this')
    const { origin } = headers
    const isForeign = headers['sec-fetch-site'] === 'cross-site' || (origin && !isOwn(origin, [host, publicHost]))
    return isForeign ? new HttpError(403, 'Other web sites may not call this') : undefined
  }

  return (request, _reply, done) => done(judge(request))
}

/**
 * No rebound name is an address or lacks a dot, as the names of containers do, nor is it one under .internal, such as
 * Docker's host.docker.internal: that domain is reserved, and public DNS has none of its names.
 */
function isAllowed(host: string, names: ReadonlySet<string>): boolean {
  const name = hostnameOf(host)
  if (name === undefined) return false
  return isIP(name) !== 0 || !name.includes('.') || /.\.internal\.?$/.test(name) || names.has(name)
}

/** `LocalHost:4002` → `localhost`, `[::1]:4002` → `::1`; nothing of what is no host. */
function hostnameOf(host: string): string | undefined {
  const [, address, name] = /^(?:\[([0-9a-f:.]{2,45})\]|([a-z0-9_.-]{1,253}))(?::\d{1,5})?$/i.exec(host) ?? []
  return address !== undefined && isIP(address) === 0 ? undefined : (address ?? name)?.toLowerCase()
}

/** Whether a page of this origin was served from here. `null`, the origin of sandboxed frames and files, never is. */
function isOwn(origin: string, hosts: readonly (string | undefined)[]): boolean {
  return URL.canParse(origin) && hosts.some((host) => host?.toLowerCase() === new URL(origin).host)
}
