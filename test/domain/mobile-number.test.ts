import fc from 'fast-check'
import t from 'tap'
import { maskAccountNumber, readMobileNumber } from '../../server/domain/account-number.ts'

t.test('a mobile number is read in every way in which people write it', async (t) => {
  for (const typed of [
    '61000000',
    '0161000000',
    '22961000000',
    '2290161000000',
    '+22961000000',
    '+2290161000000',
    '0022961000000',
    '002290161000000',
    ' 61 00 00 00 ',
    '01 61 00 00 00',
    '+229 01 61 00 00 00',
    '(+229) 61-00-00-00',
    '61.00.00.00',
    '61\u00a000\u202f00 00',
    '\u202a61000000\u202c',
  ]) {
    t.equal(readMobileNumber(typed), '61000000', JSON.stringify(typed))
  }
})

t.test('eight digits that begin like the country are still a number', async (t) => {
  t.equal(readMobileNumber('22912345'), '22912345')
  t.equal(readMobileNumber('01234567'), '01234567')
})

t.test('anything else is no mobile number', async (t) => {
  for (const typed of [
    '',
    ' ',
    '6100000',
    '610000000',
    '0261000000',
    '9612345678',
    '01610000001',
    '+61000000',
    '+33612345678',
    '+229',
    '229229',
    '+22912345',
    '6100000O',
    '61000000;',
    '6100+0000',
    '٦١٠٠٠٠٠٠',
    '<b>61000000</b>',
    '0'.repeat(100_000),
  ]) {
    t.equal(readMobileNumber(typed), undefined, JSON.stringify(typed.slice(0, 20)))
  }
})

t.test('whatever stands before it, the eight digits come back, and are shown masked alike', async () => {
  const digits = fc.stringMatching(/^\d{8}$/)
  const prefix = fc.constantFrom('', '01', '229', '22901', '+229', '+22901', '00229', '0022901')
  fc.assert(
    fc.property(digits, prefix, (number, before) => {
      const typed = `${before}${number}`
      return readMobileNumber(typed) === number && maskAccountNumber(typed) === maskAccountNumber(number)
    }),
  )
})

t.test('what is read is eight digits or nothing', async () => {
  fc.assert(fc.property(fc.string(), (typed) => /^(\d{8}|undefined)$/.test(String(readMobileNumber(typed)))))
})
