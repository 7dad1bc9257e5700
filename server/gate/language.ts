import type { FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'

export type Language = 'fr' | 'en'

const languages: Language[] = ['fr', 'en']

/** `?lang=` decides, then the browser's preference, then French, which is what most of Intram's customers read. */
export function languageOf({ query, headers }: FastifyRequest): Language {
  const { lang } = query as { lang?: unknown }
  return languages.find((language) => language === lang) ?? preferred(headers['accept-language'])
}

function preferred(header: string | undefined): Language {
  const [best = 'fr'] = new Negotiator({ headers: { 'accept-language': header } }).languages(languages)
  return best as Language
}
