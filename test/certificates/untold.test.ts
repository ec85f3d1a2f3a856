import { isDoubtful, readCertificate, surenessOf } from '@shared/certificates/readCertificate'
import type { FieldKey } from '@shared/certificates/types'
import fc from '../support/fastCheck'
import { linesOf } from './support/linesOf'
import { ID_FRONT, LICENCE, PROPERTY } from './support/sampleLines'
import { withoutScores } from './support/withoutScores'

/** WeChat's reader does not tell how sure it is: what no check digit proves is shown beside the paper, never as sure. */

const SIZE = { width: 1600, height: 1200 }
type Row = [string, number, number, number?]
const read = (rows: readonly Row[]) => readCertificate(withoutScores(linesOf([...rows])), SIZE, undefined, '2026-11-24')
const surenesses = (rows: readonly Row[]) =>
  Object.fromEntries(Object.entries(read(rows).fields).map(([key, field]) => [key, surenessOf(field)]))
const changed = (rows: readonly Row[], changes: Record<string, string>) =>
  rows.map(([text, ...rest]): Row => [changes[text] ?? text, ...rest])

test.each<[string, readonly Row[], Partial<Record<FieldKey, string>>]>([
  [
    'identity card',
    ID_FRONT,
    {
      name: 'untold',
      address: 'untold',
      ethnicity: 'untold',
      idNumber: 'proven',
      sex: 'proven',
      birth: 'proven',
    },
  ],
  [
    'licence',
    LICENCE,
    { name: 'untold', address: 'untold', legalPerson: 'untold', type: 'untold', creditCode: 'proven' },
  ],
  ['deed', PROPERTY, { owner: 'untold', location: 'untold', usage: 'untold', certificateNumber: 'untold' }],
])('%s: what is sure without scores is what a check digit proves', (_, rows, expected) =>
  expect(surenesses(rows)).toEqual(expected),
)

test('a birth or a sex that speaks against the number: neither is sure, though the number checks', () => {
  for (const [printed, misread] of [
    ['1988年3月12日', '1983年3月12日'],
    ['女', '男'],
  ] as const) {
    const { fields } = read(changed(ID_FRONT, { [printed]: misread }))
    expect(fields.idNumber).toMatchObject({ value: '450202198803120326', check: 'ok' })
    for (const key of ['idNumber', 'birth', 'sex'] as const) expect(isDoubtful(fields[key]!)).toBe(true)
  }
})

test('a day that is none was misread itself and says nothing against the number', () => {
  expect(surenesses(changed(ID_FRONT, { '1988年3月12日': '19年月12日' })).idNumber).toBe('proven')
})

test('whatever one character is misread for, what is wrong then is never sure', () => {
  for (const rows of [ID_FRONT, LICENCE, PROPERTY] as const) {
    const truth = read(rows).fields
    fc.assert(
      fc.property(
        fc.constantFrom(...rows.map((_, at) => at)),
        fc.nat({ max: 40 }),
        fc.constantFrom(...'郴蜂杏梁东西0123456789ABX'),
        (at, place, character) => {
          const [text, ...rest] = rows[at]!
          const letters = [...text]
          letters[place % letters.length] = character
          const { fields } = read(rows.map((row, other): Row => (other === at ? [letters.join(''), ...rest] : row)))
          for (const [key, field] of Object.entries(fields))
            if (field.value !== truth[key as FieldKey]?.value) expect([key, isDoubtful(field)]).toEqual([key, true])
        },
      ),
      { numRuns: 400 },
    )
  }
})

test('with scores the reader says itself what is sure, and an unlikely character is doubted', () => {
  const fields = readCertificate(linesOf(ID_FRONT), SIZE).fields
  expect(surenessOf(fields.name!)).toBe('sure')
  const unlikely = linesOf(changed(ID_FRONT, {})).map((line) =>
    line.text === '韦小红' ? { ...line, least: 0.6 } : line,
  )
  expect(surenessOf(readCertificate(unlikely, SIZE).fields.name!)).toBe('doubted')
})

test('a poor picture is told from no paper by what of a paper was found', () => {
  const hintFor = (text: string) => read([[text, 300, 300]]).retake
  expect(['450202196803120326', '91450200MA5N8W4R6K', '公民身份号码4502'].map(hintFor)).toEqual([
    'light',
    'light',
    'light',
  ])
  expect(['河边五金杂货店', 'CE'].map(hintFor)).toEqual(['otherPaper', 'otherPaper'])
})
