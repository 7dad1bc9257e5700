import type { Text } from '../domain/findings/finding.ts'
import type { Final, Transaction } from '../domain/transaction.ts'
import type { App, Exchange } from './app.ts'
import type { Belief, Believed } from './belief.ts'
import type { Bodies } from './bodies.ts'

/** One thing that a merchant's application has to get right, and how to find out whether it does. */
export type Case = {
  /** Stable, for `--only` and for machines. */
  code: string
  /** In the present tense, about the application. */
  title: Text
  /** What usually mends it. */
  fix: Text
  play(stage: Stage): Promise<Verdict>
}

/** With a `fix` of its own where that of the case would not help. */
export type Verdict = { outcome: Outcome; why: Text; fix?: Text }
export type Outcome = 'passed' | 'failed' | 'not-observable'

export type Result = Pick<Case, 'code' | 'title' | 'fix'> & { transcript: Exchange[] } & Verdict

/** What a case may do: play the customer and the forger, and look at what the application believes. */
export type Stage = {
  app: App
  /** A pending payment that the application has started, not yet believed to be paid. */
  pending(): Promise<Payment>
  /** A payment that the application has started, paid by its customer, and whose true callback it has had. */
  paid(): Promise<Payment>
  /** Whatever comes next begins with a payment of its own: the application may stumble over those before. */
  forget(): void
  /** Settles a payment and lets its true callback go out, if it has any; resolves once that was attempted. */
  settle(payment: Payment, how: 'pay' | 'fail' | 'cancel' | 'pay-quietly'): Promise<void>
  /** Lets the sandbox's time pass. */
  wait(payment: Payment, durationMs: number): Promise<void>
  /** A payment of another merchant's, paid. */
  foreign(): Promise<Final>
  /** What Intram would send for a transaction: the truth, or a lie about it. */
  callbackOf(told: Final): { headers: Record<string, string>; body: string }
  bodies: Bodies
  /** The transaction as if it had been paid. */
  asIfPaid(payment: Payment): Promise<Final>
  belief: Belief
  /** The same after a true callback, once the application has had the time to believe it, and to do so again. */
  afterTruth(id: string): Promise<Believed>
  /** The same after a lie, once it has had the time to fall for it. `askedBefore` is how often it had asked until then. */
  afterLie(id: string, askedBefore: number): Promise<Believed>
  /** Has a lie that is not believed looked at once more at the end of the exam; one that is explains itself. */
  remember(lie: string, isBelieved: boolean): void
  /** The cases whose lies the application has come to believe after all. */
  fallenFor(): Promise<string[]>
  /** How often the application has asked Intram about a transaction. */
  asked(id: string): number
  /** Whether Intram has told the application that a transaction is paid. */
  isToldPaid(id: string): boolean
}

export type Payment = {
  id: string
  reference: string
  world: string
  amount: number
  callbackUrl: string
  returnUrl: string | null
  look(): Promise<Transaction>
}
