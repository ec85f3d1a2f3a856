import { idBack, idFront } from './cards'
import type { Drawn } from './generate'
import { licenceWithCode } from './issuedLicences'
import { guangxiBack, guangxiCard } from './issuedPeople'
import type { Random } from './random'
import { box, type Sheet, sheet, write } from './sheet'
import { person } from './truth'

/** Pictures that show more than one paper, or none. `kind` null: nothing may be read off them. */
export type Scene = Omit<Drawn, 'kind'> & { kind: Drawn['kind'] | null }

/** A sheet laid on another, its left upper corner at (x, y), `width` wide. */
const laid = ({ svg, width: w, height: h }: Sheet, x: number, y: number, width: number): string =>
  svg.replace('<svg ', `<svg x="${x}" y="${y}" width="${width}" height="${(width * h) / w}" `)

/** What a copier makes of it: grey, its contrast raised. */
const photocopied = (parts: readonly string[]): string =>
  `<filter id="copy"><feColorMatrix type="saturate" values="0"/><feComponentTransfer><feFuncR type="linear" slope="1.5" intercept="-0.3"/><feFuncG type="linear" slope="1.5" intercept="-0.3"/><feFuncB type="linear" slope="1.5" intercept="-0.3"/></feComponentTransfer></filter><g filter="url(#copy)">${parts.join('')}</g>`

const card = (random: Random) => {
  const fields = person(random)
  return { fields, sheet: idFront(random, fields) }
}

function travelPaper(random: Random, title: string): Scene {
  const { name, sex, birth } = person(random)
  const rows: [string, string][] = [
    ['姓名', name],
    ['性别', sex],
    ['出生日期', birth.replaceAll('-', '.')],
    ['有效期限', '2022.03.06-2032.03.05'],
    ['签发机关', '公安部出入境管理局'],
    ['证件号码', `H${random.digits(8)}`],
  ]
  return {
    kind: null,
    fields: {},
    sheet: sheet(856, 540, '#e6eef0', [
      write(428, 70, title, { size: 36, weight: 700, anchor: 'middle' }),
      ...rows.map(([label, value], index) =>
        [write(60, 150 + index * 62, label, { size: 22 }), write(230, 150 + index * 62, value, { size: 26 })].join(''),
      ),
    ]),
  }
}

export const SCENES: Record<string, (random: Random) => Scene> = {
  /** 复印件: both sides of one card on one sheet, the one above the other or beside it. */
  copiedCard: (random) => {
    const front = random.chance(0.5) ? card(random) : guangxiCard(random)
    const back = random.chance(0.5) ? idBack(random) : guangxiBack(random)
    const stacked = random.chance(0.5)
    const parts = stacked
      ? [laid(front.sheet, 190, 90, 820), laid(back.sheet, 190 + random.int(-20, 20), 760, 820)]
      : [laid(front.sheet, 40, 240, 700), laid(back.sheet, 780, 240 + random.int(-20, 20), 700)]
    return {
      kind: 'idCard',
      side: 'front',
      fields: { ...front.fields, ...back.fields },
      sheet: stacked
        ? sheet(1200, 1400, '#f4f4f2', [photocopied(parts)])
        : sheet(1520, 940, '#f4f4f2', [photocopied(parts)]),
    }
  },
  /** Two people's cards side by side, and one's front with another's back would not be known from one person's. */
  twoCards: (random) => ({
    kind: null,
    fields: {},
    sheet: sheet(1200, 1400, '#7d6a55', [
      laid(card(random).sheet, 190, 90, 820),
      laid(guangxiCard(random).sheet, 190, 760, 820),
    ]),
  }),
  cardOnLicence: (random) => ({
    kind: null,
    fields: {},
    sheet: sheet(1300, 1640, '#5b6470', [
      laid(licenceWithCode(random).sheet, 40, 40, 1220),
      laid(card(random).sheet, 300, 980, 820),
    ]),
  }),
  /** A card of another country, with a number and labels of its own. */
  foreignCard: (random) => ({
    kind: null,
    fields: {},
    sheet: sheet(856, 540, '#e9eef2', [
      write(60, 70, 'REPUBLIC OF UTOPIA', { size: 34, weight: 700 }),
      write(60, 110, 'IDENTITY CARD', { size: 26 }),
      box(60, 150, 200, 260, 'fill="#cfd6dc"'),
      write(300, 180, 'Surname', { size: 18 }),
      write(300, 212, 'NGUYEN', { size: 28 }),
      write(300, 262, 'Given names', { size: 18 }),
      write(300, 294, 'THI MAI', { size: 28 }),
      write(300, 344, 'Date of birth', { size: 18 }),
      write(300, 376, `${random.int(10, 28)}.06.1988`, { size: 28 }),
      write(300, 440, `ID ${random.digits(9)}`, { size: 30, weight: 700 }),
    ]),
  }),
  /** 驾驶证: a person's number, name and address, but no proof of identity this service takes. */
  drivingLicence: (random) => {
    const { name, sex, address, idNumber } = person(random)
    return {
      kind: null,
      fields: {},
      sheet: sheet(900, 600, '#eef0e6', [
        write(450, 70, '中华人民共和国机动车驾驶证', { size: 36, weight: 700, anchor: 'middle' }),
        write(70, 150, `证号　${idNumber}`, { size: 28 }),
        write(70, 220, `姓名　${name}`, { size: 28 }),
        write(360, 220, `性别　${sex}`, { size: 28 }),
        write(560, 220, '国籍　中国', { size: 28 }),
        write(70, 300, `住址　${address.slice(0, 20)}`, { size: 26 }),
        write(70, 400, '准驾车型　C1', { size: 28 }),
        write(70, 480, '有效期限　2018-05-06至2028-05-06', { size: 26 }),
      ]),
    }
  },
  /** 回乡证, 台胞证, 旅行证: a person's card or booklet by its name, none of which the rules take. */
  ...Object.fromEntries(
    [
      ['homeReturnPermit', '港澳居民来往内地通行证'],
      ['taiwanPermit', '台湾居民来往大陆通行证'],
      ['travelDocument', '中华人民共和国旅行证'],
    ].map(([key, title]) => [key, (random: Random): Scene => travelPaper(random, title!)]),
  ),
  wall: (random) => ({
    kind: null,
    fields: {},
    sheet: sheet(1000, 800, random.pick(['#e8e4dc', '#d5d8da']), [box(0, 560, 1000, 8, 'fill="#c9c4ba"')]),
  }),
  cat: (random) => ({
    kind: null,
    fields: {},
    sheet: sheet(1000, 800, '#8d9a7c', [
      `<ellipse cx="500" cy="520" rx="260" ry="190" fill="${random.pick(['#c98a4b', '#555', '#ddd'])}"/><circle cx="500" cy="290" r="140" fill="#c98a4b"/><path d="M380 220 L400 90 L470 170 Z M620 220 L600 90 L530 170 Z" fill="#c98a4b"/><circle cx="450" cy="280" r="20" fill="#274"/><circle cx="550" cy="280" r="20" fill="#274"/><path d="M480 340 L520 340 L500 360 Z" fill="#a55"/>`,
      ...Array.from(
        { length: 6 },
        (_, i) =>
          `<path d="M${i % 2 ? 520 : 480} 350 L${i % 2 ? 720 : 280} ${320 + i * 14}" stroke="#222" stroke-width="3"/>`,
      ),
    ]),
  }),
}
