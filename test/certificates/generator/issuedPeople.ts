import { zoneCheckDigit } from '../../../shared/certificates/machineZone'
import type { Drawn } from './generate'
import type { Random } from './random'
import { pickFace, type Ruled, ruledGrid } from './ruledGrid'
import { box, broken, type Ink, sheet, waves, write, writeLines } from './sheet'
import { authority, person, validity } from './truth'

/** Papers of people set as their issuers set them; `cards.ts` and `rarePapers.ts` draw the same papers more simply. */

/** What a label is called in Zhuang: cards issued in Guangxi print it small beside the Chinese. */
const ZHUANG = { name: 'Mingzcoh', sex: 'Singqbied', ethnicity: 'Minzcuz', birth: 'Seng', address: 'Dieg youq' }

const photograph = (x: number, y: number, width: number, height: number): string =>
  `${box(x, y, width, height, 'fill="#dfe6ea"')}<circle cx="${x + width / 2}" cy="${y + height * 0.38}" r="${width * 0.24}" fill="#7d675b"/><rect x="${x + width * 0.12}" y="${y + height * 0.66}" width="${width * 0.76}" height="${height * 0.34}" fill="#39434f"/>`

/** 居民身份证 of Guangxi: labels in two languages, set close or wide, the number in narrow figures. */
export function guangxiCard(random: Random): Drawn {
  const fields = person(random)
  const [year, month, day] = fields.birth.split('-').map(Number)
  const blue = random.pick(['#4787b8', '#2f6fa6', '#5f94bd'])
  const label: Ink = { size: random.between(20, 24), fill: blue, spacing: random.between(0, 8) }
  const zhuang: Ink = { size: 12, fill: blue }
  const black: Ink = { size: random.between(26, 29), spacing: random.between(1, 4), weight: random.pick([400, 700]) }
  const left = 62 + random.between(-8, 8)
  const column = left + random.between(96, 112)
  const lean = random.between(-3, 3)
  const named = (x: number, y: number, text: string, other: string) =>
    write(x, y, text, label) + write(x, y + 18, other, zhuang)
  return {
    kind: 'idCard',
    side: 'front',
    fields,
    sheet: sheet(856, 540, random.pick(['#e7eff2', '#f3f1ea', '#dde9ee']), [
      waves(random, 856, 540, '#bcd3df'),
      named(left, 84, '姓名', ZHUANG.name),
      write(column, 86 + lean, fields.name, { ...black, size: black.size + 5, spacing: 6 }),
      named(left, 148, '性别', ZHUANG.sex),
      write(column, 149 + lean, fields.sex, black),
      named(column + 112, 148, '民族', ZHUANG.ethnicity),
      write(column + 204, 149 + lean, fields.ethnicity, black),
      named(left, 214, '出生', ZHUANG.birth),
      write(column, 215 + lean, String(year), black),
      write(column + 82, 214, '年', label),
      write(column + 118, 215 + lean, String(month), black),
      write(column + 162, 214, '月', label),
      write(column + 196, 215 + lean, String(day), black),
      write(column + 240, 214, '日', label),
      named(left, 282, '住址', ZHUANG.address),
      writeLines(column, 283 + lean, random.between(38, 46), broken(fields.address, random.int(10, 12)), black),
      write(left, 478, '公民身份号码', { ...label, spacing: 1 }),
      write(left, 498, 'Gunghminz Sonhfwn Haumaj', zhuang),
      write(left + 220, 482, fields.idNumber, {
        size: 34,
        spacing: random.between(4, 8),
        weight: random.pick([400, 700]),
      }),
      photograph(556, 64, 226, 296),
    ]),
  }
}

const dayText = (day: string) => day.replace(/(\d+)-(\d+)-(\d+)/, '$1年$2月$3日')

/** 户口簿, a member's page: labels in two columns, the long ones on two lines. */
export function householdPage(random: Random): Drawn {
  const { address: _, ...fields } = person(random)
  const rows: Ruled[][] = [
    [
      { label: ['姓  名'], text: fields.name },
      { label: ['户主或与', '户主关系'], text: random.pick(['户主', '妻', '长子', '次女']) },
    ],
    [
      { label: ['曾用名'], text: '' },
      { label: ['性  别'], text: fields.sex },
    ],
    [
      { label: ['出生地'], text: '广西柳州市' },
      { label: ['民  族'], text: fields.ethnicity + (random.chance(0.5) ? '族' : '') },
    ],
    [
      { label: ['籍  贯'], text: random.pick(['广西柳江县', '湖南省衡阳县', '广西柳州市']) },
      { label: ['出生日期'], text: dayText(fields.birth) },
    ],
    [
      { label: ['本市(县)', '其他住址'], text: '' },
      { label: ['宗教信仰'], text: '' },
    ],
    [
      { label: ['公民身份', '证件编号'], text: fields.idNumber, width: 1.7 },
      { label: ['身  高'], text: random.pick(['165', '']), width: 0.6 },
      { label: ['血  型'], text: '', width: 0.6 },
    ],
    [
      { label: ['文化程度'], text: random.pick(['高中', '初中毕业', '大学本科']) },
      { label: ['婚姻状况'], text: random.pick(['已婚', '未婚']), width: 0.6 },
      { label: ['兵役状况'], text: '未服兵役', width: 0.6 },
    ],
    [
      { label: ['服务处所'], text: '柳州市粮农' },
      { label: ['职  业'], text: '粮农' },
    ],
    [{ label: ['何时由何地', '迁来本市(县)'], text: random.pick(['久居', '2009年03月由湖南省迁入']) }],
    [{ label: ['何时由何地', '迁来本址'], text: random.pick(['久居', '']) }],
  ]
  return {
    kind: 'householdRegister',
    fields,
    sheet: sheet(1000, 720, random.pick(['#f5f3ea', '#f1f4f0']), [
      waves(random, 1000, 720, '#dfe6d8'),
      write(500, 62, '常住人口登记卡', { size: 34, spacing: 10, anchor: 'middle', family: pickFace(random) }),
      ruledGrid(random, { x: 50, y: 90, width: 900, rows, least: 54, labelWidth: 118 }),
      write(90, 690, '承办人签章：', { size: 20 }),
      write(560, 690, '登记日期：2016年 5月 9日', { size: 20 }),
    ]),
  }
}

const PINYIN = ['WEI<<XIAOHONG', 'QIN<<JIANGUO', 'HUANG<<LIPING', 'LIANG<<ZHIQIANG', 'MO<<GUIFANG', 'OUYANG<<MINGYUAN']
const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** 护照: every label in two languages, and a second line of the zone whose personal part is filled, as China fills it. */
export function passportPage(random: Random): Drawn {
  const { name, birth, sex } = person(random)
  const documentNumber = random.pick(['E', 'G', 'EA', 'EJ']) + random.digits(8)
  const number = documentNumber.slice(0, 9)
  const year = random.int(27, 35)
  const validity = `20${year}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`
  const short = (day: string) => day.slice(2).replaceAll('-', '')
  const checked = (text: string) => text + zoneCheckDigit(text)
  const personal = random.chance(0.6) ? Array.from({ length: 14 }, () => random.pick(LETTERS)).join('') : '<'.repeat(14)
  const latin = random.pick(PINYIN)
  const first = `P${random.chance(0.8) ? '<' : 'O'}CHN${latin}`
  const head = `${checked(number)}CHN${checked(short(birth))}${sex === '男' ? 'M' : 'F'}${checked(short(validity))}`
  const second = `${head}${checked(personal)}${random.int(0, 9)}`
  const zone: Ink = {
    size: 31,
    family: random.pick(['Noto Serif SC', 'Noto Sans SC']),
    weight: random.pick([400, 700]),
  }
  const fixed = (text: string, y: number) =>
    [...text.padEnd(44, '<')]
      .map((character, index) => write(42 + index * 21.2, y, character, { ...zone, anchor: 'middle' }))
      .join('')
  const small: Ink = { size: 15, fill: '#51616e' }
  const value: Ink = { size: 24, family: pickFace(random) }
  const printed = (x: number, y: number, label: string, text: string) =>
    write(x, y, label, small) + write(x, y + 28, text, value)
  const shown = (day: string) =>
    `${day.slice(8)} ${Number(day.slice(5, 7))}月/${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
  return {
    kind: 'passport',
    fields: { name, documentNumber: number, birth, validity, sex },
    sheet: sheet(1000, 700, random.pick(['#eef1f4', '#f2efe6']), [
      waves(random, 1000, 700, '#cfdbe4'),
      write(60, 60, '护 照', { size: 32, weight: 700 }),
      write(60, 88, 'PASSPORT', { size: 18 }),
      write(300, 52, '中华人民共和国', { size: 24, spacing: 6 }),
      write(560, 52, "PEOPLE'S REPUBLIC OF CHINA", { size: 18 }),
      photograph(50, 130, 220, 290),
      printed(300, 96, '类型/Type', 'P'),
      printed(430, 96, '国家码/Country Code', 'CHN'),
      printed(680, 96, '护照号码/Passport No.', number),
      write(300, 160, '姓名/Name', small),
      write(300, 190, name, { ...value, size: 28 }),
      write(300, 220, latin.replace('<<', ', '), value),
      printed(300, 252, '性别/Sex', `${sex}/${sex === '男' ? 'M' : 'F'}`),
      printed(460, 252, '国籍/Nationality', '中国/CHINESE'),
      printed(700, 252, '出生日期/Date of birth', shown(birth)),
      printed(300, 316, '出生地点/Place of birth', '广西/GUANGXI'),
      printed(700, 316, '签发日期/Date of issue', shown('2018-03-20')),
      printed(300, 380, '签发地点/Place of issue', '广西/GUANGXI'),
      printed(700, 380, '有效期至/Date of expiry', shown(validity)),
      printed(300, 444, '签发机关/Authority', '公安部出入境管理局'),
      fixed(first, 600),
      fixed(second, 655),
    ]),
  }
}

/** 军官证, opened: the photograph, number and issuer on the left page, the person on the right. */
export function militaryBooklet(random: Random): Drawn {
  const { name, sex, ethnicity, birth } = person(random)
  const documentNumber = `${random.pick(['军', '士', '政', '参'])}字第${random.digits(7)}号`
  const label: Ink = { size: random.between(20, 23), family: pickFace(random) }
  const value: Ink = { size: random.between(22, 25), family: pickFace(random) }
  const wide = random.pick(['　　', '　', ' '])
  const pair = (text: string) => [...text].join(wide)
  const rows: [string, string][] = [
    [pair('姓名'), name],
    ['出生年月', `${birth.slice(0, 4)}年${Number(birth.slice(5, 7))}月`],
    [pair('性别'), sex],
    [pair('民族'), ethnicity + (random.chance(0.5) ? '族' : '')],
    [pair('籍贯'), '广西柳州'],
    [pair('部别'), random.pick(['某部队', '柳州军分区'])],
    [pair('职务'), random.pick(['助理员', '参谋', '连长'])],
    [pair('衔级'), random.pick(['中尉', '少校', '上尉'])],
  ]
  const leading = random.between(56, 64)
  return {
    kind: 'militaryId',
    fields: { documentNumber, name, sex, ethnicity },
    sheet: sheet(1040, 720, '#f4efe2', [
      waves(random, 1040, 720, '#e2d6bb'),
      box(519, 0, 2, 720, 'fill="#c9bda3"'),
      write(260, 76, random.pick(['军官证', '中国人民解放军军官证']), {
        ...label,
        size: 34,
        anchor: 'middle',
        weight: 700,
      }),
      photograph(170, 110, 180, 240),
      write(260, 410, `编号　${documentNumber}`, { ...value, anchor: 'middle' }),
      write(90, 480, '发证机关', label),
      write(210, 480, '柳州军分区政治部', value),
      write(90, 540, '发证日期', label),
      write(210, 540, '2019年7月1日', value),
      write(90, 600, '有效期至', label),
      write(210, 600, '2027年7月', value),
      ...rows.map(
        ([name_, text], index) =>
          write(580, 130 + index * leading, name_, label) + write(720, 130 + index * leading, text, value),
      ),
    ]),
  }
}

/** 居民身份证 of Guangxi, the emblem's side, in two languages. */
export function guangxiBack(random: Random): Drawn {
  const fields = { authority: authority(random), validity: validity(random) }
  const label: Ink = { size: 23, weight: 700, spacing: random.between(0, 4) }
  const zhuang: Ink = { size: 13 }
  return {
    kind: 'idCard',
    side: 'back',
    fields,
    sheet: sheet(856, 540, random.pick(['#efece6', '#e8ecec']), [
      waves(random, 856, 540, '#d9cdc2'),
      '<circle cx="122" cy="124" r="64" fill="#b73a34"/><circle cx="122" cy="124" r="36" fill="#d8b24a"/>',
      write(244, 92, '中华人民共和国', { size: 42, spacing: random.between(6, 14) }),
      write(300, 120, 'Cunghvaz Yinzminz Gunghozgoz', { size: 18 }),
      write(262, 188, '居民身份证', { size: 60, spacing: random.between(14, 26), weight: 700 }),
      write(330, 220, 'Gihminz Sonhfwncwng', { size: 18 }),
      write(168, 404, '签发机关', label),
      write(168, 424, 'Gihgvanh cenjfat', zhuang),
      write(322, 405, fields.authority, { size: 27 }),
      write(168, 466, '有效期限', label),
      write(168, 486, 'Geizhanh mizyauq', zhuang),
      write(322, 467, fields.validity, { size: 27, spacing: 1 }),
    ]),
  }
}
