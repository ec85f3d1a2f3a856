import { findingsOf, validUntil } from '@shared/certificates/findings'
import type { CertificateReading } from '@shared/contract/pictures'

const field = (value: string, doubtful = false) => ({ value, check: 'none' as const, doubtful })
const reading = (kind: CertificateReading['kind'], fields: CertificateReading['fields']): CertificateReading => ({
  kind,
  side: null,
  several: false,
  fields,
  retake: null,
  size: { width: 1, height: 1 },
})
const question = {
  allowed: ['propertyCertificate', 'tenancyCertificate'],
  applicant: '韦小红',
  address: '柳州市城中区文昌路18号东堤小区3栋2单元501室',
  today: '2026-11-24',
}
const codes = (one: CertificateReading) => findingsOf(one, question).map(({ code }) => code)

test('a paper in order says nothing', () => {
  expect(codes(reading('propertyCertificate', { owner: field('韦小红') }))).toEqual([])
  expect(codes(reading('propertyCertificate', { owner: field('韦 小 红、覃大勇') }))).toEqual([])
  expect(codes(reading(null, {}))).toEqual([])
})

test("another owner is one question that names both, and the rules' answer", () => {
  const [finding] = findingsOf(reading('propertyCertificate', { owner: field('覃大勇') }), question)
  expect(finding).toMatchObject({ code: 'otherOwner', owner: '覃大勇' })
  expect(finding.text).toBe('证上的权利人是“覃大勇”，申请人是“韦小红”。')
  expect(finding.remedy).toContain('租用房屋凭证')
})

test.each([
  ['广西柳州市城中区文昌路18号3-2-501', false],
  ['城中区文昌路18号', false],
  ['文昌路东堤小区3栋', false],
  ['柳州市城中区文昌路20号3栋', true],
  ['柳州市鱼峰区文昌路18号', true],
])('a deed of %s: another place %s', (location, another) => {
  const findings = codes(reading('propertyCertificate', { location: field(location) }))
  expect(findings).toEqual(another ? ['otherAddress'] : [])
  expect(codes(reading('propertyCertificate', { location: field(location, true) }))).toEqual([])
})

test('what the reader itself doubts is not held against anybody', () => {
  expect(codes(reading('propertyCertificate', { owner: field('覃大甬', true) }))).toEqual([])
})

test.each([
  ['idCard', '国徽面'],
  ['residencePermit', '背面'],
] as const)('the back of %s alone asks for the other side', (kind, side) => {
  const back = { ...reading(kind, { validity: field('2018.05.06-2038.05.06') }), side: 'back' as const }
  const [finding] = findingsOf(back, { ...question, allowed: [kind] })
  expect(finding).toMatchObject({ code: 'back' })
  expect(finding!.text).toContain(side)
  expect(finding!.remedy).toContain('有照片的一面')
})

test('a paper that is not taken at all is named', () => {
  const [finding] = findingsOf({ ...reading(null, {}), unaccepted: '驾驶证或行驶证' }, question)
  expect(finding).toMatchObject({ code: 'otherPaper', text: '这是驾驶证或行驶证，这里用不上。' })
})

test('what a reader does not tell about is asked, beside the paper; what it doubts is not', () => {
  const untold = { value: '覃大勇', check: 'none' as const, doubtful: true, untold: true }
  expect(codes(reading('propertyCertificate', { owner: untold }))).toEqual(['otherOwner'])
  expect(codes(reading('propertyCertificate', { owner: { ...untold, untold: false } }))).toEqual([])
})

test('a paper of another group is named', () => {
  const [finding] = findingsOf(reading('idCard', { name: field('韦小红') }), question)
  expect(finding).toMatchObject({ code: 'otherPaper', text: '这张看起来是身份证，这里用不上。' })
})

test('everything is said at once', () => {
  const both = reading('propertyCertificate', { owner: field('覃大勇'), validity: field('2000.01.01-2020.01.01') })
  expect(codes(both)).toEqual(['otherOwner', 'expired'])
})

test.each([
  ['2016.03.21-2036.03.21', '2036-03-21'],
  ['2010年5月1日至2030年4月30日', '2030-04-30'],
  ['2016.03.21-长期', null],
  ['长期', null],
  ['', null],
])('%s is valid until %s', (text, day) => {
  expect(validUntil(text)).toBe(day)
})

test.each([
  ['2026-11-23', true],
  ['2026-11-24', false],
  ['2026-11-25', false],
])('valid until %s, on 24 November: expired %s', (until, expired) => {
  const one = reading('propertyCertificate', { validity: field(`2006.01.01-${until.replace(/-/g, '.')}`) })
  expect(codes(one).includes('expired')).toBe(expired)
})

describe('an identity paper', () => {
  const identity = { ...question, allowed: ['idCard', 'passport'] }
  const found = (fields: CertificateReading['fields']) => findingsOf(reading('idCard', fields), identity)

  test("another's name is asked about as on a deed", () => {
    const [finding] = found({ name: field('覃大勇') })
    expect(finding).toMatchObject({
      code: 'otherName',
      field: 'name',
      text: '证件上的名字是“覃大勇”，申请人是“韦小红”。',
    })
    expect(found({ name: field('韦小红'), idNumber: field('450202198803120326') })).toEqual([])
    expect(found({ name: field('覃大勇', true) })).toEqual([])
  })
})
