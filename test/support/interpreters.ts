import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const programs = new URL('../exec/programs/', import.meta.url)

/** A program in another language, and what has to be there to run it. */
export type Program = {
  name: string
  command: string[]
  /** For `t.test`'s options: false, or why it is left out. */
  skip: string | false
}

const checks = {
  curl: [['curl', '--version']],
  'PHP with curl': [['php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);']],
  PHP: [['php', '--version']],
  Guzzle: [['php', '-r', 'exit(@include("GuzzleHttp/autoload.php") ? 0 : 1);']],
  // A version manager's Python comes first in many PATHs, without Debian's packages.
  'Python with requests': ['python3', '/usr/bin/python3'].map((python) => [python, '-c', 'import requests']),
  'Python with httpx': ['python3', '/usr/bin/python3'].map((python) => [python, '-c', 'import httpx']),
} as const

export function programIn(file: string, needs: keyof typeof checks, shell?: string): Program {
  const found = checks[needs].find(([command = '', ...args]) => spawnSync(command, args).status === 0)
  const interpreter = shell ?? found?.[0] ?? ''
  return { name: file, command: [interpreter, pathOf(file)], skip: found ? false : `${needs} is not installed` }
}

export function nodeProgram(file: string): Program {
  return { name: file, command: [process.execPath, pathOf(file)], skip: false }
}

export function pathOf(file: string): string {
  return fileURLToPath(new URL(file, programs))
}
