import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'
import { parse } from 'yaml'
import { startFlags } from '../server/config.ts'
import { environmentName, flagName } from '../server/flags.ts'
import { intramApiPort } from '../server/takeover/own-hosts.ts'

const folder = 'examples/compose-php'
const { services, volumes } = parse(readFileSync(`${folder}/compose.yaml`, 'utf8'))
const { intram, app } = services
const dockerfile = readFileSync('Dockerfile', 'utf8')
const caFile: string = intram.command[intram.command.indexOf('--ca-file') + 1]

t.test('the application finds the sandbox under the name and the port in its code', async (t) => {
  const [, host = '', port] = /const INTRAM = 'https:\/\/([^:]+):(\d+)\/api\/v1'/.exec(read('app.php')) ?? []
  t.strictSame(intram.networks.default.aliases, [host])
  t.equal(Number(port), intramApiPort)
  t.equal(startFlags.port.default, intramApiPort)
  t.ok(intram.ports.includes(`127.0.0.1:${port}:${port}`), 'its customers find the payment page there')
})

t.test('all flags and variables of the sandbox exist', async (t) => {
  const flags = Object.keys(startFlags).map(flagName)
  const variables = Object.keys(startFlags).map(environmentName)
  const { services } = parse(readFileSync('compose.yaml', 'utf8'))
  for (const { command = [], environment = {} } of [intram, services['intram-sandbox']]) {
    for (const word of command.filter((word: string) => word.startsWith('--'))) t.ok(flags.includes(word), word)
    for (const name of Object.keys(environment).filter((name) => name.startsWith('INTRAM_'))) {
      t.ok(variables.includes(name), name)
    }
  }
  t.ok(intram.command.includes('--tls'))
})

t.test('the application has the certificate of the authority for reading, and PHP is told so', async (t) => {
  t.strictSame(Object.keys(volumes), ['trust'])
  t.ok(intram.volumes.includes('trust:/trust'))
  t.ok(app.volumes.includes('trust:/trust:ro'))
  t.match(caFile, /^\/trust\//)
  t.match(dockerfile, /install --directory --owner 1000 .*\/trust$/m, 'where the user of the image may write')
  const ini = app.volumes.find((volume: string) => volume.startsWith('./trust.ini:'))
  t.match(ini, /:\/usr\/local\/etc\/php\/conf\.d\/[\w.-]+\.ini:ro$/)
  t.match(read('trust.ini'), new RegExp(`^curl\\.cainfo = ${caFile}\nopenssl\\.cafile = ${caFile}$`, 'm'))
})

t.test('the authority’s key is in memory only, and in no volume', async (t) => {
  const { XDG_DATA_HOME: data } = intram.environment
  t.strictSame(intram.tmpfs, [`${data}:uid=1000,gid=1000,mode=0700`])
  t.notMatch(intram.volumes, [new RegExp(`:${data}`)])
  t.equal(intram.read_only, true)
})

t.test('the application starts once the sandbox is healthy', async (t) => {
  t.strictSame(app.depends_on, { intram: { condition: 'service_healthy' } })
  t.match(dockerfile, /^HEALTHCHECK /m)
})

t.test('what it mounts and what its pages lead to is there', async (t) => {
  const mounted = app.volumes
    .map((volume: string) => volume.split(':')[0])
    .filter((path: string) => path.startsWith('.'))
  for (const path of mounted) t.ok(existsSync(`${folder}/${path}`), path)
  for (const page of ['README.md', 'README.fr.md']) {
    for (const [, target = ''] of read(page).matchAll(/\]\((?!http)([^)#]+)\)/g)) {
      t.ok(existsSync(`${folder}/${target}`), target)
    }
  }
})

function read(file: string): string {
  return readFileSync(`${folder}/${file}`, 'utf8')
}
