import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

type System = { platform?: NodeJS.Platform; home?: string }

/** Where this user's programs keep what lasts, by the custom of each system. */
export function dataDirectory(
  env: NodeJS.ProcessEnv,
  { platform = process.platform, home = homedir() }: System = {},
): string {
  if (platform === 'win32') {
    return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'intram-sandbox')
  }
  // The XDG specification wants relative paths ignored.
  if (env.XDG_DATA_HOME && posix.isAbsolute(env.XDG_DATA_HOME)) return posix.join(env.XDG_DATA_HOME, 'intram-sandbox')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'intram-sandbox')
  return posix.join(home, '.local', 'share', 'intram-sandbox')
}
