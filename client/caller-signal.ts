/** Why a call ended whose signal aborted. The cause is the signal's reason. */
export const abortedByCaller = 'aborted by the caller'

/** What is wrong with a signal, in a sentence. Of a library's imitation Node would not hear. */
export function notSignal(signal: unknown): string | undefined {
  return signal === undefined || signal instanceof AbortSignal
    ? undefined
    : 'signal must be an AbortSignal of Node’s own'
}
