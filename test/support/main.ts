import { main } from '../../server/cli/main.ts'

/** A command line, run in this process. */
export async function run(args: readonly string[], env: Record<string, string> = {}) {
  const output = { stdout: '', stderr: '' }
  const writer = (name: 'stdout' | 'stderr') => ({
    write(text: string) {
      output[name] += text
    },
  })
  const code = await main(args, { env, stdout: writer('stdout'), stderr: writer('stderr') })
  return { code, ...output }
}
