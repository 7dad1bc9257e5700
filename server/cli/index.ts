#!/usr/bin/env node
import { heedClosedPipes } from './closed-pipes.ts'
import { keepTicksFast } from './fast-ticks.ts'
import { main } from './main.ts'

keepTicksFast()
heedClosedPipes(process)

process.exitCode = await main(process.argv.slice(2), process)
