import type { Keys } from '../client/index.ts'

/** The sandbox's keys begin with tpk_ and tsk_. Without the t, or with "live" in them, real money may move. */
export function liveLooking(keys: Keys): (keyof Keys)[] {
  const names = Object.keys(keys) as (keyof Keys)[]
  return names.filter((name) => /^(pk|sk)_|(^|_)live_/i.test(keys[name]))
}
