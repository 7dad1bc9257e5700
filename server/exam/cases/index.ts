import type { Case } from '../exam.ts'
import { broken } from './broken.ts'
import { forged, forgedAfterEnd } from './forged.ts'
import { genuine } from './genuine.ts'
import { visits } from './visits.ts'

/** In this order: what one payment can serve for stands together. */
export const cases: Case[] = [...forged, ...visits, ...broken, ...genuine, ...forgedAfterEnd]
