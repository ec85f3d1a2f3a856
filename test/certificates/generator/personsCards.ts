import { idCheckCharacter } from '../../../shared/certificates/checkIdNumber'
import type { Drawn } from './generate'
import { letter } from './letter'
import type { Random } from './random'
import { box, broken, type Ink, sheet, spread, waves, write, writeLines } from './sheet'
import { company, creditCode, person, personName, validity } from './truth'

/** What proves a person or a body beside the commonest papers, drawn as its issuer sets it. */

const label: Ink = { size: 22, fill: '#3b78b4' }
const value: Ink = { size: 28 }
const compact = (day: string) => day.replaceAll('-', '')

/** The number of a resident of Hong Kong (81), Macao (82) or Taiwan (83). */
function residentOf(random: Random, region: string) {
  const { name, sex, birth, address, idNumber } = person(random)
  const first17 = `${region}0000${compact(birth)}${idNumber.slice(14, 17)}`
  return { name, sex, birth, address, idNumber: first17 + idCheckCharacter(first17) }
}

/** 港澳台居民居住证, the side with the picture: an identity card's without 民族. */
function residencePermit(random: Random): Drawn {
  const fields = residentOf(random, random.pick(['81', '82', '83']))
  const [year, month, day] = fields.birth.split('-').map(Number)
  return {
    kind: 'residencePermit',
    side: 'front',
    fields,
    sheet: sheet(856, 540, '#eaf1f5', [
      waves(random, 856, 540, '#c9dbe6'),
      write(68, 92, '姓名', label),
      write(166, 92, fields.name, { ...value, size: 32 }),
      write(68, 156, '性别', label),
      write(166, 156, fields.sex, value),
      write(68, 222, '出生', label),
      write(166, 222, `${year} 年 ${month} 月 ${day} 日`, value),
      write(68, 290, '住址', label),
      writeLines(166, 290, 44, broken(fields.address, 11), value),
      write(68, 474, '公民身份号码', label),
      write(278, 476, fields.idNumber, { size: 33, spacing: 4, weight: 700 }),
      box(562, 74, 224, 290, 'fill="#cfd6dc"'),
    ]),
  }
}

function residencePermitBack(random: Random): Drawn {
  const fields = { authority: '柳州市公安局', validity: validity(random) }
  const dark: Ink = { size: 24, weight: 700 }
  return {
    kind: 'residencePermit',
    side: 'back',
    fields,
    sheet: sheet(856, 540, '#efece6', [
      waves(random, 856, 540, '#dccfc4'),
      write(270, 100, '中华人民共和国', { size: 44, spacing: 10 }),
      write(250, 180, random.pick(['港澳居民居住证', '台湾居民居住证']), { size: 54, spacing: 14, weight: 700 }),
      write(150, 330, '签发机关', dark),
      write(330, 330, fields.authority, { size: 28 }),
      write(150, 390, '有效期限', dark),
      write(330, 390, fields.validity, { size: 28 }),
      write(150, 450, '通行证号码', dark),
      write(330, 450, `H${random.digits(8)}`, { size: 28 }),
      write(560, 450, '签发次数', dark),
      write(690, 450, '1', { size: 28 }),
    ]),
  }
}

/** 外国人永久居留身份证: of 2017 with 15 places, of 2023 with 18. */
const permanentResidentCard =
  (form: 2017 | 2023) =>
  (random: Random): Drawn => {
    const { sex, birth } = person(random)
    const name = random.pick(['SMITH, JOHN', 'MUELLER, ANNA', 'NGUYEN, MAI', 'TANAKA, KEN'])
    const first17 = `9111${random.digits(2)}${compact(birth)}${random.digits(3)}`
    const documentNumber =
      form === 2023 ? first17 + idCheckCharacter(first17) : `CAN1100${compact(birth).slice(2)}${random.digits(2)}`
    const row = (y: number, title: string, text: string) =>
      write(60, y, title, { ...label, size: 18 }) + write(60, y + 36, text, value)
    return {
      kind: 'permanentResidentCard',
      fields: { name: name.replace(', ', ' '), documentNumber },
      sheet: sheet(856, 540, '#e9f0ea', [
        waves(random, 856, 540, '#cfdccf'),
        write(60, 56, '外国人永久居留身份证', { size: 34, weight: 700 }),
        write(60, 90, 'FOREIGN PERMANENT RESIDENT ID CARD', { size: 20 }),
        row(130, '姓名/Name', name),
        row(206, '性别/Sex', sex === '男' ? '男/M' : '女/F'),
        row(282, '出生日期/Date of Birth', birth.replaceAll('-', '.')),
        row(358, '国籍/Nationality', '加拿大/CAN'),
        row(434, '证件号码/ID No.', documentNumber),
        box(590, 120, 210, 270, 'fill="#cfd6dc"'),
      ]),
    }
  }

/** 事业单位法人证书. */
function institution(random: Random): Drawn {
  const documentNumber = creditCode(random, '12450200')
  const name = `柳州市${random.pick(['城中区', '鱼峰区'])}${random.pick(['文昌小学', '图书馆', '疾病预防控制中心'])}`
  const rows: [string, string][] = [
    ['名称', name],
    ['宗旨和业务范围', '为本区居民服务'],
    ['住所', company(random).address],
    ['法定代表人', personName(random)],
    ['经费来源', '财政补助'],
    ['开办资金', '￥100万元'],
    ['举办单位', '柳州市人民政府'],
    ['登记管理机关', '柳州市事业单位登记管理局'],
  ]
  return {
    kind: 'authorityLicence',
    fields: { documentNumber, name },
    sheet: sheet(1000, 1000, '#fbf9f2', [
      write(500, 110, '事业单位法人证书', { size: 48, weight: 700, anchor: 'middle' }),
      write(90, 180, '统一社会信用代码', { size: 22 }),
      write(90, 216, documentNumber, { size: 24 }),
      ...rows.map(([title, text], index) =>
        [
          write(90, 300 + index * 76, spread(title, 5), { size: 24 }),
          write(360, 300 + index * 76, text, { size: 24 }),
        ].join(''),
      ),
    ]),
  }
}

/** 户籍证明 of a police station: an identity card's labels in a letter. */
function policeCertificate(random: Random): Drawn {
  const { name, sex, ethnicity, birth, address, idNumber } = person(random)
  const [year, month, day] = birth.split('-').map(Number)
  const rows: [string, string][] = [
    ['姓名', name],
    ['性别', sex],
    ['民族', ethnicity],
    ['出生日期', `${year}年${month}月${day}日`],
    ['住址', address.slice(0, 24)],
    ['公民身份号码', idNumber],
  ]
  return {
    kind: 'policeCertificate',
    fields: { name, documentNumber: idNumber },
    sheet: sheet(900, 900, '#fdfdfb', [
      write(450, 110, '户籍证明', { size: 44, weight: 700, anchor: 'middle' }),
      ...rows.map(([title, text], index) =>
        [write(90, 230 + index * 76, title, { size: 26 }), write(330, 230 + index * 76, text, { size: 26 })].join(''),
      ),
      write(560, 780, '柳州市公安局城中派出所', { size: 24 }),
    ]),
  }
}

function lease(random: Random): Drawn {
  const [owner, tenant] = [person(random), person(random)]
  return {
    kind: 'tenancyCertificate',
    fields: {},
    sheet: letter(random, '', '房屋租赁合同', `合同编号：${random.digits(8)}`, [
      `出租方（甲方）：${owner.name}，身份证号码：${owner.idNumber}`,
      `承租方（乙方）：${tenant.name}，身份证号码：${tenant.idNumber}，住址：${tenant.address}`,
      '甲方将房屋出租给乙方使用，租赁期限自2026年1月1日起至2027年12月31日止。',
      '每月租金人民币壹仟元整，乙方按月支付。本合同一式两份，双方各执一份。',
    ]),
  }
}

const supplyPermission = (random: Random): Drawn => ({
  kind: 'supplyPermission',
  fields: {},
  sheet: letter(random, '柳州市柳南区太阳村镇人民政府', '可供电证明', `${random.int(2024, 2026)}年3月6日`, [
    `兹有我镇村民${personName(random)}在本村自有宅基地建房一栋，符合规划，同意用电。`,
    '特此证明。',
  ]),
})

/** Every further paper that is taken, by name. */
export const PERSONS_CARDS: Record<string, (random: Random) => Drawn> = {
  residencePermit,
  residencePermitBack,
  permanentResident2017: permanentResidentCard(2017),
  permanentResident2023: permanentResidentCard(2023),
  policeCertificate,
  institution,
  lease,
  supplyPermission,
}
