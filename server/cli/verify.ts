import { type Command, exitCodes } from './command.ts'

const flags = {}

export const verify: Command<typeof flags> = {
  name: 'verify',
  description: 'Ask the promises of the API of a target',
  flags,
  async run() {
    return exitCodes.couldNotRun
  },
}
