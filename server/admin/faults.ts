import type { Fault } from '../domain/fault.ts'
import { type FaultProfile, faultProfiles } from '../domain/fault-profiles.ts'
import { HttpError } from '../envelope.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Handlers } from './handlers.ts'
import type { components } from './schema.gen.ts'

type Ids = 'listFaults' | 'setFaults' | 'clearFaults'
type Wire = components['schemas']['Fault']

/** A fault as it is asked for: what is left out is as usual. */
export type WantedFault = Partial<Wire>
type Wanted = { profile?: FaultProfile; faults?: WantedFault[] }

export function faultHandlers({ faults }: Pick<Sandbox, 'faults'>): Pick<Handlers, Ids> {
  const present = (world: string) => ({ faults: [...faults.of(world)] as Wire[] })
  return {
    listFaults: async ({ world }) => present(world),
    async setFaults({ world, body }) {
      faults.set(world, readFaults(body), body.seed)
      return present(world)
    },
    async clearFaults({ world }) {
      faults.clear(world)
      return present(world)
    },
  }
}

/** A profile by its name, or faults one by one. */
export function readFaults({ profile, faults }: Wanted): Fault[] {
  if ((profile === undefined) === (faults === undefined)) throw wrong('/', 'must have either profile or faults')
  return profile === undefined ? (faults ?? []).map(readFault) : [...faultProfiles[profile]]
}

function readFault(wanted: WantedFault, index: number): Fault {
  const { status, fault, fixedDelayMilliseconds, delayDistribution } = wanted
  const path = `/faults/${index}`
  if (status !== undefined && fault !== undefined) throw wrong(path, 'must not have both status and fault')
  if ([status, fault, fixedDelayMilliseconds, delayDistribution].every((given) => given === undefined)) {
    throw wrong(path, 'must have a status, a fault, fixedDelayMilliseconds or delayDistribution')
  }
  if (delayDistribution?.type === 'uniform' && delayDistribution.lower > delayDistribution.upper) {
    throw wrong(`${path}/delayDistribution`, 'must have a lower that is not above its upper')
  }
  const { when = 'before', probability = 1, count = null } = wanted
  return { ...wanted, when, probability, count }
}

function wrong(path: string, message: string): HttpError {
  return new HttpError(400, 'The request is not valid', [{ path, message }])
}
