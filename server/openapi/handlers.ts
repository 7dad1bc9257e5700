import type { operations } from '../../client/schema.gen.ts'

export type OperationId = Exclude<keyof operations, 'receiveNotification'>

/** One handler for each operation of openapi.yaml: leave one out and it does not compile. */
export type Handlers = { [Id in OperationId]: Handler<Id> }
export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<Answer<Id>>

export type Call<Id extends OperationId> = {
  params: PathParameters<operations[Id]>
  body: Body<operations[Id]>
  /** The merchant key: whose transactions these are. */
  world: string
  /** Where the sandbox is, as this caller sees it: `http://localhost:4002`. */
  origin: string
}

export type Answer<Id extends OperationId> = operations[Id]['responses'][200]['content']['application/json']

type PathParameters<Operation> = Operation extends { parameters: { path: infer Parameters } } ? Parameters : undefined
type Body<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Json } } }
  ? Json
  : undefined
