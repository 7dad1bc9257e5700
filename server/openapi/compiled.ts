import type { ErrorObject } from 'ajv'

export type Validate = ((data: unknown) => boolean) & { errors?: ErrorObject[] | null }
export type Serialize = (data: unknown) => string

export type Route = { schema: unknown; httpPart?: string; httpStatus?: string }
export type Compiler<Compiled> = (route: Route) => Compiled

/** What `npm run generate` has compiled of a document, by the id of the operation. */
export type Compiled = Record<string, { validators: Record<string, Validate>; serializers: Record<string, Serialize> }>
