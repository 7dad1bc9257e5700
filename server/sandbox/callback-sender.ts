import type { Outcome } from '../domain/outcome.ts'

/** One POST to a merchant's server. */
export type CallbackRequest = {
  url: string
  headers: Record<string, string>
  body: string
  /** Not to be sent into this machine's own or any private network. */
  onlyPublic?: true
}

export interface CallbackSender {
  /** Makes one attempt. What is sent is composed only once there is room for it. Whatever goes wrong is the outcome. */
  send(url: string, compose: () => CallbackRequest): Promise<Outcome>
  /** Cuts the attempts under way and postpones those that wait. Resolves once all of them have their outcome. */
  close(): Promise<void>
}
