/** Fees in whole XOF, rounded up. Intram does not publish its fees; 5 % fits its one example (1000 → 50). */
export function feesOf(amount: number, percent = 5): number {
  // In exact integers: amount * percent leaves the safe range for the largest amounts.
  const perMillion = BigInt(Math.round(percent * 10_000))
  return Number((BigInt(amount) * perMillion + 999_999n) / 1_000_000n)
}
