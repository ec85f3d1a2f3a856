import {
  judgeCaseNumber,
  judgeContractNumber,
  judgeHouseNumber,
  judgeIssueNumber,
  judgeLandNumber,
  judgeMilitaryNumber,
  judgeOrganisationCode,
  judgePermitNumber,
  organisationCheckCharacter,
} from '@shared/certificates/documentNumbers'
import { readMachineZone, zoneCheckDigit } from '@shared/certificates/machineZone'
import { startsLate } from '@shared/certificates/startsLate'
import type { Placed } from '@shared/certificates/textLayout'
import type { TextLine } from '@shared/certificates/types'
import { linesOf } from './support/linesOf'

describe('组织机构代码 (GB 11714)', () => {
  test("the standard's own example", () => expect(organisationCheckCharacter('D2143569')).toBe('X'))

  test.each([
    ['D2143569-X', 'D2143569-X', 'ok'],
    ['代码:D2143569-X', 'D2143569-X', 'ok'],
    ['D2143569X', 'D2143569-X', 'ok'],
    ['D2143568-X', 'D2143568-X', 'fail'],
    ['2143', '2143', 'fail'],
  ])('%s', (read, value, check) => expect(judgeOrganisationCode(read)).toMatchObject({ value, check }))
})

test.each([
  [judgeHouseNumber, '柳房权证字第D0123456号', '柳房权证字第D0123456号'],
  [judgeHouseNumber, '桂房地权证柳字第0123456', '桂房地权证柳字第0123456号'],
  [judgeLandNumber, '柳国用2008第123456号', '柳国用(2008)第123456号'],
  [judgeLandNumber, '柳集用(1996)字第0042号', '柳集用(1996)第0042号'],
  [judgeMilitaryNumber, '编号军字第0123456号', '军字第0123456号'],
  [judgeMilitaryNumber, '军字第:0123456号', '军字第0123456号'],
  [judgeCaseNumber, '〔2020〕桂0202民初123号', '(2020)桂0202民初123号'],
  [judgeCaseNumber, '(2020)桂02执1234号', '(2020)桂02执1234号'],
  [judgeIssueNumber, '柳发改审批[2020]12号', '柳发改审批〔2020〕12号'],
  [judgePermitNumber, '建字第450200202000123号', '建字第450200202000123号'],
  [judgeContractNumber, 'LZ2020-004512', 'LZ2020-004512'],
])('%p reads %s', (judge, read, value) => expect(judge(read)).toMatchObject({ value, check: 'none' }))

test.each([
  judgeHouseNumber,
  judgeLandNumber,
  judgeMilitaryNumber,
  judgeCaseNumber,
  judgeIssueNumber,
  judgePermitNumber,
])('%p says so when its number is not there', (judge) =>
  expect(judge('柳州市')).toEqual({ value: '柳州市', check: 'fail' }),
)

describe('the machine readable zone of a passport (ICAO 9303-4)', () => {
  // The specimen of ICAO Doc 9303 part 4, appendix B.
  const names = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<'
  const numbers = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'
  const read = (first: string, second: string) =>
    readMachineZone(
      linesOf([
        [first, 40, 500],
        [second, 40, 560],
      ]),
      2026,
    )

  test("the specimen's fields and check digits", () => {
    expect(zoneCheckDigit('L898902C3')).toBe('6')
    expect(read(names, numbers)).toMatchObject({
      name: { value: 'ERIKSSON ANNA MARIA', check: 'none' },
      documentNumber: { value: 'L898902C3', check: 'ok' },
      birth: { value: '1974-08-12', check: 'ok' },
      validity: { value: '2012-04-15', check: 'ok' },
      sex: { value: '女' },
    })
  })

  test('letters read for digits are put back and marked, fillers may be guillemets, a wrong digit fails', () => {
    expect(read(names.replace('<<ANNA', '≪ANNA'), numbers)?.name?.value).toBe('ERIKSSON ANNA MARIA')
    expect(read(names.replaceAll('<', '＜'), numbers.replace('898902', '8989O2'))).toMatchObject({
      documentNumber: { value: 'L898902C3', check: 'ok', snapped: true },
    })
    expect(read(names, numbers.replace('7408122', '7408123'))?.birth?.check).toBe('fail')
  })

  test('lines that are no zone are none', () => {
    expect(readMachineZone(linesOf([['柳州市公安局城中分局', 0, 0]]), 2026)).toBeNull()
    expect(read(names, '450202198803120326')).toBeNull()
  })
})

test('a value that begins later than its column has lost its first character', () => {
  const at = (left: number, y: number): Placed => ({
    text: '英子',
    left,
    right: left + 3,
    y,
    height: 1,
    quad: [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ],
  })
  const column = [at(10, 2), at(10.1, 4), at(9.9, 6)]
  expect(startsLate(at(10.2, 0), column)).toBe(false)
  expect(startsLate(at(10.9, 0), column)).toBe(true)
  // Another column, one line only, or far below: they say nothing of its edge.
  expect(startsLate(at(14, 0), column)).toBe(false)
  expect(startsLate(at(10.9, 0), column.slice(0, 1))).toBe(false)
  expect(startsLate(at(10.9, 30), column)).toBe(false)
})

describe("the passport's zone as engines really give it", () => {
  const read = (first: string, second: string) =>
    readMachineZone(
      [first, second].map(
        (text) =>
          ({
            text,
            quad: [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
            ],
          }) as TextLine,
      ),
      2026,
    )
  const NAMES = 'P<CHNWEI<<XIAOHONG<<<<<<<<<<<<<<<<<<<<<<<<<<'

  test('however few fillers are left', () => {
    expect(read('P<CHNWEI<<XIAOHONG<<', 'EJ32754936CHN6206136F2710110<<')).toMatchObject({
      name: { value: 'WEI XIAOHONG' },
      documentNumber: { value: 'EJ3275493', check: 'ok' },
      birth: { value: '1962-06-13', check: 'ok' },
      validity: { value: '2027-10-11', check: 'ok' },
      sex: { value: '女' },
    })
  })

  test('a letter of the nationality lost moves nothing behind it', () => {
    expect(read(NAMES, 'EJ51050987HN7412224F3012095<<<<<<<<<<<<<<<')).toMatchObject({
      documentNumber: { value: 'EJ5105098', check: 'ok' },
      birth: { value: '1974-12-22', check: 'ok' },
      validity: { value: '2030-12-09', check: 'ok' },
    })
  })

  test('a digit of the number lost is not passed off as right', () => {
    expect(read(NAMES, 'EJ3763204CHN7911244M3203167<<<<<<<')).toMatchObject({
      documentNumber: { check: 'fail' },
      birth: { value: '1979-11-24', check: 'ok' },
    })
  })
})
