import type { Random } from './random'
import { box, broken, type Ink, type Sheet, seal, sheet, spread, waves, write, writeLines } from './sheet'
import { type CompanyTruth, type PropertyTruth, personName } from './truth'

export const face = (random: Random) => random.pick(['Noto Sans SC', 'Noto Serif SC'] as const)

/** 营业执照 since 2019: wide, two columns; 副本 with or without. */
export function licence(random: Random, company: CompanyTruth): Sheet {
  const sole = company.type === '个体工商户'
  const family = face(random)
  const label: Ink = { size: random.between(21, 24), weight: 700, family }
  const value: Ink = { size: random.between(20, 23), family: face(random) }
  const row = (x: number, y: number, name: string, text: string, most = 15) =>
    write(x, y, spread(name, name.length === 2 ? random.pick([4, 5]) : 5), label) +
    writeLines(x + 150, y, 32, broken(text, most), value)
  const scope = sole
    ? '餐饮服务；食品销售（依法须经批准的项目，经相关部门批准后方可开展经营活动）'
    : '通用零部件制造；机械设备销售；水资源管理；货物进出口'
  const day = `${random.int(2005, 2025)}年${String(random.int(1, 12)).padStart(2, '0')}月${String(random.int(1, 28)).padStart(2, '0')}日`
  const person = sole ? '经营者' : '法定代表人'
  const place = sole ? '经营场所' : '住所'
  return sheet(1180, 830, '#fbf8ee', [
    waves(random, 1180, 830, '#efe6cd'),
    box(24, 24, 1132, 782, 'fill="none" stroke="#b99a55" stroke-width="10"'),
    write(80, 92, '统一社会信用代码', { size: 20, family }),
    write(80, 126, company.creditCode, { size: 24, spacing: 1, weight: 700 }),
    write(590, 176, '营业执照', { size: 72, spacing: 14, weight: 700, anchor: 'middle', family }),
    random.chance(0.7) ? write(590, 236, '（副　本）', { size: 26, anchor: 'middle', family }) : '',
    row(80, 330, '名称', company.name),
    row(80, 400, '类型', company.type),
    row(80, 470, person, company.legalPerson),
    row(80, 540, '经营范围', scope),
    sole ? row(640, 330, '组成形式', '个人经营') : row(640, 330, '注册资本', '伍佰万圆整'),
    row(640, 400, sole ? '注册日期' : '成立日期', day),
    ...(sole || random.chance(0.5) ? [] : [row(640, 470, '营业期限', '长期')]),
    row(640, sole ? 470 : 540, place, company.address),
    write(640, 690, '登记机关', { size: 26, spacing: 8, family }),
    write(700, 750, `${random.int(2019, 2026)} 年 ${random.int(1, 12)} 月 ${random.int(1, 28)} 日`, {
      size: 22,
      family,
    }),
    seal(890, 690, 74),
  ])
}

/** 营业执照 before 2019: upright, one column. */
export function oldLicence(random: Random, company: CompanyTruth): Sheet {
  const family = face(random)
  const label: Ink = { size: 24, family }
  const value: Ink = { size: 24, family: 'Noto Serif SC' }
  let y = 400
  const row = (name: string, text: string) => {
    const lines = broken(text, 19)
    const part = write(120, y, spread(name, 5), label) + writeLines(300, y, 34, lines, value)
    y += 24 + 34 * lines.length
    return part
  }
  const sole = company.type === '个体工商户'
  return sheet(860, 1180, '#f7f3e4', [
    waves(random, 860, 1180, '#ece2c6'),
    box(30, 30, 800, 1120, 'fill="none" stroke="#a8894a" stroke-width="8"'),
    write(430, 220, '营业执照', { size: 80, spacing: 20, weight: 700, anchor: 'middle', family }),
    write(430, 300, `统一社会信用代码 ${company.creditCode}`, { size: 23, anchor: 'middle' }),
    row('名称', company.name),
    row('类型', company.type),
    row(sole ? '经营场所' : '住所', company.address),
    row(sole ? '经营者' : '法定代表人', company.legalPerson),
    row(sole ? '注册日期' : '成立日期', `${random.int(2005, 2018)}年${random.int(10, 12)}月${random.int(10, 28)}日`),
    row(
      '经营范围',
      '食品销售；日用百货、五金产品零售；道路普通货物运输（依法须经批准的项目，经相关部门批准后方可开展经营活动）',
    ),
    write(520, 980, '登记机关', { size: 28, spacing: 10, family }),
    seal(600, 1020, 78),
    write(500, 1090, `${random.int(2015, 2018)} 年 ${random.int(1, 12)} 月 ${random.int(1, 28)} 日`, {
      size: 24,
      family,
    }),
  ])
}

export interface Row {
  label: string
  text: string
}

/** A ruled table, values centred beside their label. */
export function table(
  x: number,
  y: number,
  width: number,
  labelWidth: number,
  rows: readonly Row[],
  label: Ink,
  value: Ink,
  least: number,
): string {
  let at = y
  return rows
    .map(({ label: name, text }) => {
      const lines = broken(text, (width - labelWidth - 30) / (value.size * 1.03))
      const height = Math.max(least, lines.length * value.size * 1.35 + 18)
      const middle = at + height / 2
      const first = middle - ((lines.length - 1) * value.size * 1.35) / 2 + value.size * 0.36
      const part =
        box(x, at, width, height, 'fill="none" stroke="#6d5d55" stroke-width="1.6"') +
        `<line x1="${x + labelWidth}" y1="${at}" x2="${x + labelWidth}" y2="${at + height}" stroke="#6d5d55" stroke-width="1.6"/>` +
        write(x + labelWidth / 2, middle + label.size * 0.36, spread(name, 6), { ...label, anchor: 'middle' }) +
        writeLines(x + labelWidth + 14, first, value.size * 1.35, lines, value)
      at += height
      return part
    })
    .join('')
}

/** 不动产权证书, the page that counts. */
export function propertyPage(random: Random, property: PropertyTruth): Sheet {
  const [, year, place, digits] = /桂\((\d+)\)(.+?)不动产权第(\d+)号/.exec(property.certificateNumber)!
  const family = face(random)
  const [open, close] =
    random.pick(['()', '（）', '( )'])!.length === 3 ? ['( ', ' )'] : random.chance(0.5) ? ['(', ')'] : ['（', '）']
  const rows: Row[] = [
    { label: '权利人', text: property.owner },
    { label: '共有情况', text: random.pick(['单独所有', '共同共有', '按份共有']) },
    { label: '坐落', text: property.location },
    { label: '不动产单元号', text: `450202${random.digits(6)}GB${random.digits(5)}F${random.digits(8)}` },
    { label: '权利类型', text: '国有建设用地使用权/房屋所有权' },
    { label: '权利性质', text: '出让/市场化商品房' },
    { label: '用途', text: property.usage },
    { label: '面积', text: `共有宗地面积${random.int(800, 9000)}.36㎡/房屋建筑面积${random.int(40, 220)}.72㎡` },
    { label: '使用期限', text: '国有建设用地使用权2009年07月01日起2079年06月30日止' },
    { label: '权利其他状况', text: `房屋结构：钢筋混凝土结构；持证人：${personName(random)}` },
  ]
  return sheet(760, 940, random.pick(['#f6efe9', '#f3ece6', '#f8f4ee']), [
    waves(random, 760, 940, '#eadcd2'),
    write(80, 82, `桂 ${open}${year}${close} ${place} 不动产权第 ${digits} 号`, {
      size: random.between(22, 25),
      family,
    }),
    table(
      60,
      120,
      640,
      random.int(150, 180),
      rows,
      { size: random.between(20, 22), family },
      { size: random.between(19, 22), family },
      random.int(62, 76),
    ),
  ])
}
