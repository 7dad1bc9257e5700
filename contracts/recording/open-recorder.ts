import { hider } from '../../client/judge.ts'
import type { Keys } from '../../client/settings.ts'
import type { Listener } from '../verify.ts'
import { claimFolder } from './folder.ts'
import { redactRecording } from './redact-recording.ts'

type Heard = Parameters<typeof redactRecording>[0]['heard'][number]
export type Recorder = { heard: Listener /** Gives how many there are. */; write(): number }

/** Claims the folder, and keeps the answers in memory until `write`: only the last of them completes what has to be redacted in the first. */
export function openRecorder(folder: string, { baseUrl, keys }: { baseUrl: string; keys: Keys }): Recorder {
  const claimed = claimFolder(folder)
  const heard: Heard[] = []
  return {
    heard: (answer, asked) => void heard.push({ answer, asked }),
    write() {
      const recording = redactRecording({ heard, baseUrl, hide: hider(keys) })
      claimed.write(recording)
      return recording.length
    },
  }
}
