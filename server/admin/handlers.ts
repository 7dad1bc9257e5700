import type { HandlerOf, HandlersOf } from '../openapi/handlers.ts'
import type { operations } from './schema.gen.ts'

/** What an operation of the control API is told besides what the client sent. */
export type Context = {
  /** The merchant key that names the world; empty only where the document asks for none. */
  world: string
  /** Aborted once nobody waits for the answer any more. */
  gone: AbortSignal
}

/** A stream is no JSON: `events.ts` serves it by itself. */
export type Handlers = HandlersOf<Omit<operations, 'followEvents'>, Context>
export type Handler<Id extends keyof operations> = HandlerOf<operations[Id], Context>
