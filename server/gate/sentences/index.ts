import type { Language } from '../language.ts'
import { english } from './english.ts'
import { french, type Sentences } from './french.ts'

export type { Sentences } from './french.ts'

/** A language that lacks a sentence does not compile. */
export const sentences: Record<Language, Sentences> = { fr: french, en: english }
