// Loaded into each Node.js process under `intram-sandbox exec`, whose HTTP clients mostly ignore proxies: connections to
// Intram's hosts lead to the sandbox on this machine (?PORT,HOST,HOST). Names in certificates are checked as ever.
import { Socket } from 'node:net'

const [port, ...hosts] = new URL(import.meta.url).search.slice(1).split(',')
const sandbox = { host: '127.0.0.1', port: Number(port) }
const { connect } = Socket.prototype

/** Called with options, with a port and a host, or by Node.js itself with a marked list of both. */
Socket.prototype.connect = function (...args) {
  const [first, host] = args
  if (Array.isArray(first)) first[0] = lead(first[0])
  else if (typeof first === 'object') args[0] = lead(first)
  else if (isTaken(host)) args.splice(0, 2, sandbox.port, sandbox.host)
  return connect.apply(this, args)
}

function lead(options) {
  return isTaken(options?.host) ? { ...options, ...sandbox } : options
}

function isTaken(host) {
  return typeof host === 'string' && hosts.includes(host.toLowerCase().replace(/\.$/, ''))
}
