import type { Case } from '../exam.ts'
import { broken } from './broken.ts'
import { forged, forgedAfterEnd } from './forged.ts'
import { genuine, truth } from './genuine.ts'
import { visits } from './visits.ts'

/** In this order: the truth shows how long to wait for a lie, and what one payment can serve for stands together. */
export const cases: Case[] = [truth, ...forged, ...visits, ...broken, ...genuine, ...forgedAfterEnd]
