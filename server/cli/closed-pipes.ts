type Output = { on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown }

/** 128 + 13, as shells say of whom SIGPIPE has ended: Node.js ignores that signal. */
const endedByPipe = 141

/**
 * Ends quietly once nobody reads stdout any more (`… | head`). What nobody reads on stderr is left unsaid: it is beside
 * the point, and `exec` owes its child's exit code.
 */
export function heedClosedPipes({ stdout, stderr }: { stdout: Output; stderr: Output }): void {
  stdout.on('error', (error) => {
    orThrow(error)
    process.exit(endedByPipe)
  })
  stderr.on('error', orThrow)
}

function orThrow(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
