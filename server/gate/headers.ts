import type { Frame } from './frame.ts'

export type Destinations = {
  /** The one image that comes from elsewhere. */
  logo?: string | undefined
  /** Whether it has forms, which end up here. */
  hasForm?: boolean
  /** The one page that may show it in a frame. */
  frame?: Frame | undefined
}

/** The headers of a page: it loads only its own files and the logo, is not framed or kept, and tells nobody its URL. */
export function pageHeaders({ logo, hasForm = false, frame }: Destinations): Record<string, string> {
  const images = ["'self'", 'data:', ...(logo === undefined ? [] : [sourceOf(logo)])]
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      `img-src ${images.join(' ')}`,
      `form-action ${hasForm ? "'self'" : "'none'"}`,
      `frame-ancestors ${frame ? frame.origin : "'none'"}`,
      "base-uri 'none'",
    ].join('; '),
    'referrer-policy': 'no-referrer',
    // It knows no origins.
    ...(!frame && { 'x-frame-options': 'DENY' }),
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    'cache-control': 'no-store',
  }
}

/** The origin of a URL, or its scheme alone: "a;b" is a host to the URL standard, and the policy cannot name IPv6. */
function sourceOf(url: string): string {
  const { origin, host, protocol } = new URL(url)
  return canBeNamed(host) ? origin : protocol
}

export function canBeNamed(host: string): boolean {
  return /^[a-z0-9._-]+(:\d+)?$/.test(host)
}
