import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { CannotVerify } from '../cannot-verify.ts'
import { findOperation, type Operation } from '../operation.ts'
import { sources } from '../promise.ts'
import { show } from '../redact.ts'
import { parseJson } from '../send.ts'
import { format, type Recorded } from './recorded.ts'

const text = { type: 'string' }
const schema = {
  type: 'object',
  required: ['server', 'promise', 'source', 'operationId', 'method', 'path', 'request', 'response'],
  properties: {
    ...{ promise: text, operationId: text },
    // They reach the terminal, and the file may be anybody's.
    server: { type: 'string', pattern: '^[a-z0-9. -]+$' },
    method: { type: 'string', pattern: '^[A-Z]+$' },
    path: { type: 'string', pattern: '^[\\w/{}-]+$' },
    source: { enum: sources },
    request: { type: 'object', required: ['path'], properties: { path: text } },
    response: {
      type: 'object',
      required: ['status', 'contentType'],
      properties: { status: { type: 'integer' }, contentType: text },
    },
  },
}
const ajv = new Ajv2020({ strict: false })
/** What is recorded has no keys left to hide. */
const asItIs = (text: string) => text
const isRecorded = ajv.compile<Recorded>(schema)

/** A recorded call, with the operation that it calls. */
export type Read = Recorded & { operation: Operation }

/** The calls of a recording, in their order. */
export function readFolder(folder: string): Read[] {
  const names = orCannot(folder, () => listFolder(folder))
  if (names.length > 0) return names.map((name) => readRecorded(join(folder, name)))
  throw new CannotVerify(`${folder} holds no recording: make one with verify --record ${folder}`)
}

/** Hidden files are an editor's or a file manager's. */
export function listFolder(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
}

export function readRecorded(file: string): Read {
  const json = parseJson(orCannot(file, () => readFileSync(file, 'utf8')))
  const { format: found } = (json ?? {}) as { format?: unknown }
  if (typeof found !== 'string' || !found.startsWith('intram-sandbox recording')) {
    throw new CannotVerify(`${file} is not of a recording`)
  }
  if (found !== format) throw new CannotVerify(`${file} is of another version: ${show(found, asItIs)}`)
  if (!isRecorded(json)) {
    throw new CannotVerify(`${file} is damaged: ${ajv.errorsText(isRecorded.errors, { dataVar: 'it' })}`)
  }
  const operation = findOperation(json.method, json.request.path)
  if (!operation) throw new CannotVerify(`${file} calls ${json.method} ${json.path}, which openapi.yaml does not have`)
  return { ...json, operation }
}

function orCannot<Result>(path: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw new CannotVerify(`Cannot read ${path}: ${error instanceof Error ? error.message : error}`)
  }
}
