import { readCertificate, UNSURE } from '@shared/certificates/readCertificate'
import type { TextLine } from '@shared/certificates/types'
import fc from '../support/fastCheck'
import { linesOf } from './support/linesOf'
import { ID_FRONT, LICENCE, PROPERTY } from './support/sampleLines'
import { valuesOf } from './support/valuesOf'

/** How papers really lie and how engines really cut their lines: nothing here depends on the engine. */

const SIZE = { width: 2000, height: 1400 }
type Row = [string, number, number, number?]
const read = (lines: TextLine[]) => readCertificate(lines, SIZE, undefined, '2026-11-24')
const valuesIn = (rows: readonly Row[]) => valuesOf(read(linesOf([...rows])).fields)
const without = (rows: readonly Row[], ...texts: string[]) => rows.filter(([text]) => !texts.includes(text))

/** A line cut at a share of its length, both parts in place. */
function cutAt({ text, quad: [a, b, c, d], ...rest }: TextLine, share: number): TextLine[] {
  const at = Math.round(text.length * share)
  if (at === 0 || at === text.length) return [{ text, quad: [a, b, c, d], ...rest }]
  const x = (p: readonly [number, number], q: readonly [number, number]): [number, number] => [
    p[0] + ((q[0] - p[0]) * at) / text.length,
    p[1] + ((q[1] - p[1]) * at) / text.length,
  ]
  const [top, bottom] = [x(a, b), x(d, c)]
  return [
    { ...rest, text: text.slice(0, at), quad: [a, top, bottom, d] },
    { ...rest, text: text.slice(at), quad: [top, b, c, bottom] },
  ]
}

test.each<[string, readonly Row[]]>([
  ['card', ID_FRONT],
  ['licence', LICENCE],
  ['deed', PROPERTY],
])('a %s reads the same wherever an engine cuts its lines', (_, rows) => {
  const lines = linesOf([...rows])
  const whole = valuesOf(read(lines).fields)
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: lines.length, maxLength: lines.length }),
      (shares) => {
        const cut = lines.flatMap((line, index) => (line.text.length < 5 ? [line] : cutAt(line, shares[index]!)))
        expect(valuesOf(read(cut).fields)).toEqual(whole)
      },
    ),
    { numRuns: 60 },
  )
})

describe('an open booklet', () => {
  const NOTES: Row[] = [
    ['附', 1500, 100],
    ['记', 1640, 100],
    ['业务号:25630922638', 1300, 220],
    ['权利人:周文德,证件号略', 1300, 300],
    ['共有人:周文德,共同共有。', 1300, 400],
    ['该证由原房屋所有权证换发。', 1300, 480],
  ]

  test('what its other page says is no part of the table', () => {
    expect(valuesIn([...PROPERTY, ...NOTES])).toEqual(valuesIn(PROPERTY))
  })

  test('where the owner was not read, the note beside is not taken for it', () => {
    expect(valuesIn([...without(PROPERTY, '韦小红'), ...NOTES])).not.toHaveProperty('owner')
  })
})

describe('labels set wide', () => {
  test('the first character alone begins the column, and is the label', () => {
    const rows: Row[] = without(LICENCE, '名　　称', '类　　型')
    expect(valuesIn([...rows, ['名', 200, 400], ['类', 200, 500]])).toMatchObject({
      name: '柳州市龙潭机械制造有限公司',
      type: '有限责任公司(自然人投资或控股)',
    })
  })

  test('the last character alone ends it', () => {
    const rows: Row[] = without(PROPERTY, '坐', '落', '用', '途')
    expect(valuesIn([...rows, ['落', 260, 400], ['途', 260, 800]])).toEqual(valuesIn(PROPERTY))
  })

  test('the last character of a label reported once more does not begin the value', () => {
    const sole = LICENCE.map(([text, x, y]): Row => [text === '法定代表人' ? '经营者' : text, x, y])
    expect(valuesIn([...sole, ['者', 270, 602]])).toMatchObject({ legalPerson: '李建国' })
  })
})

describe('a licence whose type has lost its label', () => {
  const close = without(LICENCE, '类　　型', '有限责任公司（自然人投资或控股）')

  test.each(['有限责任公司(自然人投资或控股)', '个体工商户'])('%s ends the name above it', (type) => {
    expect(valuesIn([...close, [type, 420, 460]])).toEqual({ ...valuesIn(LICENCE), type })
  })

  test('the second line of a name is no type', () => {
    const name = { name: '柳州市龙潭机械制造有限公司鱼峰分公司' }
    expect(valuesIn([...close, ['鱼峰分公司', 420, 460]])).toMatchObject(name)
  })
})

test('a card in two languages: the small words of Zhuang are no values', () => {
  const zhuang: Row[] = [
    ['Mingzcoh', 250, 320],
    ['Singqbied', 250, 420],
    ['Minzcuz', 560, 421],
    ['Seng', 250, 520],
    ['Diegyouq', 250, 632],
    ['GunghminzSonhfwnHaumaj', 240, 925],
  ]
  expect(valuesIn([...ID_FRONT, ...zhuang])).toEqual(valuesIn(ID_FRONT))
})

describe('a passport', () => {
  const PAGE: Row[] = [
    ['护照', 100, 100],
    ['PASSPORT', 100, 160],
    ['护照号码/PassportNo.', 1300, 160],
    ['G78015131', 1300, 210],
    ['姓名/Name', 600, 260],
    ['苏胜宇', 600, 310],
    ['SU,SHENGYU', 600, 370],
    ['国籍/Nationality', 900, 430],
    ['出生日期/Dateofbirth', 1300, 430],
  ]
  const SECOND: Row = ['G780151316CHN6307033F3211223WNRVLWNFGVPBTM61', 100, 1200, 0.9]

  test('its second line alone proves number and days; the name stands in characters above', () => {
    const { kind, fields, retake } = read(linesOf([...PAGE, ['<<GG<<<<<<<<<<<<', 100, 1100], SECOND]))
    expect({ kind, retake }).toEqual({ kind: 'passport', retake: null })
    expect(valuesOf(fields)).toEqual({
      name: '苏胜宇',
      documentNumber: 'G78015131',
      birth: '1963-07-03',
      validity: '2032-11-22',
      sex: '女',
    })
  })

  test('without the zone it is a passport all the same, whose number nothing proves: once more, please', () => {
    const { kind, fields, retake } = read(linesOf(PAGE))
    expect({ kind, number: fields.documentNumber }).toMatchObject({
      kind: 'passport',
      number: { value: 'G78015131', check: 'none' },
    })
    expect(retake).not.toBeNull()
  })

  test('a line of letters and digits with one right digit by chance is no zone', () => {
    expect(read(linesOf([['G780151310CHN6307033F3211229', 100, 1200]])).kind).toBeNull()
  })
})

test('two characters read in the room of three are doubted', () => {
  const lines = linesOf([...LICENCE]).map((line) =>
    line.text === '李建国' ? { ...line, text: '建国', score: 0.98 } : { ...line, score: 0.99 },
  )
  expect(read(lines).fields.legalPerson?.confidence).toBeLessThan(UNSURE)
})
