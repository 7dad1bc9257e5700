import { findOperation, type Operation } from '../operation.ts'
import type { Hide } from '../redact.ts'
import type { Heard } from '../seen.ts'
import { parseJson } from '../send.ts'
import type { Asked } from '../verify.ts'
import { learnIds } from './learn.ts'
import { createNames } from './names.ts'
import { redactPath } from './path.ts'
import { format, isIntram, type Recorded } from './recorded.ts'
import { type Known, redactValue } from './redact-value.ts'

type Whole = { heard: readonly { answer: Heard; asked: Asked }[]; baseUrl: string; hide: Hide }

/** All calls of the operations of openapi.yaml, and their answers, without keys, names and numbers. */
export function redactRecording({ heard, baseUrl, hide }: Whole): Recorded[] {
  const calls = heard.flatMap(({ answer, asked }) => {
    const operation = findOperation(answer.method, answer.path)
    return operation ? [{ answer, asked, operation }] : []
  })
  const names = createNames(calls.map(({ answer }) => answer.sent).join('\n'))
  const known = { hide, names, pseudonyms: learnIds(calls) }
  const { hostname } = new URL(baseUrl)
  const redactAll = () => calls.map((call) => redactCall(call, hostname, known))
  // What one answer hides goes from those before it too: once more, until there is nothing new to hide.
  for (;;) {
    const before = names.count
    const redacted = redactAll()
    if (names.count === before) return redacted
  }
}

type Call = Whole['heard'][number] & { operation: Operation }

function redactCall({ answer, asked, operation }: Call, hostname: string, known: Known): Recorded {
  const { method, status, sent, json } = answer
  const { hide } = known
  const schema = operation.responses[status]?.schema ?? {}
  return {
    format,
    server: isIntram(hostname) ? hostname : 'another server',
    promise: asked.promise,
    source: asked.source,
    operationId: operation.id,
    method,
    path: operation.path,
    request: {
      path: redactPath(answer.path, operation, known.pseudonyms),
      // What the promises send is their own invention.
      ...(sent !== undefined && { body: parseJson(hide(sent)) ?? hide(sent) }),
    },
    response: {
      status,
      contentType: mediaType(answer.contentType),
      ...(json !== undefined && { body: redactValue(json, schema, known) }),
    },
  }
}

/** A header may hold anything: only the usual types stay. */
function mediaType(contentType: string): string {
  const usual = /^(application\/(problem\+)?json|application\/xml|text\/(html|plain|xml)|no content type)/
  return usual.exec(contentType.toLowerCase())?.[0] ?? 'another type'
}
