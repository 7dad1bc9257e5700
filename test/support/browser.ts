import { accessSync, constants } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** Debian's: the first has no windows, and takes half the time. */
const installed = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

const executablePath = process.env.CHROMIUM || installed.find(isExecutable) || '/usr/bin/chromium'

/** For `t.test`'s options: false, or the reason for which tests in a browser are left out. */
export const withoutBrowser: string | false = isExecutable(executablePath)
  ? false
  : `no Chromium at ${executablePath}: install it, or set CHROMIUM to its path`

type Test = { teardown: (close: () => Promise<void>) => void }

let browser: Promise<Browser> | undefined

/** How long a file may take in a browser on a busy machine, in ms: a limit, nothing waits for it. */
export const longestMs = 300_000

/** One browser per test file; `closeBrowser` ends it. */
export function launch(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath,
    // Chromium's sandbox refuses to run as root, as in most containers.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  return browser
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
}

/** A customer with cookies, cache and history of their own. Anything outside this machine is unreachable. */
export async function openPage(t: Test, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await launch()).newContext({ locale: 'fr-FR', ...options })
  t.teardown(() => context.close())
  return context.newPage()
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
