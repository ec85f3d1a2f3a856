import { checkCreditCode, creditCheckCharacter } from '@shared/certificates/checkCreditCode'
import { checkIdNumber, idCheckCharacter } from '@shared/certificates/checkIdNumber'
import { maskIdNumber } from '@shared/certificates/mask'
import fc from '../support/fastCheck'

const digits = '0123456789'.split('')
const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('')

describe('checkIdNumber (GB 11643)', () => {
  test.each([
    // The standard's own two examples.
    ['11010519491231002X', { ok: true, birth: '1949-12-31', sex: '女', region: '110105' }],
    ['440524188001010014', { ok: true, birth: '1880-01-01', sex: '男', region: '440524' }],
    ['11010519491231002x', { ok: true, number: '11010519491231002X' }],
    [' 110105 19491231 002X ', { ok: true, number: '11010519491231002X' }],
    ['110105491231002', { ok: false, reason: 'firstGeneration' }],
    ['1101051949123100', { ok: false, reason: 'length' }],
    ['', { ok: false, reason: 'length' }],
    ['1101051949123100XX', { ok: false, reason: 'characters' }],
    ['１1010519491231002X', { ok: true, number: '11010519491231002X' }],
    ['110105194912310021', { ok: false, reason: 'checksum' }],
  ])('%s', (number, expected) => expect(checkIdNumber(number)).toMatchObject(expected))

  test.each([
    ['99010519491231002', 'region'],
    ['00010519491231002', 'region'],
    ['11010519490229002', 'birth'],
    ['11010519001301002', 'birth'],
    ['11010519000229002', 'birth'],
    ['11010518791231002', 'birth'],
    ['11010519490431002', 'birth'],
  ])('%s with its right check character is refused for its %s', (first17, reason) =>
    expect(checkIdNumber(first17 + idCheckCharacter(first17))).toEqual({ ok: false, reason }),
  )

  test.each(['81000019900101001', '82000019900101001', '83000019900101001', '45022119861206104', '11010520000229002'])(
    '%s (residence permits, an old district, a leap day) is accepted',
    (first17) => expect(checkIdNumber(first17 + idCheckCharacter(first17)).ok).toBe(true),
  )

  test('a birth day after today is refused, today itself is not', () => {
    const number = `45020220260420001${idCheckCharacter('45020220260420001')}`
    expect(checkIdNumber(number, '2026-04-19')).toEqual({ ok: false, reason: 'future' })
    expect(checkIdNumber(number, '2026-04-20').ok).toBe(true)
    expect(checkIdNumber(number).ok).toBe(true)
  })

  const numbers = fc
    .tuple(
      fc.constantFrom('450202', '450221', '110105', '810000', '650102'),
      fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 999 }),
    )
    .map(([region, day, order]) => {
      const first17 = region + day.toISOString().slice(0, 10).replaceAll('-', '') + String(order).padStart(3, '0')
      return first17 + idCheckCharacter(first17)
    })

  test('no single wrong digit and no swap of neighbours passes', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(checkIdNumber(number).ok).toBe(true)
        for (let place = 0; place < 18; place++) {
          for (const digit of place === 17 ? [...digits, 'X'] : digits) {
            if (digit === number[place]) continue
            expect(checkIdNumber(number.slice(0, place) + digit + number.slice(place + 1)).ok).toBe(false)
          }
          if (place === 17 || number[place] === number[place + 1]) continue
          const swapped = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2)
          expect(checkIdNumber(swapped).ok).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('any text at all is answered, never thrown on', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof checkIdNumber(text).ok === 'boolean'))
  })
})

describe('checkCreditCode (GB 32100)', () => {
  // Codes that well-known companies publish on their own pages: evidence from outside this code.
  test.each(['9144030071526726XG', '914403001922038216', '91330100799655058B', '91110000802100433B'])(
    '%s passes',
    (code) => expect(checkCreditCode(code)).toEqual({ ok: true, code }),
  )

  test('the example of GB 32100-2015 annex A passes, small letters and blanks do not matter', () => {
    expect(checkCreditCode('91350100M000100Y43')).toEqual({ ok: true, code: '91350100M000100Y43' })
    expect(checkCreditCode(' 91350100m000 100y43')).toEqual({ ok: true, code: '91350100M000100Y43' })
  })

  test.each([
    ['91350100M000100Y4', 'length'],
    ['91350100M000100Y432', 'length'],
    ['91350100I000100Y43', 'characters'],
    ['91A50100M000100Y43', 'characters'],
    ['91350100M000100Y44', 'checksum'],
  ])('%s is refused for its %s', (code, reason) => expect(checkCreditCode(code)).toEqual({ ok: false, reason }))

  const codes = fc
    .tuple(
      fc.constantFrom('91', '92', '93', '12', 'N1'),
      fc.constantFrom('450200', '450203', '450221'),
      fc.array(fc.constantFrom(...creditCharacters), { minLength: 9, maxLength: 9 }),
    )
    .map(([head, region, body]) => head + region + body.join(''))
    .map((first17) => first17 + creditCheckCharacter(first17))

  test('no single wrong character and no swap of neighbours passes', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(checkCreditCode(code).ok).toBe(true)
        for (let place = 0; place < 18; place++) {
          for (const character of creditCharacters) {
            if (character === code[place]) continue
            expect(checkCreditCode(code.slice(0, place) + character + code.slice(place + 1)).ok).toBe(false)
          }
          if (place === 17 || code[place] === code[place + 1]) continue
          const swapped = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2)
          expect(checkCreditCode(swapped).ok).toBe(false)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('masks', () => {
  test.each([
    ['450202198803120326', '4****************6'],
    ['45', '**'],
    ['', ''],
  ])('maskIdNumber %s', (number, masked) => expect(maskIdNumber(number)).toBe(masked))

  test('a masked number shows no more than its two ends', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), (number) => {
        const masked = [...maskIdNumber(number)]
        expect(masked).toHaveLength([...number].length)
        expect(masked.slice(1, -1).every((character) => character === '*')).toBe(true)
      }),
    )
  })
})
