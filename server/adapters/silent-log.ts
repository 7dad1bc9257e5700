import type { Log } from '../log.ts'

/** For sandboxes in process: the tests that start them have output of their own. */
export const silentLog: Log = { request() {}, refused() {}, info() {}, warn() {}, error() {}, flush() {} }
