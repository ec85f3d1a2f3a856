import type { Drawn } from './generate'
import type { Random } from './random'
import { pickFace, type Ruled, ruledGrid } from './ruledGrid'
import { box, broken, type Ink, seal, sheet, spread, waves, write, writeLines } from './sheet'
import { company, dayOf, homeAddress, personName, placeInLiuzhou, property } from './truth'

/** Papers of houses and land set as their issuers set them; `papers.ts` and `rarePapers.ts` draw them more simply. */

/** 不动产权证书 lying open: the table on the left page, 附记 on the right, which names people again. */
export function propertySpread(random: Random): Drawn {
  const fields = property(random)
  const [, year, place, digits] = /桂\((\d+)\)(.+?)不动产权第(\d+)号/.exec(fields.certificateNumber)!
  const rows = (
    [
      [spread('权利人', 6), fields.owner],
      ['共有情况', random.pick(['单独所有', '共同共有', '按份共有'])],
      [spread('坐落', 6), fields.location],
      ['不动产单元号', `450202 ${random.digits(6)} GB${random.digits(5)} F${random.digits(8)}`],
      ['权利类型', '国有建设用地使用权/房屋（构筑物）所有权'],
      ['权利性质', random.pick(['出让/市场化商品房', '划拨/房改房', '出让/自建房'])],
      [spread('用途', 6), fields.usage],
      [spread('面积', 6), `共有宗地面积：${random.int(800, 9000)}.36㎡/房屋建筑面积：${random.int(40, 220)}.72㎡`],
      ['使用期限', random.pick(['国有建设用地使用权：2009年07月01日起2079年06月30日止', '/'])],
      [
        '权利其他状况',
        `专有建筑面积：82.11㎡，分摊建筑面积：16.61㎡；房屋总层数：18层，所在层：${random.int(1, 18)}层`,
      ],
    ] as [string, string][]
  ).map(([label, text]): Ruled[] => [{ label: [label], text }])
  const second = personName(random)
  const notes = [
    `业务号：${random.digits(11)}`,
    random.pick([`共有人：${second}，共同共有。`, `权利人：${fields.owner}；证件号：******`, '']),
    '该不动产权证书由原房屋所有权证、国有土地使用证换发。',
  ].filter(Boolean)
  const [open, close] = random.pick([
    ['(', ')'],
    ['（', '）'],
    [' ( ', ' ) '],
  ] as const)
  const note: Ink = { size: 20, family: pickFace(random) }
  let y = 180
  return {
    kind: 'propertyCertificate',
    fields,
    sheet: sheet(1420, 940, random.pick(['#f6efe9', '#f3ece6', '#f8f4ee']), [
      waves(random, 1420, 940, '#e8d9ce'),
      box(709, 0, 2, 940, 'fill="#d6c6ba"'),
      write(70, 84, `桂${open}${year}${close}${place}不动产权第${digits}号`, {
        size: random.between(23, 26),
        family: pickFace(random),
        spacing: random.between(0, 3),
      }),
      ruledGrid(random, { x: 54, y: 112, width: 620, rows, least: random.int(58, 70), labelWidth: 160 }),
      write(1065, 84, '附　　记', { size: 26, anchor: 'middle' }),
      box(760, 112, 610, 720, 'fill="none" stroke="#6d5d55" stroke-width="1.5"'),
      ...notes.map((text) => {
        const lines = broken(text, 27)
        const part = writeLines(780, y, 30, lines, note)
        y += 30 * lines.length + 8
        return part
      }),
    ]),
  }
}

/** 房屋所有权证, the page with the table: 房屋状况 in columns below the values. */
export function housePage(random: Random): Drawn {
  const documentNumber = `柳房权证${random.pick(['', '柳南区', '柳北'])}字第${random.pick(['D', ''])}${random.digits(7)}号`
  const fields = {
    documentNumber,
    owner: personName(random),
    location: placeInLiuzhou(random),
    usage: random.pick(['住宅', '商业服务', '非住宅']),
  }
  const rows: Ruled[][] = [
    [{ label: ['房屋所有权人'], text: fields.owner }],
    [{ label: ['共有情况'], text: random.pick(['单独所有', '共同共有', '']) }],
    [{ label: ['房屋坐落'], text: fields.location }],
    [{ label: ['登记时间'], text: dayOf(random, 2005, 2015) }],
    [{ label: ['房屋性质'], text: random.pick(['商品房', '房改房', '']) }],
    [{ label: ['规划用途'], text: fields.usage }],
    [
      { label: ['总层数'], text: '6', width: 0.5 },
      { label: ['建筑面积', '(平方米)'], text: '98.72' },
      { label: ['其他'], text: '', width: 0.6 },
    ],
    [
      { label: ['地号'], text: `0102${random.digits(5)}` },
      { label: ['土地取得方式'], text: random.pick(['出让', '划拨', '']) },
    ],
  ]
  return {
    kind: 'houseCertificate',
    fields,
    sheet: sheet(820, 820, random.pick(['#f7efe6', '#f4f0e2']), [
      waves(random, 820, 820, '#ead9c8'),
      write(410, 80, documentNumber, {
        size: random.between(24, 28),
        anchor: 'middle',
        family: pickFace(random),
        spacing: random.between(0, 3),
      }),
      ruledGrid(random, { x: 50, y: 120, width: 720, rows, least: random.int(62, 72), labelWidth: 140 }),
      seal(640, 700, 70),
    ]),
  }
}

/** 国有土地使用证, the page with the table: two labels a row below the first two. */
export function landPage(random: Random): Drawn {
  const documentNumber = `柳国用(${random.int(1996, 2014)})第${random.digits(6)}号`
  const fields = {
    documentNumber,
    owner: random.chance(0.7) ? personName(random) : company(random).name,
    location: random.chance(0.5) ? homeAddress(random) : placeInLiuzhou(random),
  }
  const rows: Ruled[][] = [
    [{ label: ['土地使用权人'], text: fields.owner }],
    [{ label: ['座　　落'], text: fields.location }],
    [
      { label: ['地　号'], text: `0102${random.digits(5)}` },
      { label: ['图　号'], text: `${random.digits(2)}-${random.digits(2)}` },
    ],
    [
      { label: ['地类(用途)'], text: random.pick(['城镇住宅用地', '工业', '商业']) },
      { label: ['取得价格'], text: '' },
    ],
    [
      { label: ['使用权类型'], text: random.pick(['出让', '划拨']) },
      { label: ['终止日期'], text: random.pick(['2070年06月30日', '/']) },
    ],
    [
      { label: ['使用权面积'], text: `${random.int(60, 900)}.5M²` },
      { label: ['其', '中'], text: '独用面积 / 分摊面积' },
    ],
  ]
  return {
    kind: 'stateLandUse',
    fields,
    sheet: sheet(820, 760, random.pick(['#f3f1e6', '#eef2e8']), [
      waves(random, 820, 760, '#dfe0cc'),
      write(
        410,
        80,
        documentNumber.replace('(', random.pick(['(', '（', ' ( '])).replace(')', random.pick([')', '）', ' ) '])),
        { size: random.between(24, 28), anchor: 'middle', family: pickFace(random) },
      ),
      ruledGrid(random, { x: 50, y: 120, width: 720, rows, least: random.int(66, 78), labelWidth: 136 }),
      write(80, 690, '根据《中华人民共和国宪法》、《中华人民共和国土地管理法》等法律规定，为保护土地使用者的合法权益', {
        size: 13,
      }),
      seal(640, 650, 66),
    ]),
  }
}
