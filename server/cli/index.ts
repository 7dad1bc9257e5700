#!/usr/bin/env node
import { heedClosedPipes } from './closed-pipes.ts'
import { keepTicksFast } from './fast-ticks.ts'
import { asksToStart, heedSignals } from './stop-signal.ts'

const args = process.argv.slice(2)

if (asksToStart(args)) heedSignals()
keepTicksFast()
heedClosedPipes(process)

const { main } = await import('./main.ts')
process.exitCode = await main(args, process)
