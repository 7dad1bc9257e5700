import t from 'tap'
import { startFlags } from '../server/config.ts'
import { readEnvironment } from '../server/flags.ts'

const { callbackAllow, callbackRewrite, callbackSchedule } = startFlags

for (const [text, targets] of [
  ['shop.test', ['shop.test']],
  ['*.shop.test, 10.0.0.0/8', ['*.shop.test', '10.0.0.0/8']],
  ['127.0.0.1,::1,[::1],fd00::/8', ['127.0.0.1', '::1', '[::1]', 'fd00::/8']],
  ['localhost,web_1,shop.test.', ['localhost', 'web_1', 'shop.test.']],
] as const) {
  t.test(`--callback-allow takes ${text}`, async (t) => {
    t.same(callbackAllow.read(text), targets)
  })
}

for (const text of [
  '',
  'a,',
  '*',
  '*shop.test',
  'shop.*',
  'shop.test:3000',
  'http://shop.test',
  'shop.test/24',
  '10.0.0.0/33',
  '::/129',
  '10.0.0.0/',
  '10.0.0.0/8/8',
  '10.0.0.256',
  '10.0.0',
  '-shop.test',
]) {
  t.test(`--callback-allow refuses ${JSON.stringify(text)}, and says what it wants`, async (t) => {
    t.throws(() => callbackAllow.read(text), { name: 'UsageError', message: /\*\.domain, addresses or ranges/ })
  })
}

t.test('--callback-rewrite and --callback-schedule are read by the domain', async (t) => {
  t.same(callbackRewrite.read('localhost=host.docker.internal'), [{ from: 'localhost', to: 'host.docker.internal' }])
  t.equal(callbackSchedule.read('0s,10s'), '0s,10s')
  for (const flag of [callbackRewrite, callbackSchedule]) t.throws(() => flag.read('?'), { name: 'UsageError' })
})

t.test('callbacks are set up from the environment too', async (t) => {
  const env = {
    INTRAM_SANDBOX_CALLBACK_FORMAT: 'form',
    INTRAM_SANDBOX_CALLBACK_SCHEDULE: 'fast',
    INTRAM_SANDBOX_CALLBACK_REWRITE: 'localhost=web',
    INTRAM_SANDBOX_CALLBACK_ALLOW: 'web',
  }
  t.same(readEnvironment(startFlags, env), {
    callbackFormat: 'form',
    callbackSchedule: 'fast',
    callbackRewrite: [{ from: 'localhost', to: 'web' }],
    callbackAllow: ['web'],
  })
})
