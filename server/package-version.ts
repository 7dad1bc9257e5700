import { createRequire } from 'node:module'

/** As package.json has it. */
export function packageVersion(): string {
  return createRequire(import.meta.url)('intram-sandbox/package.json').version
}
