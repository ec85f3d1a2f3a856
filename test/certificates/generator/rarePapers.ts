import { organisationCheckCharacter } from '../../../shared/certificates/documentNumbers'
import { zoneCheckDigit } from '../../../shared/certificates/machineZone'
import type { Drawn } from './generate'
import { letter } from './letter'
import { face, type Row, table } from './papers'
import type { Random } from './random'
import { box, broken, type Ink, type Sheet, seal, sheet, spread, waves, write, writeLines } from './sheet'
import { company, creditCode, homeAddress, person, personName, placeInLiuzhou } from './truth'

const value = (random: Random): Ink => ({ size: random.between(19, 22), family: face(random) })
const label = (random: Random): Ink => ({ size: random.between(20, 22), family: face(random) })

/** A paper that is mostly one ruled table under a title. */
function ruled(random: Random, title: string, number: string, rows: readonly Row[], ground = '#f6efe9'): Sheet {
  return sheet(760, 1000, ground, [
    waves(random, 760, 1000, '#eadcd2'),
    write(380, 80, title, { size: 40, spacing: 6, weight: 700, anchor: 'middle', family: face(random) }),
    write(380, 136, number, { size: 22, anchor: 'middle', family: face(random) }),
    table(60, 170, 640, 180, rows, label(random), value(random), random.int(60, 70)),
    seal(600, 900, 66),
  ])
}

/** Labels above one another, values beside them, no rules. */
function listed(title: string, rows: readonly Row[], random: Random, most = 17): Sheet {
  let y = 260
  const [names, texts] = [label(random), value(random)]
  const parts = rows.map(({ label: name, text }) => {
    const lines = broken(text, most)
    const part = write(110, y, spread(name, 5), names) + writeLines(300, y, 34, lines, texts)
    y += 30 + 34 * lines.length
    return part
  })
  return sheet(800, 1060, '#fbf9f2', [
    waves(random, 800, 1060, '#efe6cd'),
    box(26, 26, 748, 1008, 'fill="none" stroke="#b99a55" stroke-width="7"'),
    write(400, 150, title, { size: 44, spacing: 4, weight: 700, anchor: 'middle', family: face(random) }),
    ...parts,
    seal(600, 930, 64),
  ])
}

const dayText = (day: string) => day.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日')

function householdRegister(random: Random): Drawn {
  const { address: _, ...fields } = person(random)
  const rows: Row[] = [
    { label: '姓名', text: fields.name },
    { label: '户主或与户主关系', text: random.pick(['户主', '妻', '长子', '之女']) },
    { label: '性别', text: fields.sex },
    { label: '民族', text: `${fields.ethnicity}族` },
    { label: '出生日期', text: dayText(fields.birth) },
    { label: '籍贯', text: '广西柳州市' },
    { label: '公民身份证件编号', text: fields.idNumber },
    { label: '文化程度', text: '高中' },
    { label: '婚姻状况', text: '已婚' },
    { label: '服务处所', text: '柳州市个体' },
  ]
  return { sheet: ruled(random, '常住人口登记卡', '', rows, '#f7f5ee'), kind: 'householdRegister', fields }
}

const PINYIN = ['WEI<<XIAOHONG', 'QIN<<JIANGUO', 'HUANG<<LIPING', 'LIANG<<ZHIQIANG', 'MO<<GUIFANG', 'OUYANG<<MINGYUAN']

function passport(random: Random): Drawn {
  const { name, birth, sex } = person(random)
  const number = `E${random.pick([...'ABCDEJ'])}${random.digits(7)}`
  const expiry = `20${random.int(27, 35)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`
  const short = (day: string) => day.slice(2).replaceAll('-', '')
  const latin = random.pick(PINYIN)
  const numbers = `${number}${zoneCheckDigit(number)}CHN${short(birth)}${zoneCheckDigit(short(birth))}${sex === '男' ? 'M' : 'F'}${short(expiry)}${zoneCheckDigit(short(expiry))}`
  // Like OCR-B, its capital I has serifs.
  const zone: Ink = { size: 30, family: 'Noto Serif SC' }
  const fixed = (text: string, y: number) =>
    [...text.padEnd(44, '<')]
      .map((character, index) => write(40 + index * 21, y, character, { ...zone, anchor: 'middle' }))
      .join('')
  return {
    sheet: sheet(1000, 700, '#eef1f4', [
      waves(random, 1000, 700, '#d5dee6'),
      write(70, 70, '护照', { size: 36, weight: 700 }),
      write(180, 70, 'PASSPORT', { size: 26 }),
      box(60, 110, 230, 300, 'fill="#cfd6dc"'),
      write(340, 150, '姓名/Name', { size: 16, fill: '#456' }),
      write(340, 190, name, { size: 28 }),
      write(340, 230, latin.replace('<<', ', '), { size: 24 }),
      write(340, 290, '国籍/Nationality', { size: 16, fill: '#456' }),
      write(340, 324, '中国/CHINESE', { size: 24 }),
      fixed(`P<CHN${latin}`, 590),
      fixed(numbers, 650),
    ]),
    kind: 'passport',
    fields: { name, documentNumber: number, birth, validity: expiry, sex },
  }
}

function militaryId(random: Random): Drawn {
  const { name, sex, ethnicity } = person(random)
  const documentNumber = `${random.pick(['军', '士', '文'])}字第${random.digits(7)}号`
  const rows: Row[] = [
    { label: '编号', text: documentNumber },
    { label: '姓名', text: name },
    { label: '性别', text: sex },
    { label: '民族', text: ethnicity },
    { label: '籍贯', text: '广西柳州' },
    { label: '部别', text: '某部队' },
    { label: '职务', text: '助理员' },
    { label: '衔级', text: '中尉' },
  ]
  return { sheet: listed('军官证', rows, random), kind: 'militaryId', fields: { documentNumber, name, sex, ethnicity } }
}

function organizationCode(random: Random): Drawn {
  const { name, legalPerson, address } = company(random)
  const first8 = random.digits(8)
  const documentNumber = `${first8}-${organisationCheckCharacter(first8)}`
  const rows: Row[] = [
    { label: '代码', text: documentNumber },
    { label: '机构名称', text: name },
    { label: '机构类型', text: '企业法人' },
    { label: '法定代表人', text: legalPerson },
    { label: '地址', text: address },
    { label: '有效期', text: '自2012年05月06日至2016年05月06日' },
    { label: '颁发单位', text: '柳州市质量技术监督局' },
  ]
  const fields = { documentNumber, name, legalPerson, address }
  return { sheet: listed('组织机构代码证', rows, random), kind: 'organizationCode', fields }
}

function socialBodyLicence(random: Random): Drawn {
  const fields = {
    creditCode: creditCode(random, '51450200MJ'),
    name: `柳州市${random.pick(['餐饮', '机械', '电商', '物流', '书法'])}${random.pick(['行业协会', '商会', '学会'])}`,
    legalPerson: personName(random),
    address: placeInLiuzhou(random),
  }
  const rows: Row[] = [
    { label: '统一社会信用代码', text: fields.creditCode },
    { label: '名称', text: fields.name },
    { label: '业务范围', text: '行业自律、交流培训、咨询服务' },
    { label: '住所', text: fields.address },
    { label: '法定代表人', text: fields.legalPerson },
    { label: '注册资金', text: '叁万元整' },
    { label: '业务主管单位', text: '柳州市民政局' },
  ]
  return { sheet: listed('社会团体法人登记证书', rows, random), kind: 'socialBodyLicence', fields }
}

function houseCertificate(random: Random): Drawn {
  const documentNumber = `柳房权证字第D0${random.digits(6)}号`
  const fields = {
    documentNumber,
    owner: personName(random),
    location: placeInLiuzhou(random),
    usage: random.pick(['住宅', '商业服务']),
  }
  const rows: Row[] = [
    { label: '房屋所有权人', text: fields.owner },
    { label: '共有情况', text: '单独所有' },
    { label: '房屋坐落', text: fields.location },
    { label: '登记时间', text: '2009年07月15日' },
    { label: '房屋性质', text: '商品房' },
    { label: '规划用途', text: fields.usage },
    { label: '房屋状况', text: '总层数6 建筑面积98.72' },
  ]
  return { sheet: ruled(random, '房屋所有权证', documentNumber, rows), kind: 'houseCertificate', fields }
}

const landUse =
  (kind: 'stateLandUse' | 'collectiveLandUse', title: string, letterOf: string) =>
  (random: Random): Drawn => {
    const documentNumber = `柳${letterOf}用(${random.int(1996, 2014)})第${random.digits(6)}号`
    const fields = { documentNumber, owner: personName(random), location: homeAddress(random) }
    const rows: Row[] = [
      { label: '土地使用权人', text: fields.owner },
      { label: '座落', text: fields.location },
      { label: '地号', text: `0102${random.digits(5)}` },
      { label: '图号', text: `${random.digits(2)}-${random.digits(2)}` },
      { label: '使用权类型', text: '出让' },
      { label: '终止日期', text: '2070年06月30日' },
      { label: '使用权面积', text: `${random.int(60, 900)}.5平方米` },
    ]
    return { sheet: ruled(random, title, documentNumber, rows, '#f3f1e6'), kind, fields }
  }

function purchaseContract(random: Random): Drawn {
  const fields = { documentNumber: `LZ${random.digits(10)}`, owner: personName(random) }
  const rows: Row[] = [
    { label: '合同编号', text: fields.documentNumber },
    { label: '出卖人', text: '柳州市鑫旺房地产开发有限公司' },
    { label: '买受人', text: fields.owner },
    { label: '备案号', text: `4502${random.digits(8)}` },
  ]
  return { sheet: listed('商品房买卖合同', rows, random), kind: 'purchaseContract', fields }
}

function courtDocument(random: Random): Drawn {
  const documentNumber = `(${random.int(2012, 2026)})桂020${random.int(2, 6)}民初${random.int(11, 9999)}号`
  const text = [
    `原告${personName(random)}，女，壮族，住柳州市。`,
    `被告${personName(random)}，男，汉族，住柳州市。`,
    '原告与被告房屋所有权纠纷一案，本院依法审理，判决如下：',
    '位于柳州市城中区文昌路的房屋归原告所有。',
  ]
  return {
    sheet: letter(random, '柳州市城中区人民法院', '民事判决书', documentNumber, text),
    kind: 'courtDocument',
    fields: { documentNumber },
  }
}

function projectApproval(random: Random): Drawn {
  const documentNumber = `柳发改审批〔${random.int(2016, 2026)}〕${random.int(2, 400)}号`
  const text = [
    `关于${company(random).name}厂房建设项目立项的批复`,
    '你单位报来的材料收悉。经研究，同意该项目立项，建设地点为柳州市柳南区，总投资三千万元。',
  ]
  return {
    sheet: letter(random, '柳州市发展和改革委员会', '批复', documentNumber, text),
    kind: 'projectApproval',
    fields: { documentNumber },
  }
}

function planningPermit(random: Random): Drawn {
  const documentNumber = `建字第4502002020${random.digits(5)}号`
  const fields = { documentNumber, owner: company(random).name, location: placeInLiuzhou(random) }
  const rows: Row[] = [
    { label: '建设单位(个人)', text: fields.owner },
    { label: '建设项目名称', text: '2号厂房' },
    { label: '建设位置', text: fields.location },
    { label: '建设规模', text: '5210平方米' },
    { label: '附图及附件名称', text: '总平面图' },
  ]
  return { sheet: ruled(random, '建设工程规划许可证', documentNumber, rows), kind: 'planningPermit', fields }
}

/** The papers the plan accepts and few people bring. */
export const RARE_PAPERS: Record<string, (random: Random) => Drawn> = {
  householdRegister,
  passport,
  militaryId,
  organizationCode,
  socialBodyLicence,
  houseCertificate,
  stateLandUse: landUse('stateLandUse', '国有土地使用证', '国'),
  collectiveLandUse: landUse('collectiveLandUse', '集体土地使用证', '集'),
  purchaseContract,
  courtDocument,
  projectApproval,
  planningPermit,
}
