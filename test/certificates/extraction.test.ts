import { readCertificate, UNSURE } from '@shared/certificates/readCertificate'
import { certificateReading, type FieldKey, type TextLine } from '@shared/certificates/types'
import fc from '../support/fastCheck'
import { linesOf, transformed } from './support/linesOf'
import { ID_FRONT, LICENCE, PROPERTY } from './support/sampleLines'

const SIZE = { width: 1600, height: 1200 }

const valuesOf = (lines: TextLine[], size = SIZE) => {
  const { kind, side, fields, retake } = readCertificate(lines, size)
  const values = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.value]))
  return { kind, side, retake, values: values as Partial<Record<FieldKey, string>> }
}

const replaced = (rows: [string, number, number, number?][], changes: Record<string, string | null>) =>
  rows.flatMap(([text, ...rest]): [string, number, number, number?][] => {
    const change = changes[text]
    return change === null ? [] : [[change ?? text, ...rest]]
  })

describe('identity card', () => {
  const truth = {
    name: '韦小红',
    sex: '女',
    ethnicity: '壮',
    birth: '1988-03-12',
    address: '广西柳州市城中区文昌路18号东堤小区3栋2单元501室',
    idNumber: '450202198803120326',
  }

  test('fields by layout, an address over three lines', () => {
    const lines = linesOf(ID_FRONT)
    expect(valuesOf(lines)).toEqual({ kind: 'idCard', side: 'front', retake: null, values: truth })
    expect(certificateReading.safeParse(readCertificate(lines, SIZE)).success).toBe(true)
  })

  test('WeChat gives no scores: no confidence is invented and a valid number is accepted', () => {
    const { fields, retake } = readCertificate(linesOf(ID_FRONT.map(([text, x, y]) => [text, x, y])), SIZE)
    expect(retake).toBeNull()
    expect(fields.idNumber).not.toHaveProperty('confidence')
  })

  test.each([
    ['labels spaced by the engine', { 姓名: '姓 名', 性别: '性 别', 民族: '民 族' }],
    [
      'labels and values in one line',
      { 姓名: '姓名韦小红', 韦小红: null, 性别: '性别女民族壮', 女: null, 民族: null, 壮: null },
    ],
    ['one character of a long label misread', { 公民身份号码: '公民身份号吗' }],
    ['a small x and full-width digits', { '450202198803120326': '４５０２０２１９８８０３１２０３２６' }],
    ['a letter for a digit', { '450202198803120326': '45O202198803120326' }],
  ])('%s', (_, changes) => {
    expect(valuesOf(linesOf(replaced(ID_FRONT, changes))).values).toEqual(truth)
  })

  test('a label the detector split in two', () => {
    const rows = ID_FRONT.flatMap((row): typeof ID_FRONT =>
      row[0] === '姓名'
        ? [
            ['姓', 250, 280],
            ['名', 320, 280],
          ]
        : [row],
    )
    expect(valuesOf(linesOf(rows)).values).toEqual(truth)
  })

  test('sex and birth come from a valid number, and say so where the card was read otherwise', () => {
    const { fields } = readCertificate(
      linesOf(replaced(ID_FRONT, { 女: '男', '1988年3月12日': '1938年3月12日' })),
      SIZE,
    )
    expect(fields.sex).toMatchObject({ value: '女', check: 'ok', snapped: true })
    expect(fields.birth).toMatchObject({ value: '1988-03-12', check: 'ok', snapped: true })
  })

  test('a wrong number fails its check and asks for another picture', () => {
    const { fields, retake } = readCertificate(
      linesOf(replaced(ID_FRONT, { '450202198803120326': '450202198803120328' })),
      SIZE,
    )
    expect(fields.idNumber).toMatchObject({ value: '450202198803120328', check: 'fail' })
    expect(retake).toBe('light')
  })

  test('low scores ask for another picture even when the number passes', () => {
    expect(readCertificate(linesOf(ID_FRONT.map(([text, x, y]) => [text, x, y, 0.85])), SIZE).retake).toBe('light')
  })

  test('a character lost from a name leaves a gap: the name is marked unsure whatever its score', () => {
    const lines = linesOf(ID_FRONT)
    const name = lines.find(({ text }) => text === '韦小红')!
    const { fields } = readCertificate(
      lines.map((line) => (line === name ? { ...line, text: '韦红', score: 0.998 } : line)),
      SIZE,
    )
    expect(fields.name).toMatchObject({ value: '韦红' })
    expect(fields.name!.confidence).toBeLessThan(UNSURE)
    expect(readCertificate(lines, SIZE).fields.name!.confidence).toBeGreaterThan(UNSURE)
  })

  test('misread ethnicity, city and district are put right and marked', () => {
    const rows = replaced(ID_FRONT, { 壮: '仡姥', 广西柳州市城中区文昌路: '广西柳州市域中区文昌路' })
    const { fields } = readCertificate(linesOf(rows), SIZE)
    expect(fields.ethnicity).toMatchObject({ value: '仡佬', check: 'ok', snapped: true })
    expect(fields.address).toMatchObject({ value: truth.address, check: 'ok', snapped: true })
  })

  test('no ethnic group: shown as read, failing', () => {
    const { fields } = readCertificate(linesOf(replaced(ID_FRONT, { 壮: '并' })), SIZE)
    expect(fields.ethnicity).toMatchObject({ value: '并', check: 'fail' })
  })

  test.each([
    ['2018.05.06-2038.05.06', '2018.05.06-2038.05.06', 'ok'],
    ['2018.05.06一长期', '2018.05.06一长期', 'fail'],
    ['2018.05.06-长期', '2018.05.06-长期', 'ok'],
    ['2018.05.06-2037.05.06', '2018.05.06-2037.05.06', 'fail'],
    ['20180506-20280506', '2018.05.06-2028.05.06', 'ok'],
  ])('back, valid %s', (read, value, check) => {
    const lines = linesOf([
      ['中华人民共和国', 550, 300],
      ['居民身份证', 580, 430],
      ['签发机关', 420, 800],
      ['柳州市公安局城中分局', 650, 800],
      ['有效期限', 420, 890],
      [read, 650, 890],
    ])
    const { kind, side, fields } = readCertificate(lines, SIZE)
    expect({ kind, side }).toEqual({ kind: 'idCard', side: 'back' })
    expect(fields.authority?.value).toBe('柳州市公安局城中分局')
    expect(fields.validity).toMatchObject({ value, check })
  })
})

describe('business licence', () => {
  test('two columns, spaced labels, an address over two lines', () => {
    expect(valuesOf(linesOf(LICENCE))).toMatchObject({
      kind: 'businessLicence',
      retake: null,
      values: {
        name: '柳州市龙潭机械制造有限公司',
        creditCode: '91450200MA5N8W4R6K',
        type: '有限责任公司(自然人投资或控股)',
        legalPerson: '李建国',
        address: '柳州市柳南区河西工业园区兴和路6号',
      },
    })
  })

  test('the code is found with letters its alphabet leaves out, and marked', () => {
    const { fields } = readCertificate(linesOf(replaced(LICENCE, { '91450200MA5N8W4R6K': '9145O2OOMA5N8W4R6K' })), SIZE)
    expect(fields.creditCode).toMatchObject({ value: '91450200MA5N8W4R6K', check: 'ok', snapped: true })
  })

  test.each<[string, Record<string, string>, string, boolean | undefined]>([
    ['is of the city its code was issued in', {}, '柳州市龙潭机械制造有限公司', true],
    [
      'is left where the code does not check',
      { '91450200MA5N8W4R6K': '91450200MA5N8W4R6J' },
      '郴州市龙潭机械制造有限公司',
      undefined,
    ],
  ])('a name that begins with what looks like 柳州 %s', (_, code, value, snapped) => {
    const rows = replaced(LICENCE, { ...code, 柳州市龙潭机械制造有限公司: '郴州市龙潭机械制造有限公司' })
    const { name } = readCertificate(linesOf(rows), SIZE).fields
    expect([name?.value, name?.snapped]).toEqual([value, snapped])
  })

  test('a branch names the city of its company', () => {
    const rows = replaced(LICENCE, { 柳州市龙潭机械制造有限公司: '郴州龙潭机械制造有限公司柳州分公司' })
    const { name } = readCertificate(linesOf(rows), SIZE).fields
    expect([name?.value, name?.snapped]).toEqual(['郴州龙潭机械制造有限公司柳州分公司', undefined])
  })

  test('the legal form at the end of a name is put right', () => {
    const rows = replaced(LICENCE, { 柳州市龙潭机械制造有限公司: '柳州市龙潭机械制造有限公可' })
    expect(readCertificate(linesOf(rows), SIZE).fields.name).toMatchObject({
      value: '柳州市龙潭机械制造有限公司',
      snapped: true,
    })
  })
})

describe('property certificate', () => {
  const values = {
    owner: '韦小红',
    certificateNumber: '桂(2021)柳州市不动产权第0012345号',
    location: '柳州市城中区文昌路18号东堤小区3栋2单元501室',
    usage: '城镇住宅用地/住宅',
  }

  test('split labels, values centred beside them over two lines', () => {
    expect(valuesOf(linesOf(PROPERTY))).toEqual({ kind: 'propertyCertificate', side: undefined, retake: null, values })
  })

  test('a label nobody read stands between its printed neighbours', () => {
    expect(valuesOf(linesOf(replaced(PROPERTY, { 坐: null, 落: null, 途: null }))).values).toEqual(values)
  })

  test.each([
    ['桂2021柳州市不动产权第0012345号', false],
    ['桂（2021）柳州市不动产权第:0012345号', false],
    ['桂（2021）样州市不动产权第0012345号', true],
    ['桂(2021)柳州市不动产权第OO12345号', true],
  ])('%s is put into its grammar, and marked where more than its brackets changed', (read, marked) => {
    const { fields } = readCertificate(linesOf(replaced(PROPERTY, { '桂(2021)柳州市不动产权第0012345号': read })), SIZE)
    expect(fields.certificateNumber).toMatchObject({ value: values.certificateNumber, check: 'ok' })
    expect(fields.certificateNumber?.snapped ?? false).toBe(marked)
  })

  test.each(['桂(2021)梧州市不动产权第0012345号', '桂(2021)柳州市不动产权第012345号'])(
    '%s is left as it is',
    (read) => {
      const { fields } = readCertificate(
        linesOf(replaced(PROPERTY, { '桂(2021)柳州市不动产权第0012345号': read })),
        SIZE,
      )
      expect(fields.certificateNumber?.value).toBe(read)
      expect(fields.certificateNumber).not.toHaveProperty('snapped')
    },
  )
})

describe('any picture of a paper', () => {
  const papers = fc.constantFrom(linesOf(ID_FRONT), linesOf(LICENCE), linesOf(PROPERTY))

  test('what is read does not depend on where, how large, how turned and in what order the lines come', () => {
    fc.assert(
      fc.property(
        papers.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
        fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        fc.integer({ min: -2000, max: 2000 }),
        fc.integer({ min: -2000, max: 2000 }),
        ([lines, shuffled], angle, scale, dx, dy) => {
          const size = { width: SIZE.width * scale, height: SIZE.height * scale }
          expect(valuesOf(transformed(shuffled, angle, scale, dx, dy), size)).toEqual(valuesOf(lines))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('any lines at all give a reading of the agreed shape', () => {
    const number = fc.double({ min: -5000, max: 5000, noNaN: true })
    const point = fc.tuple(number, number)
    const line = fc.record({
      text: fc.oneof(
        fc.string(),
        fc.constantFrom('姓名', '坐', '名称', '450202198803120326', '不动产权', '民族', '营业执照'),
      ),
      quad: fc.tuple(point, point, point, point),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const reading = readCertificate(lines, SIZE)
        expect(certificateReading.safeParse(reading).error).toBeUndefined()
        expect(reading.kind !== null || reading.retake !== null).toBe(true)
      }),
    )
  })

  test('no text is no paper, unless one was asked for', () => {
    expect(readCertificate([], SIZE)).toEqual({ kind: null, fields: {}, quality: 0, retake: 'otherPaper' })
    expect(readCertificate([], SIZE, 'idCard').retake).toBe('light')
  })

  test('a number read poorly is a poor picture of a paper; a few strokes taken for letters are none', () => {
    const hintFor = (text: string) => readCertificate(linesOf([[text, 300, 300, 0.7]]), SIZE).retake
    expect(hintFor('450707196803120')).toBe('light')
    expect(hintFor('CE')).toBe('otherPaper')
  })

  test('too small → closer, seen from the side → flat', () => {
    const wrong = linesOf(replaced(ID_FRONT, { '450202198803120326': '450202198803120328' }))
    expect(readCertificate(transformed(wrong, 0, 0.3, 0, 0), SIZE).retake).toBe('closer')
    const sheared = wrong.map((line, place) => ({ ...line, quad: transformed([line], 0.025 * place, 1, 0, 0)[0].quad }))
    expect(readCertificate(sheared, SIZE).retake).toBe('flat')
  })
})
