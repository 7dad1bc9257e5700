import { HttpError } from '../envelope.ts'
import { canBeNamed } from '../gate/headers.ts'

const longest = 300

/** The page that asks, as browsers name it. It goes into `frame-ancestors`: what is not exactly an origin is refused. */
export function readEmbedder(origin: string | undefined): string {
  if (origin !== undefined && origin.length <= longest && URL.canParse(origin)) {
    const url = new URL(origin)
    if (/^https?:$/.test(url.protocol) && url.origin === origin && canBeNamed(url.host)) return origin
  }
  throw new HttpError(400, 'The widget cannot be shown in this page', [
    {
      path: 'Origin',
      message:
        'must be that of a page at an http:// or https:// address with a host name or IPv4 address: files, sandboxed frames, and WebViews without a base URL have none',
    },
  ])
}
