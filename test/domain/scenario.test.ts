import fc from 'fast-check'
import t from 'tap'
import { catalogue, scenarioOfAmount } from '../../server/domain/scenario/catalogue.ts'
import { readScenario } from '../../server/domain/scenario/read-scenario.ts'
import { combine, type Scenario } from '../../server/domain/scenario/scenario.ts'
import { scenarioOfData } from '../../server/domain/scenario/scenario-of-data.ts'
import { writeScenario } from '../../server/domain/scenario/write-scenario.ts'

const settles = (ending: string, change: object = {}) => ({
  settlement: { ending, afterMs: 0, afterPolls: 0, ...change },
})

t.test('words are read in any order, each about another aspect', async (t) => {
  for (const [text, expected] of [
    ['success', settles('success')],
    [' fail ', settles('fail')],
    ['fail:wrong-pin', settles('fail', { reason: 'wrong-pin' })],
    ['fail:wrong-pin@2m', settles('fail', { reason: 'wrong-pin', afterMs: 120_000 })],
    ['success@3s', settles('success', { afterMs: 3000 })],
    ['delayed:3s', settles('success', { afterMs: 3000 })],
    ['cancel;delayed:3s', settles('cancel', { afterMs: 3000 })],
    ['pending', settles('success', { afterPolls: 1 })],
    ['pending*2;success', settles('success', { afterPolls: 2 })],
    ['pending*2;fail@1s', settles('fail', { afterPolls: 2, afterMs: 1000 })],
    ['expire', settles('expire')],
    ['never-settles', settles('never-settles')],
    ['no-callback', { callback: { kind: 'no-callback' } }],
    ['late-callback', { callback: { kind: 'late-callback', afterMs: 60_000 } }],
    ['late-callback:5s', { callback: { kind: 'late-callback', afterMs: 5000 } }],
    ['callback-before-response', { ...settles('success'), callback: { kind: 'callback-before-response' } }],
    ['callback-before-response;fail', { ...settles('fail'), callback: { kind: 'callback-before-response' } }],
    ['lost-answer', { answer: 'lost-answer' }],
    [
      'duplicate-callback;success;lost-answer',
      { ...settles('success'), answer: 'lost-answer', callback: { kind: 'duplicate-callback' } },
    ],
  ] as const) {
    t.same(readScenario(text), expected, text)
  }
})

t.test('what is no scenario is refused, with where it stands', async (t) => {
  for (const text of [
    '',
    ';',
    'succes',
    'SUCCESS',
    'success;fail',
    'success;success',
    'success;',
    'success:wrong-pin',
    'fail:broke',
    'success@soon',
    'success*2',
    'delayed',
    'delayed:3',
    'delayed:3s;success@3s',
    'pending*0;success',
    'pending*1001;success',
    'pending:2;success',
    'expire@3s',
    'pending*2;never-settles',
    'no-callback;duplicate-callback',
    'no-callback:3s',
    'late-callback:later',
    'callback-before-response;delayed:3s',
    'callback-before-response;expire',
    'lost-answer;server-error',
    'lost-answer@3s',
    '__proto__',
    'toString',
    `success${' '.repeat(200)}`,
  ]) {
    t.throws(() => readScenario(text, '/scenario'), { code: 'scenario_not_readable', path: '/scenario' }, text)
  }
})

t.test('what is written is read as the same', async () => {
  const settlement = fc.oneof(
    fc.record({
      ending: fc.constantFrom('success' as const, 'cancel' as const),
      afterMs: fc.nat(86_400_000),
      afterPolls: fc.nat(1000),
    }),
    fc
      .constantFrom(readScenario('expire'), readScenario('never-settles'), readScenario('fail:wrong-pin@61s'))
      .map((s) => s.settlement),
  )
  const callback = fc.oneof(
    fc.constant({ kind: 'duplicate-callback' as const }),
    fc.record({ kind: fc.constant('late-callback' as const), afterMs: fc.nat(86_400_000) }),
  )
  const answer = fc.constantFrom('lost-answer' as const, 'time-out' as const)
  const scenario = fc.record({ settlement, callback, answer }, { requiredKeys: [] })
  fc.assert(
    fc.property(
      scenario.filter((parts) => Object.values(parts).some((part) => part !== undefined)),
      (parts) => t.same(readScenario(writeScenario(parts as Scenario)), parts),
    ),
  )
})

t.test('of each aspect the most particular word counts', async (t) => {
  const world = readScenario('fail;duplicate-callback')
  t.same(combine(world, readScenario('success')), readScenario('success;duplicate-callback'))
  t.same(
    combine(world, null, undefined, readScenario('lost-answer')),
    readScenario('lost-answer;fail;duplicate-callback'),
  )
  t.equal(combine(null, undefined), null)
})

t.test('the catalogue names each scenario and amount once, and no amount that anybody would charge', async (t) => {
  for (const { scenario, amount } of catalogue) {
    t.equal(writeScenario(readScenario(scenario)).includes(scenario), true, scenario)
    t.equal(scenarioOfAmount(amount), scenario)
    t.not(amount % 5, 0, 'the smallest coin is 5 francs')
  }
  for (const property of ['name', 'scenario', 'amount'] as const) {
    t.equal(new Set(catalogue.map((entry) => entry[property])).size, catalogue.length, property)
  }
  for (const amount of [1, 1000, 100_000, 100_005, 100_010, 100_019]) t.equal(scenarioOfAmount(amount), undefined)
})

t.test('data name a scenario as a field or, as PHP writes data, in a pair', async (t) => {
  for (const data of [
    { scenario: 'fail' },
    [
      ['order', 1],
      ['scenario', 'fail'],
    ],
  ]) {
    t.same(scenarioOfData(data, '/'), readScenario('fail'))
  }
  for (const data of [
    null,
    'fail',
    1,
    {},
    [],
    ['scenario', 'fail'],
    [['scenario', 'fail', 1]],
    { scenario: '' },
    Object.create({ scenario: 'fail' }),
  ]) {
    t.equal(scenarioOfData(data, '/'), undefined, JSON.stringify(data))
  }
  for (const data of [{ scenario: 'oops' }, { scenario: 3 }, [['scenario', 'oops']]]) {
    t.throws(() => scenarioOfData(data, '/custom_data/scenario'), {
      code: 'scenario_not_readable',
      path: '/custom_data/scenario',
    })
  }
})
