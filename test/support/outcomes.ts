import type { Answered, Forbidden, Unanswered } from '../../server/domain/outcome.ts'

const called = { target: 'http://localhost:3000/callback', durationMs: 12 }

export function answered(status: number, change: Partial<Answered> = {}): Answered {
  return { ...called, kind: 'answered', status, headers: {}, body: '', ...change }
}

export function unanswered(kind: Unanswered['kind'], change: Partial<Unanswered> = {}): Unanswered {
  return { ...called, kind, reason: '', ...change }
}

export function forbidden(change: Partial<Forbidden> = {}): Forbidden {
  return { ...called, kind: 'forbidden-target', why: 'never-allowed', address: '169.254.169.254', ...change }
}
