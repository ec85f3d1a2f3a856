import type { Random } from './random'
import { box, broken, type Ink, type Sheet, sheet, waves, write, writeLines } from './sheet'
import { authority, type PersonTruth, validity } from './truth'

/** Half a person: a head and shoulders where the photograph is. */
const portrait = (x: number, y: number, width: number, height: number): string =>
  `${box(x, y, width, height, 'fill="#cfd6dc"')}<ellipse cx="${x + width / 2}" cy="${y + height * 0.38}" rx="${width * 0.22}" ry="${height * 0.2}" fill="#6b5b53"/><path d="M${x + width * 0.1} ${y + height} Q ${x + width / 2} ${y + height * 0.45} ${x + width * 0.9} ${y + height} Z" fill="#4c5a6b"/>`

/** 居民身份证, 85.6 × 54 mm. */
export function idFront(random: Random, person: PersonTruth): Sheet {
  const [year, month, day] = person.birth.split('-').map(Number)
  const label: Ink = { size: random.between(21, 25), fill: random.pick(['#3b78b4', '#4a86bb', '#2f6ca3']), spacing: 2 }
  const value: Ink = { size: random.between(26, 30), spacing: random.between(0, 3), weight: random.pick([400, 700]) }
  const spaced = (text: string) => (random.chance(0.8) ? [...text].join('　') : text)
  const at = (x: number) => x + random.between(-6, 6)
  const left = at(68)
  const column = at(166)
  return sheet(856, 540, random.pick(['#eaf1f5', '#f1f0ec', '#e4edf2']), [
    waves(random, 856, 540, '#c9dbe6'),
    write(left, 92, spaced('姓名'), label),
    write(column, 92, person.name, { ...value, size: value.size + 4, spacing: 4 }),
    write(left, 156, spaced('性别'), label),
    write(column, 156, person.sex, value),
    write(column + 100, 156, spaced('民族'), label),
    write(column + 210, 156, person.ethnicity, value),
    write(left, 222, spaced('出生'), label),
    write(column, 222, String(year), value),
    write(column + 78, 222, '年', label),
    write(column + 126, 222, String(month), { ...value, anchor: 'middle' }),
    write(column + 152, 222, '月', label),
    write(column + 206, 222, String(day), { ...value, anchor: 'middle' }),
    write(column + 234, 222, '日', label),
    write(left, 290, spaced('住址'), label),
    writeLines(column, 290, 44, broken(person.address, 11), value),
    write(left, 474, '公民身份号码', label),
    write(left + 210, 476, person.idNumber, { size: 33, spacing: random.between(3, 6), weight: 700 }),
    portrait(562, 74, 224, 290),
    write(790, 524, '样本', { size: 12, fill: '#8a949c' }),
  ])
}

export function idBack(random: Random): { sheet: Sheet; fields: Record<string, string> } {
  const fields = { authority: authority(random), validity: validity(random) }
  const label: Ink = { size: 24, weight: 700 }
  return {
    fields,
    sheet: sheet(856, 540, '#efece6', [
      waves(random, 856, 540, '#dccfc4'),
      '<circle cx="130" cy="120" r="62" fill="#b73a34"/><circle cx="130" cy="120" r="34" fill="#d8b24a"/>',
      write(270, 110, '中华人民共和国', { size: 44, spacing: 10 }),
      write(280, 190, '居民身份证', { size: 60, spacing: 22, weight: 700 }),
      write(176, 408, '签发机关', label),
      write(330, 408, fields.authority, { size: 28 }),
      write(176, 468, '有效期限', label),
      write(330, 468, fields.validity, { size: 28, spacing: 1 }),
    ]),
  }
}
