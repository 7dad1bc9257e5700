import type { operations } from '../../client/schema.gen.ts'
import type { Scenario } from '../domain/scenario/scenario.ts'
import type { HandlerOf, HandlersOf, Written } from '../openapi/handlers.ts'

type Operations = Omit<operations, 'receiveNotification'>

/** What an operation of Intram's API is told besides what the client sent. */
export type Context = {
  /** The merchant key: whose transactions these are. */
  world: string
  /** Where the sandbox is, as this caller sees it: `http://localhost:4002`. */
  origin: string
  /** Tells which transaction the request is about, as soon as that is known. */
  concerns: (id: string) => void
  /** The scenario that the request prefers, where one can be played. */
  preferred: Scenario | null
  /** An answer as the text that is sent. */
  serialize: (answer: { [name: string]: unknown }) => string
  /** Answers with such a text. */
  written: (json: string) => Written
}

export type Handlers = HandlersOf<Operations, Context>
export type Handler<Id extends keyof Operations> = HandlerOf<Operations[Id], Context>
