import { environmentNames, type Keys } from '../../client/settings.ts'

export type SandboxAddress = {
  /** `http://localhost:4002` */
  origin: string
  exampleKeys: Keys | undefined
  /** The keys to use, when not any will do. */
  merchant?: Keys | undefined
}

const names = Object.keys(environmentNames) as (keyof Keys)[]

/** Tells programs that can be told where the sandbox is. Keys that they had stay: their own tests may expect them. */
export function sandboxEnvironment(env: NodeJS.ProcessEnv, address: SandboxAddress): NodeJS.ProcessEnv {
  const { origin, exampleKeys, merchant } = address
  const keys = names.map((name) => {
    const variable = environmentNames[name]
    return [variable, merchant?.[name] ?? (env[variable] || exampleKeys?.[name])]
  })
  return { ...env, INTRAM_BASE_URL: `${origin}/api/v1`, ...Object.fromEntries(keys) }
}
