/** A mobile money number as Intram shows it, 22996XXXXXX: the country, the first two digits, the rest hidden. */
export function maskAccountNumber(accountNumber: string): string {
  const local = localDigits(accountNumber)
  return `229${local.slice(0, 2)}${'X'.repeat(Math.max(local.length - 2, 0))}`
}

/** Benin's eight digits, without the country code 229 and the 01 that now stands in front. */
function localDigits(accountNumber: string): string {
  const digits = accountNumber.replaceAll(/\D/g, '').replace(/^(00)?229(?=\d{8})/, '')
  return digits.length === 10 && digits.startsWith('01') ? digits.slice(2) : digits
}
