import type { Drawn } from './generate'
import type { Random } from './random'
import { pickFace } from './ruledGrid'
import { box, broken, type Ink, seal, sheet, spread, waves, write, writeLines } from './sheet'
import { company, dayOf } from './truth'

/** Licences set as their issuers set them; `papers.ts` draws them more simply. */

/** Something like a QR code: three corners and dots. */
function dots(random: Random, x: number, y: number, side: number): string {
  const cell = side / 21
  const corner = (cx: number, cy: number) =>
    `${box(cx, cy, cell * 7, cell * 7, 'fill="#222"')}${box(cx + cell, cy + cell, cell * 5, cell * 5, 'fill="#fff"')}${box(cx + 2 * cell, cy + 2 * cell, cell * 3, cell * 3, 'fill="#222"')}`
  const inner = Array.from({ length: 190 }, () => {
    const [column, row] = [random.int(0, 20), random.int(0, 20)]
    const inCorner = (column < 8 && row < 8) || (column > 12 && row < 8) || (column < 8 && row > 12)
    return inCorner ? '' : box(x + column * cell, y + row * cell, cell, cell, 'fill="#222"')
  })
  return corner(x, y) + corner(x + 14 * cell, y) + corner(x, y + 14 * cell) + inner.join('')
}

const emblem = (x: number, y: number, radius: number): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="#c23b2e"/><circle cx="${x}" cy="${y}" r="${radius * 0.62}" fill="#e0b94c"/>`

const SCOPES = [
  '一般项目：五金产品零售；日用百货销售；建筑材料销售；机械设备租赁；劳务服务（不含劳务派遣）；普通货物仓储服务（不含危险化学品等需许可审批的项目）（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）',
  '许可项目：食品销售；餐饮服务；道路货物运输。（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）',
  '汽车零部件及配件制造；金属制品加工；货物进出口',
]
/** 营业执照 of 2019, with its code, footers and number of copy. */
export function licenceWithCode(random: Random): Drawn {
  const fields = company(random)
  const sole = fields.type === '个体工商户'
  const label: Ink = {
    size: random.between(21, 24),
    family: random.pick(['Noto Sans SC', 'Noto Serif SC']),
    weight: random.pick([400, 700]),
  }
  const value: Ink = { size: random.between(20, 23), family: pickFace(random) }
  const gap = random.between(128, 156)
  const row = (x: number, y: number, name: string, text: string, most: number) =>
    write(x, y, spread(name, random.pick([5, 5, 4])), label) +
    writeLines(x + gap, y, value.size * 1.4, broken(text, most), value)
  const [leftX, rightX] = [86, 660]
  const rows = random.between(56, 66)
  const top = random.between(318, 344)
  const wide = 18
  const narrow = 15
  const left: [string, string][] = [
    ['名称', fields.name],
    ['类型', fields.type],
    [sole ? '经营者' : random.pick(['法定代表人', '法定代表人', '负责人']), fields.legalPerson],
    ['经营范围', random.pick(SCOPES)],
  ]
  const right: [string, string][] = sole
    ? [
        ['组成形式', '个人经营'],
        ['注册日期', dayOf(random, 2008, 2025)],
        ['经营场所', fields.address],
      ]
    : [
        ['注册资本', random.pick(['伍佰万圆整', '壹仟万元整', '叁拾万元整'])],
        ['成立日期', dayOf(random, 2008, 2025)],
        ...(random.chance(0.5)
          ? [['营业期限', random.pick(['长期', '2015年03月02日至2035年03月01日'])] as [string, string]]
          : []),
        ['住所', fields.address],
      ]
  return {
    kind: 'businessLicence',
    fields,
    sheet: sheet(1240, 870, random.pick(['#fdfbf2', '#fbf7ea']), [
      waves(random, 1240, 870, '#efe4c6'),
      box(20, 20, 1200, 830, 'fill="none" stroke="#c0a05a" stroke-width="14"'),
      emblem(620, 96, 44),
      write(86, 118, '统一社会信用代码', { size: 20, weight: 700 }),
      write(86, 152, fields.creditCode, { size: 23, spacing: random.between(0, 2), weight: random.pick([400, 700]) }),
      write(620, 216, '营业执照', {
        size: 70,
        spacing: random.between(10, 30),
        weight: 700,
        anchor: 'middle',
        family: 'Noto Serif SC',
      }),
      random.chance(0.7) ? write(620, 262, '（副  本）', { size: 26, anchor: 'middle' }) : '',
      random.chance(0.5) ? write(750, 262, '(1-1)', { size: 18 }) : '',
      dots(random, 930, 90, 96),
      writeLines(
        1036,
        108,
        16,
        ['扫描二维码登录', '‘国家企业信用', '信息公示系统’', '了解更多登记、', '备案、许可、监', '管信息。'],
        { size: 12 },
      ),
      ...left.map(([name, text], index) => row(leftX, top + index * rows, name, text, wide)),
      ...right.map(([name, text], index) => row(rightX, top + index * rows, name, text, narrow)),
      write(700, 730, '登 记 机 关', { size: 26, family: label.family! }),
      write(820, 786, dayOf(random, 2019, 2026).replace(/(\d+)/g, ' $1 '), { size: 22 }),
      seal(960, 720, 78),
      write(60, 836, '国家企业信用信息公示系统网址：http://www.gsxt.gov.cn', { size: 13 }),
      write(520, 836, '市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送公示年度报告', { size: 13 }),
    ]),
  }
}

/** 营业执照 of 2015 to 2018: upright, the code under the title, labels set wide, footers. */
export function uprightLicence(random: Random): Drawn {
  const fields = company(random)
  const sole = fields.type === '个体工商户'
  const label: Ink = { size: random.between(23, 26), family: random.pick(['Noto Sans SC', 'Noto Serif SC']) }
  const value: Ink = { size: random.between(22, 25), family: pickFace(random) }
  const gap = random.between(170, 200)
  let y = random.between(410, 440)
  const most = (860 - 110 - gap - 90) / value.size
  const row = ([name, text]: [string, string]) => {
    const lines = broken(text, most)
    const part = write(110, y, spread(name, 5), label) + writeLines(110 + gap, y, value.size * 1.35, lines, value)
    y += 22 + value.size * 1.35 * lines.length
    return part
  }
  const rows: [string, string][] = sole
    ? [
        ['名称', fields.name],
        ['类型', fields.type],
        ['经营场所', fields.address],
        ['经营者', fields.legalPerson],
        ['组成形式', '个人经营'],
        ['注册日期', dayOf(random, 2002, 2018)],
        ['经营范围', random.pick(SCOPES)],
      ]
    : [
        ['名称', fields.name],
        ['类型', fields.type],
        ['住所', fields.address],
        ['法定代表人', fields.legalPerson],
        ['注册资本', '伍佰万圆整'],
        ['成立日期', dayOf(random, 2002, 2018)],
        ['营业期限', random.pick(['长期', '2012年06月08日至2032年06月07日'])],
        ['经营范围', random.pick(SCOPES)],
      ]
  return {
    kind: 'businessLicence',
    fields,
    sheet: sheet(860, 1200, random.pick(['#f8f4e6', '#fbf8ee']), [
      waves(random, 860, 1200, '#e9ddbd'),
      box(26, 26, 808, 1148, 'fill="none" stroke="#a8894a" stroke-width="12"'),
      emblem(430, 112, 48),
      write(430, 246, '营业执照', {
        size: 84,
        spacing: random.between(12, 30),
        weight: 700,
        anchor: 'middle',
        family: 'Noto Serif SC',
      }),
      random.chance(0.6) ? write(430, 296, '（副　本）', { size: 26, anchor: 'middle' }) : '',
      random.chance(0.5) ? write(560, 296, `副本编号：1-${random.int(1, 2)}`, { size: 16 }) : '',
      write(430, 348, `统一社会信用代码${random.pick([' ', '：', '　'])}${fields.creditCode}`, {
        size: random.between(21, 24),
        anchor: 'middle',
      }),
      ...rows.map(row),
      write(470, 1030, '登记机关', { size: 26, spacing: 8, family: label.family! }),
      seal(630, 1030, 74),
      write(500, 1096, dayOf(random, 2015, 2018).replace(/(\d+)/g, ' $1 '), { size: 22 }),
      write(60, 1158, '企业信用信息公示系统网址：http://gx.gsxt.gov.cn', { size: 13 }),
      write(520, 1158, '中华人民共和国国家工商行政管理总局监制', { size: 13 }),
    ]),
  }
}
