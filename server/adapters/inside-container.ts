import { existsSync } from 'node:fs'

/** Files that Docker and Podman leave in every container. */
const marks = ['/.dockerenv', '/run/.containerenv']

/** Whether this process runs in a container, where localhost is not the developer's machine. */
export function isInsideContainer(env: NodeJS.ProcessEnv, exists: (path: string) => boolean = existsSync): boolean {
  return env.KUBERNETES_SERVICE_HOST !== undefined || marks.some(exists)
}
