import { assumedFields } from './assumed-fields.ts'
import { gatherDrift } from './gather-drift.ts'
import { readFolder } from './recording/read.ts'
import { isIntram } from './recording/recorded.ts'
import type { Confirmed, Drift, FailOn, Report } from './report.ts'

/** Holds recorded answers against today's openapi.yaml. Asks nobody anything, so no promise is kept or broken. */
export function replay(folder: string, { failOn = 'broken' }: { failOn?: FailOn } = {}): Report {
  const recording = readFolder(folder)
  const gathering = gatherDrift({ failOn, hide: (text) => text })
  const assumed = new Map<string, Confirmed>()
  for (const { server, method, source, request, response, operation } of recording) {
    const { status, contentType, body: json } = response
    gathering.listen({ method, path: request.path, status, contentType, json }, source)
    // What a fake answers shows only what this project assumes.
    if (!isIntram(server)) continue
    for (const field of assumedFields(operation, response)) {
      const seen = assumed.get(`${operation.name} ${field}`) ?? { operation: operation.name, field, count: 0 }
      assumed.set(`${operation.name} ${field}`, { ...seen, count: seen.count + 1 })
    }
  }
  const drift = gathering.gathered()
  return {
    target: folder,
    verdict: drift.some(({ weight }) => weight === 'failure') ? 'broken' : 'kept',
    calls: recording.length,
    promises: [],
    drift,
    replayed: {
      servers: [...new Set(recording.map(({ server }) => server))],
      confirmed: [...assumed.values()].filter((field) => !drift.some((found) => contradicts(found, field))),
    },
  }
}

function contradicts(drift: Drift, { operation, field }: Confirmed): boolean {
  return drift.operation === operation && drift.field === field && drift.weight !== 'notice'
}
