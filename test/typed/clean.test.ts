import { clean, cleanWhileTyping, type Typed } from '@shared/typed/clean'
import { nameFault, sameName } from '@shared/typed/names'
import fc from '../support/fastCheck'

const KINDS: Typed[] = ['name', 'address', 'words', 'idNumber', 'paperNumber', 'phone', 'meter', 'amount']

describe('numbers as people paste and type them', () => {
  test.each([
    ['450202 19880312 0326', '450202198803120326'],
    [' 450202198803120326', '450202198803120326'],
    ['450202-1988-0312-0326', '450202198803120326'],
    ['４５０２０２１９８８０３１２０３２６', '450202198803120326'],
    ['\u202d450202198803120326\u202c', '450202198803120326'],
    ['\u200b450202\u00ad19880312\u20600326\ufeff', '450202198803120326'],
    ['身份证号：450202198803120326', '450202198803120326'],
    ['公民身份号码 450202 19880312 0326', '450202198803120326'],
    ['身份证450202198803120326。', '450202198803120326'],
    ['ID: 450202198803120326', '450202198803120326'],
    ...['x', 'Ｘ', '×', 'х', 'Х', 'χ', '✕', 'Ⅹ', 'ⅹ'].map((last) => [`11010119900307123${last}`, '11010119900307123X']),
    ['统一社会信用代码：91450203m0000kwx10', '91450203M0000KWX10'],
  ])('idNumber %j', (pasted, kept) => expect(clean('idNumber', pasted)).toBe(kept))

  test.each([
    ['证件号码：军字第0123456号', '军字第0123456号'],
    ['护照号码 e12345678', 'E12345678'],
    ['１２３４５６７８－ｘ', '12345678-X'],
    ['（2020）桂0202民初1234号', '(2020)桂0202民初1234号'],
  ])('paperNumber %j', (pasted, kept) => expect(clean('paperNumber', pasted)).toBe(kept))

  test.each([
    ['表号：０１２３ ４５６７', '01234567'],
    ['No. 4500-12 34', '4500-1234'],
  ])('meter %j', (pasted, kept) => expect(clean('meter', pasted)).toBe(kept))

  test('× and letters that look like X stay wrong anywhere but in the last place', () => {
    expect(clean('idNumber', '4502021988031×0326')).toBe('4502021988031×0326')
  })
})

describe('names and addresses', () => {
  test.each(['・', '•', '‧', '∙', '．', '·', ' · ', '⋅', '･', '.', '。'])('the dot %j of a name is ·', (dot) =>
    expect(clean('name', `阿布都${dot}热合曼`)).toBe('阿布都·热合曼'),
  )
  test.each([
    ['韦 小　红', '韦小红'],
    ['姓名：韦小红', '韦小红'],
    ['\u202e韦\u200d小\ufe0f红\ufeff', '韦小红'],
    ['⻙⼩红', '韦小红'],
    ['John  A. Smith', 'John A. Smith'],
    ['Jose\u0301', 'José'],
    ['柳州市韦记米粉店（个体工商户）', '柳州市韦记米粉店（个体工商户）'],
    ['Ａ公司', 'A公司'],
    ['\uf92c\ufa0c㐂𠮷', '\uf92c\ufa0c㐂𠮷'],
  ])('name %j', (typed, kept) => expect(clean('name', typed)).toBe(kept))

  test.each([
    ['地址：文昌路１０号\n２栋', '文昌路10号 2栋'],
    ['文昌路3－2号', '文昌路3-2号'],
    ['阳光城Ⅱ期，５＃楼（南）', '阳光城Ⅱ期，5#楼（南）'],
  ])('address %j', (typed, kept) => expect(clean('address', typed)).toBe(kept))

  test('words keep their lines and their marks', () => {
    expect(clean('words', ' 占地30㎡，\r\n约１０米；温度5℃\u0007\u202e ')).toBe('占地30㎡，\n约10米；温度5℃')
  })

  test('names are compared without dots, blanks and forms of characters', () => {
    expect(sameName('阿布都・热合曼', '阿布都热合曼')).toBe(true)
    expect(sameName('韦 小红', '韦小红')).toBe(true)
    expect(sameName('\uf92c某', '郎某')).toBe(true)
    expect(sameName('韦小红', '韦小虹')).toBe(false)
  })

  test.each(['', '  ', '\u3164\u3164', '\u200b\u200b\u200b', '··', '--', '韦', '⠀⠀⠀', '。。'])(
    '%j is no name',
    (name) => expect(nameFault(name)).toBe('missing'),
  )
  test.each(['𠮷田', '韦小红', 'Li', 'Владимир', '김철수', '\ue863某'])('%j is a name', (name) =>
    expect(nameFault(name)).toBeNull(),
  )
  test('a name longer than a form holds is said to be so', () => expect(nameFault('韦'.repeat(101))).toBe('tooLong'))
})

describe('whatever is typed', () => {
  const parts = [
    ...'0123456789Xx×ＸхａＡ０９ -－‑—.。·・•():：，+#转韦小红⻙⽂郎\u202d\u202c\u200b\ufeff\u00ad\ufe0f\u3164\u3000\n\t',
  ]
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(fc.constantFrom(...parts, '身份证号：', '电话:', '+86', '0086', '0772', '138'), { maxLength: 30 })
      .map((some) => some.join('')),
  )

  test.each(KINDS)('cleaning twice is cleaning once: %s', (kind) => {
    fc.assert(
      fc.property(anything, (typed) => {
        const once = clean(kind, typed)
        expect(clean(kind, once)).toBe(once)
      }),
      { numRuns: 600, seed: 20261128 },
    )
  })

  test.each(KINDS)('nothing that does not show is left: %s', (kind) => {
    fc.assert(
      fc.property(anything, (typed) => {
        expect(clean(kind, typed)).not.toMatch(/(?![\n])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u)
      }),
      { numRuns: 600, seed: 20261128 },
    )
  })

  test('every character of the categories Cf and Cc, and every other one that shows nothing, goes', () => {
    const left: string[] = []
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const character = String.fromCodePoint(code)
      if (!/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(character)) continue
      if (clean('name', `韦${character}红`) !== '韦红') left.push(code.toString(16))
    }
    expect(left).toEqual([])
  })

  test('cleaned and then cut to its places a number loses none of its digits', () => {
    const noise = fc.constantFrom('', ' ', '  ', '-', '\u202d', '\u200b', '\u00ad', '\u3000', '—', '.')
    const label = fc.constantFrom('', '身份证号：', '号码:', '身份证 ', 'No.')
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 17, maxLength: 17 })
    fc.assert(
      fc.property(
        label,
        digits,
        fc.array(noise, { minLength: 18, maxLength: 18 }),
        fc.boolean(),
        (before, number, noises, wide) => {
          const written = number.map(
            (digit, place) => noises[place] + (wide ? String.fromCharCode(0xff10 + digit) : digit),
          )
          const pasted = `${before}${written.join('')}${noises[17]}×`
          expect(clean('idNumber', pasted).slice(0, 18)).toBe(`${number.join('')}X`)
        },
      ),
      { numRuns: 600, seed: 20261128 },
    )
  })

  test('typed a key at a time it ends as when it is pasted', () => {
    const whole: [Typed, string][] = [
      ['idNumber', '45020219880312032×'],
      ['phone', '+86 138 0772 0001'],
      ['phone', '0772-2811234-801'],
      ['phone', '0755-88123456'],
      ['phone', '+852 9123 4567'],
      ['name', '阿布都.热合曼'],
      ['name', 'John A. Smith'],
      ['address', '文昌路 10 号 2 栋 301'],
      ['words', 'a b\nc'],
    ]
    for (const [kind, typed] of whole) {
      const end = [...typed].reduce((shown, key) => cleanWhileTyping(kind, shown + key), '')
      expect([kind, end]).toEqual([kind, clean(kind, typed)])
    }
  })
})
