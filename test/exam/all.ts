import { runAll } from '../support/run-all.ts'

await runAll(import.meta.url)
