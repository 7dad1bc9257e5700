import t from 'tap'
import { runCli } from '../support/cli.ts'
import { run } from '../support/main.ts'
import { closedUrl } from '../support/receiver.ts'
import { startShop } from '../support/shop.ts'

for (const [kind, code, line] of [
  ['careful', 0, '3 passed, 0 failed, 0 not observable'],
  ['naive', 1, '0 passed, 3 failed, 0 not observable'],
] as const) {
  t.test(`the exam of the ${kind} shop exits ${code}, and is told case by case`, async (t) => {
    const shop = await startShop(t, kind)
    const { port } = new URL(await closedUrl())
    const args = [
      ...['exam', '--port', port, '--app', shop.url, '--patience', '1ms'],
      ...['--start', `POST ${shop.url}/orders {"amount":1000}`],
      ...['--believes', `${shop.url}/orders/{transaction_id}/paid`],
      ...['--only', 'forged-status,true-callback,callback-twice'],
    ]
    shop.use(`http://127.0.0.1:${port}/api/v1`)
    const ended = await runCli(t, args).exit
    t.equal(ended.code, code, ended.stderr)
    t.match(ended.stdout, line)
    t.match(ended.stdout, /a true payment is believed/)
  })
}

t.test('--list names the cases', async (t) => {
  const { code, stdout } = await run(['exam', '--list'])
  t.equal(code, 0)
  t.match(stdout, /^forged-status +a callback that says SUCCESS of a pending payment is not believed$/m)
})

for (const [args, message] of [
  [['exam'], /--app must be/],
  [['exam', '--app', 'http://localhost:1', '--only', 'nothing'], /there is no case nothing/],
  [
    ['exam', '--app', 'http://localhost:1', '--start', 'POST http://localhost:1/orders', '--port', '0'],
    /--start: POST http:\/\/localhost:1\/orders gave no answer: bad port/,
  ],
  [['exam', '--app', 'http://localhost:1', '--patience', 'soon'], /--patience must be a duration/],
] as const) {
  t.test(`${args.join(' ')} cannot run`, async (t) => {
    const { code, stderr } = await run(args)
    t.equal(code, 2)
    t.match(stderr, message)
  })
}
