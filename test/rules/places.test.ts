import { addressFault, districtOf, withDistrict } from '@shared/places/districtOf'
import { isWordPutRight } from '@shared/typed/names'

test.each([
  ['城中区柳州市鱼峰区屏山大道212号', '城中区', /城中区和鱼峰区两个区县/],
  ['柳州市鱼峰区屏山大道212号', '城中区', /地址在鱼峰区，选的区县是城中区/],
  ['城中区雒容镇连丰村', '城中区', /雒容镇在鱼峰区/],
  ['柳州市雒容镇连丰村', '城中区', /地址在鱼峰区/],
  ['柳江县拉堡镇柳西路27号', '柳北区', /柳江区/],
  ['三江县古宜镇', '融水苗族自治县', /三江侗族自治县/],
  ['南宁市青秀区民族大道1号', '城中区', /南宁市.*只办柳州市/],
  ['广西桂林市临桂区', '城中区', /桂林市/],
  ['湖南省长沙市芙蓉区', null, /湖南省/],
  ['西宁市城中区南大街', '城中区', /西宁市/],
])('%s in %s contradicts itself', (address, district, why) => expect(addressFault(address, district)).toMatch(why))

test.each([
  ['文昌路18号', '城中区'],
  ['城中区柳江路10号', '城中区'],
  ['柳州市城中区柳北路3号', '城中区'],
  ['柳南区鱼峰路2号', '柳南区'],
  ['鱼峰区柳江区路3号', '鱼峰区'],
  ['城中区三中路66号柳北区政府旁', '城中区'],
  ['鱼峰区雒容镇连丰村', '鱼峰区'],
  ['鹿寨县鹿寨镇建中西路', '鹿寨县'],
  ['广西壮族自治区柳州市柳江区拉堡镇', '柳江区'],
  ['广西融水县融水镇', '融水苗族自治县'],
  ['柳州市河西市场3号', '柳南区'],
  ['城中区上海路1号', '城中区'],
  ['万家超市旁文昌路2号', '城中区'],
  ['人民市场二楼', '柳北区'],
])('%s in %s says nothing against itself', (address, district) => expect(addressFault(address, district)).toBeNull())

test.each([
  ['柳州市文昌路18号', '城中区', '柳州市城中区文昌路18号'],
  ['广西柳州市文昌路18号', '城中区', '广西柳州市城中区文昌路18号'],
  ['文昌路18号', '城中区', '城中区文昌路18号'],
  ['柳州市城中区文昌路18号', '城中区', '柳州市城中区文昌路18号'],
  ['三江县古宜镇', '三江侗族自治县', '三江县古宜镇'],
  ['柳江区路3号', '鱼峰区', '鱼峰区柳江区路3号'],
])('%s of %s is written %s', (address, district, written) => expect(withDistrict(address, district)).toBe(written))

test('柳江县 is what 柳江区 was called until 2016', () => expect(districtOf('柳江县拉堡镇')).toBe('柳江区'))

test.each([
  ['韦小红', '韦小虹', true],
  ['韦小红', '韦红', true],
  ['阿布都热合曼', '阿布都・热合曼', true],
  ['柳州市韦记米粉店', '柳州市韦记米粉馆', true],
  ['韦小红', '李强', false],
  ['韦小红', '李小明', false],
  ['柳州市韦记米粉店', '柳州市东风五金加工厂', false],
])('%s put right as %s: %s', (before, now, is) => expect(isWordPutRight(before, now)).toBe(is))
