import type { Answered, Attempted, Unanswered } from '../outcome.ts'

/** In both languages of the users. */
export type Text = { en: string; fr: string }

/** What went wrong with an attempt, in one sentence, and what usually mends it. A hint is about one that succeeded. */
export type Diagnosis = { code: string; severity: 'failure' | 'hint'; sentence: Text; fix: Text }

/** An attempt as the doctor sees it: `url` is the one that was called. */
export type Case<Of extends Attempted> = { outcome: Of; url: URL; insideContainer: boolean }

/** One thing that can be wrong. The first of a list that applies is the diagnosis. */
export type Finding<Of extends Attempted> = {
  code: string
  applies: (seen: Case<Of>) => boolean
  sentence: (seen: Case<Of>) => Text
  fix: Text
}

export type ConnectionFinding = Finding<Unanswered>
export type AnswerFinding = Finding<Answered>
