import type { Frame } from './frame.ts'

export type Destinations = {
  /** The one image that comes from elsewhere. */
  logo?: string | undefined
  /** Where a form of this page may end up. Chromium holds redirects after a post to `form-action`, too. */
  targets?: readonly (string | null)[] | undefined
  /** The one page that may show it in a frame. */
  frame?: Frame | undefined
}

/** The headers of a page: it loads only its own files and the logo, is not framed or kept, and tells nobody its URL. */
export function pageHeaders({ logo, targets, frame }: Destinations): Record<string, string> {
  const images = ["'self'", 'data:', ...(logo === undefined ? [] : [sourceOf(logo)])]
  const forms = targets ? ["'self'", ...targets.flatMap((target) => (target === null ? [] : [sourceOf(target)]))] : []
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      `img-src ${[...new Set(images)].join(' ')}`,
      `form-action ${[...new Set(forms)].join(' ') || "'none'"}`,
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
