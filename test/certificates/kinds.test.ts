import { readCertificate } from '@shared/certificates/readCertificate'
import { linesOf } from './support/linesOf'
import { ID_FRONT, LICENCE } from './support/sampleLines'

const SIZE = { width: 1600, height: 1200 }
type Row = [string, number, number, number?]
const read = (rows: readonly Row[]) => readCertificate(linesOf([...rows]), SIZE, undefined, '2026-11-24')

test.each(['81000019880312032X', '820000198803120321', '830000198803120323'])(
  'a card with the number of a resident of Hong Kong, Macao or Taiwan is a 居住证: %s',
  (number) => {
    const rows = ID_FRONT.filter(([text]) => text !== '民族' && text !== '壮').map(
      ([text, ...rest]): Row => [text === '450202198803120326' ? number : text, ...rest],
    )
    const { kind, side, fields } = read(rows)
    expect({ kind, side, number: fields.idNumber?.value }).toEqual({ kind: 'residencePermit', side: 'front', number })
  },
)

test.each(['房屋租赁合同', '授权委托书', '租房协议书', '申请表(个人)'])(
  '%s that names somebody with number and address is no identity card',
  (title) => {
    const rows: Row[] = [
      [title, 500, 80],
      ['甲方韦小红身份证号码450202198803120326', 200, 200],
      ['住址广西柳州市城中区文昌路18号', 200, 300],
      ['姓名性别出生民族', 200, 400],
    ]
    expect(read(rows).kind).not.toBe('idCard')
  },
)

test('a licence of who repairs vehicles is a licence', () => {
  const rows = LICENCE.map(([text, ...rest]): Row => [text === '通用零部件制造' ? '机动车修理和维护' : text, ...rest])
  expect(read(rows).kind).toBe('businessLicence')
})

test('an address in a village called 合同村 makes no contract of a card', () => {
  const rows = ID_FRONT.map(
    ([text, ...rest]): Row => [text === '18号东堤小区3栋2单元' ? '合同村3组18号' : text, ...rest],
  )
  expect(read(rows).kind).toBe('idCard')
})

test('the back of a card photographed alone is the back', () => {
  const back: Row[] = [
    ['中华人民共和国', 550, 300],
    ['港澳居民居住证', 580, 430],
    ['签发机关', 420, 800],
    ['柳州市公安局', 650, 800],
    ['有效期限', 420, 890],
    ['2018.05.06-2023.05.06', 650, 890],
    ['通行证号码', 420, 980],
    ['H12345678', 650, 980],
  ]
  expect(read(back)).toMatchObject({ kind: 'residencePermit', side: 'back' })
  expect(
    read(back.map(([text, ...rest]): Row => [text === '港澳居民居住证' ? '居民身份证' : text, ...rest]).slice(0, 6)),
  ).toMatchObject({
    kind: 'idCard',
    side: 'back',
  })
})
