import { hider } from '../../client/judge.ts'
import { environmentNames } from '../../client/settings.ts'

/** Takes out of a text the keys that the application may have from the environment: it may tell them in an error page. */
export function hideKeys(env: NodeJS.ProcessEnv): (text: string) => string {
  const keys = Object.values(environmentNames).map((name) => [name, env[name]?.trim() ?? ''])
  return hider(Object.fromEntries(keys.filter(([, key]) => key !== '')))
}
