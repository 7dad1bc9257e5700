/** One handler for each operation of a document: leave one out and it does not compile. */
export type HandlersOf<Operations, Context> = { [Id in keyof Operations]: HandlerOf<Operations[Id], Context> }
export type HandlerOf<Operation, Context> = (
  call: CallOf<Operation> & Context,
) => Promise<AnswerOf<Operation> | Written>

/** What the document lets a client send, read and validated. */
export type CallOf<Operation> = {
  params: PathParameters<Operation>
  query: Query<Operation>
  body: Body<Operation>
}

/** An answer that is JSON already. */
export type Written = string & { readonly isJson: true }

export type AnswerOf<Operation> = Operation extends {
  responses: { 200: { content: { 'application/json': infer Json } } }
}
  ? Json
  : never

type PathParameters<Operation> = Operation extends { parameters: { path: infer Parameters } } ? Parameters : undefined
type Query<Operation> = Operation extends { parameters: { query?: infer Parameters } }
  ? NonNullable<Parameters>
  : undefined
/** A body that may be left out arrives as an empty object. */
type Body<Operation> = Operation extends { requestBody?: { content: { 'application/json': infer Json } } }
  ? Json
  : undefined
