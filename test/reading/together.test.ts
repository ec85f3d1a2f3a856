import { readCertificate } from '@shared/certificates/readCertificate'
import { papersShown } from '@shared/certificates/severalPapers'
import { layOut } from '@shared/certificates/textLayout'
import { drawAndRead } from '../certificates/support/drawAndRead'
import { linesOf } from '../certificates/support/linesOf'
import { ID_FRONT, LICENCE, PROPERTY } from '../certificates/support/sampleLines'
import { valuesOf } from '../certificates/support/valuesOf'

const SIZE = { width: 2000, height: 4000 }
type Rows = [string, number, number, number?][]
const below = (rows: Rows, by: number): Rows => rows.map(([text, x, y]) => [text, x, y + by])
const shown = (...rows: Rows[]) => papersShown(layOut(linesOf(rows.flat())).items)
const OTHER_PERSON: Rows = ID_FRONT.map(([text, x, y]) => [
  text.replace('450202198803120326', '450203196304150016'),
  x,
  y,
])
const BACK: Rows = [
  ['中华人民共和国', 500, 200],
  ['居民身份证', 500, 320],
  ['签发机关', 300, 700],
  ['柳州市公安局城中分局', 560, 700],
  ['有效期限', 300, 800],
  ['2018.05.06-2038.05.06', 560, 800],
]

describe('how many papers the lines of a picture are of', () => {
  test.each<[string, Rows[], string]>([
    ['a card', [ID_FRONT], 'one'],
    ['a licence', [LICENCE], 'one'],
    ['a deed', [PROPERTY], 'one'],
    ['nothing', [], 'one'],
    ['both sides of a card', [ID_FRONT, below(BACK, 1000)], 'bothSides'],
    ['a back above its front', [BACK, below(ID_FRONT, 1000)], 'bothSides'],
    ['two people', [ID_FRONT, below(OTHER_PERSON, 1000)], 'several'],
    ['two fronts of which one number was not read', [ID_FRONT, below(OTHER_PERSON.slice(0, -1), 1000)], 'several'],
    ['two backs', [BACK, below(BACK, 1000)], 'several'],
    ['a card on a licence', [LICENCE, below(ID_FRONT, 1200)], 'several'],
    ['of a card beside a licence only the number was read', [LICENCE, below(ID_FRONT.slice(-1), 1200)], 'several'],
    ['a deed and a card', [PROPERTY, below(ID_FRONT, 1200)], 'several'],
    ['two licences', [LICENCE, below(LICENCE, 1200)], 'several'],
  ])('%s', (_, rows, answer) => expect(shown(...rows)).toBe(answer))

  test.each([
    ['above', BACK, below(ID_FRONT, 1000)],
    ['below', ID_FRONT, below(BACK, 1000)],
    ['beside', ID_FRONT, BACK.map(([text, x, y]): Rows[number] => [text, x + 1300, y + 200])],
  ])('the back %s: every field of both sides, none of the one in the other', (_, first, second) => {
    const { kind, side, fields, retake } = readCertificate(linesOf([...first, ...second]), SIZE)
    expect({ kind, side, retake }).toEqual({ kind: 'idCard', side: 'front', retake: null })
    expect(valuesOf(fields)).toMatchObject({
      name: '韦小红',
      address: '广西柳州市城中区文昌路18号东堤小区3栋2单元501室',
      idNumber: '450202198803120326',
      authority: '柳州市公安局城中分局',
      validity: '2018.05.06-2038.05.06',
    })
  })

  test('of two people nothing at all is read', () => {
    const { kind, fields, retake } = readCertificate(linesOf([...ID_FRONT, ...below(OTHER_PERSON, 1000)]), SIZE)
    expect({ kind, fields, retake }).toEqual({ kind: null, fields: {}, retake: 'onePaper' })
  })
})

describe('the real engine on pictures of several papers, or none', () => {
  const read = [
    ...drawAndRead(12, 'phone', [
      'copiedCard',
      'twoCards',
      'cardOnLicence',
      'foreignCard',
      'drivingLicence',
      'wall',
      'cat',
    ]),
    ...drawAndRead(13, 'clean', ['copiedCard']),
  ]
  const answers = read.map(({ paper, reading: { kind, retake } }) => ({ paper, kind, retake }))

  test('a copy of both sides is one card, its numbers right', () => {
    const copies = read.filter(({ paper }) => paper === 'copiedCard')
    expect(copies).toHaveLength(2)
    for (const { truth, reading } of copies) {
      expect({ kind: reading.kind, retake: reading.retake }).toEqual({ kind: 'idCard', retake: null })
      for (const key of ['name', 'idNumber', 'authority', 'validity'] as const)
        expect(reading.fields[key]?.value).toBe(truth.fields[key])
    }
  })

  test('two papers: one at a time, please; a wall, a cat and papers of no use here: which paper it should be', () => {
    const hint = { twoCards: 'onePaper', cardOnLicence: 'onePaper', drivingLicence: 'unaccepted' } as Record<
      string,
      string
    >
    const others = answers.filter(({ paper }) => paper !== 'copiedCard')
    expect(others).toEqual(others.map(({ paper }) => ({ paper, kind: null, retake: hint[paper] ?? 'otherPaper' })))
    for (const { paper, reading, untold } of read) {
      if (paper !== 'copiedCard')
        expect([reading.fields, untold.fields, untold.retake]).toEqual([{}, {}, reading.retake])
    }
  })
})
