#!/usr/bin/env node
import { keepTicksFast } from './fast-ticks.ts'
import { main } from './main.ts'

keepTicksFast()

process.exitCode = await main(process.argv.slice(2), process)
