import type { Lint } from './finding.ts'
import { evidence, requestsIn } from './select.ts'

export const liveKeys: Lint = {
  code: 'live-keys',
  severity: 'error',
  sentence: {
    en: 'Keys that look live (pk_, sk_, live) were sent to a sandbox; it has kept none of them.',
    fr: 'Des clés qui semblent réelles (pk_, sk_, live) ont été envoyées à un bac à sable ; il n’en a gardé aucune.',
  },
  fix: {
    en: 'Use the sandbox’s keys (tpk_, tsk_) outside of production, and keep the live ones where only production reads them.',
    fr: 'Hors production, utilisez les clés du bac à sable (tpk_, tsk_), et gardez les clés réelles là où seule la production les lit.',
  },
  look: ({ entries }) =>
    requestsIn(entries)
      .filter(({ liveKeys }) => liveKeys)
      .map((request) => evidence(request)),
}
