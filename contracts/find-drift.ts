import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { document, type Schema } from './document.ts'
import { fieldName, type Path, sourceOf, undocumentedFields } from './field.ts'
import { leftOutFields } from './left-out-fields.ts'
import type { Operation } from './operation.ts'
import type { Source } from './promise.ts'

/** Left out: an optional field that the examples show. */
export type DriftKind =
  | 'missing'
  | 'left out'
  | 'wrong type'
  | 'wrong value'
  | 'wrong status code'
  | 'undocumented field'

/** One way in which one answer is not what openapi.yaml says. */
export type Finding = {
  kind: DriftKind
  /** `transaction.invoice.items[].name`; empty for the answer as a whole. */
  field: string
  /** Where the documented side is known from. */
  source: Source
  expected: string
  actual: unknown
}

type Answer = { status: number; contentType: string; json: unknown }

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false, formats: fullFormats })
const validators = new WeakMap<Schema, ValidateFunction>()

/** Compares an answer with what the document says of its operation. `asked` is the evidence for the request itself. */
export function findDrift({ responses }: Operation, { status, contentType, json }: Answer, asked: Source): Finding[] {
  const response = responses[status]
  if (!response) {
    // Which status answers a request that only we think wrong is our assumption too.
    const source = asked === 'assumed' ? asked : 'http-doc'
    const expected = `one of ${Object.keys(responses).join(', ')}`
    return [{ kind: 'wrong status code', field: '', source, expected, actual: status }]
  }
  const { schema, source, examples } = response
  if (json === undefined) return [{ kind: 'wrong type', field: '', source, expected: 'JSON', actual: contentType }]

  const validate = validators.get(schema) ?? ajv.compile({ ...schema, components: document.components })
  validators.set(schema, validate)
  validate(json)
  return [
    ...withoutEchoes(validate.errors ?? []).map((error) => {
      const path = pathOf(error)
      return { ...describe(error), field: fieldName(path), source: sourceOf(path, schema, source) }
    }),
    ...leftOutFields(json, { schema, examples }).map((field) => {
      const kind = 'left out' as const
      return { kind, field, source: sourceOf([field], schema, source), expected: 'to be there', actual: undefined }
    }),
    ...undocumentedFields(json, schema).map((path) => {
      const kind = 'undocumented field' as const
      return { kind, field: fieldName(path), source, expected: 'not to be there', actual: valueAt(json, path) }
    }),
  ]
}

/** A value of the wrong type cannot be the right constant either: that is one mistake, not two. */
function withoutEchoes(errors: ErrorObject[]): ErrorObject[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath))
  return errors.filter(({ keyword, instancePath }) => keyword === 'type' || !mistyped.has(instancePath))
}

function describe({ keyword, schema, data, message = '' }: ErrorObject): Pick<Finding, 'kind' | 'expected' | 'actual'> {
  if (keyword === 'required') return { kind: 'missing', expected: 'to be there', actual: undefined }
  if (keyword === 'type') return { kind: 'wrong type', expected: [schema].flat().join(' or '), actual: data }
  const expected =
    keyword === 'const' || keyword === 'enum' ? [schema].flat().join(' or ') : message.replace('must ', '')
  return { kind: 'wrong value', expected, actual: data }
}

function pathOf({ instancePath, params }: ErrorObject): Path {
  const names = instancePath.split('/').slice(1)
  const path = names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
  return 'missingProperty' in params ? [...path, String(params.missingProperty)] : path
}

function valueAt(json: unknown, path: Path): unknown {
  return path.reduce((value, name) => (value as Record<string, unknown>)[name], json)
}
