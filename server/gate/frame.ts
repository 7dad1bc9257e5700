import type { FastifyRequest } from 'fastify'
import { createSeal, isSealed } from './seal.ts'

/** The one web page that may show the pages of a payment in a frame. `pass` is what proves it in their URLs. */
export type Frame = { origin: string; pass: string }

/** Nothing is kept: a pass names its origin, and is sealed together with the payment that it is for. */
export type Frames = {
  /** `origin` is in the form in which browsers send it, and fit for a policy. */
  allow(id: string, origin: string): Frame
  /** What the URL of a request proves; nothing for a pass that is forged, or another payment's. */
  of(request: FastifyRequest<{ Params: { id: string } }>): Frame | undefined
}

export function createFrames(seal = createSeal()): Frames {
  return {
    allow: (id, origin) => ({ origin, pass: `${seal(`${id} ${origin}`)}.${origin}` }),
    of({ params, query }) {
      const { frame: pass } = query as { frame?: unknown }
      if (typeof pass !== 'string') return undefined
      const [, seen = '', origin = ''] = /^([\w-]+)\.(.+)$/.exec(pass) ?? []
      return isSealed(seal, `${params.id} ${origin}`, seen) ? { origin, pass } : undefined
    },
  }
}

/** The same page, where it may be framed. */
export function inFrame(path: string, frame: Frame | undefined): string {
  return frame ? `${path}${path.includes('?') ? '&' : '?'}frame=${encodeURIComponent(frame.pass)}` : path
}
