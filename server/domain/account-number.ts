/** Reads what a customer typed as a mobile number of Benin: its eight digits, or `undefined` when it is none. */
export function readMobileNumber(text: string): string | undefined {
  // Numbers that are pasted from contacts come with invisible marks of direction (\p{Cf}).
  const typed = text.replaceAll(/[\s\p{Cf}.()/-]/gu, '')
  return /^(?:(?:\+|00)?229)?(?:01)?(\d{8})$/.exec(typed)?.[1]
}

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
