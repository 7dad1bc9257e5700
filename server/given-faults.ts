import { readFaults, type WantedFault } from './admin/faults.ts'
import type { Fault } from './domain/fault.ts'
import type { FaultProfile } from './domain/fault-profiles.ts'
import { HttpError } from './envelope.ts'
import { UsageError } from './flags.ts'
import { compileValidator } from './openapi/compilers.ts'
import { readDereferenced } from './openapi/document.ts'
import { type Detail, explain } from './openapi/explain.ts'

/** Faults that a program in this process gives, held to the schema of those that come by the control API. */
export function readGivenFaults(faults: FaultProfile | WantedFault[], seed?: number): Fault[] {
  const wanted = typeof faults === 'string' ? { profile: faults } : { faults }
  try {
    check({ ...wanted, ...(seed !== undefined && { seed }) })
    return readFaults(wanted)
  } catch (error) {
    if (error instanceof HttpError && error.details) throw new UsageError(sentence(error.details))
    throw error
  }
}

function check(body: object): void {
  const schema = readDereferenced('#admin.json').paths['/faults']?.put?.requestBody?.content['application/json']?.schema
  const validate = compileValidator({ schema } as Parameters<typeof compileValidator>[0])
  if (!validate(body)) throw new HttpError(400, 'The request is not valid', explain(validate.errors ?? []))
}

function sentence(details: readonly Detail[]): string {
  return `setFaults: ${details.map(({ path, message }) => `${path} ${message}`).join('; ')}`
}
