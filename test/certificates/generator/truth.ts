import { creditCheckCharacter } from '../../../shared/certificates/checkCreditCode'
import { idCheckCharacter } from '../../../shared/certificates/checkIdNumber'
import { ETHNIC_GROUPS } from '../../../shared/certificates/ethnicGroups'
import { LIUZHOU_DISTRICTS } from '../../../shared/places/liuzhouDistricts'
import type { Random } from './random'

/** Invented people, companies and places. Every number carries a valid check character, so that the checks have something to check. */

const SURNAMES = [...'韦覃黄李梁莫潘罗蒙陆吴杨石龙廖谢兰贾卢唐周陈刘张王何邓农蓝苏曾', '欧阳', '司徒']
const GIVEN = [
  ...'小红建国秀英志强丽萍明远海燕文华桂芳春梅永康德胜美玲伟军晓东玉兰振宇思敏家豪雪莲立新燕秋彩云福生金凤嘉怡子轩国庆',
]

export const personName = (random: Random): string =>
  random.pick(SURNAMES) + random.pick(GIVEN) + (random.chance(0.75) ? random.pick(GIVEN) : '')

const ROADS = [
  ...'文昌 屏山 胜利 航生 柳西 潭中 飞鹅 驾鹤 跃进 雅儒 北雀 荣军 桂中 双冲 鹧鸪江 柳石 燎原 白云 三中'.split(' '),
]
const ESTATES = '东堤小区 万达华城 丽水湾 阳光壹佰 学府世家 金绿洲 恒大城 山水人家 银海花园 康华苑'.split(' ')
const VILLAGES = '王眉 高友 雨卜 四方塘 上屯 大桥 木罗 板江 平地 洛崖 古廨 龙美'.split(' ')
const ELSEWHERE = [
  '湖南省衡阳县西渡镇',
  '广东省茂名市电白区霞洞镇',
  '广西桂林市临桂区会仙镇',
  '贵州省从江县丙妹镇',
  '四川省安岳县石羊镇',
]

/** Where somebody lives: mostly Liuzhou, in town or village, sometimes elsewhere. */
export function homeAddress(random: Random): string {
  if (random.chance(0.12)) return `${random.pick(ELSEWHERE)}${random.pick(VILLAGES)}村${random.int(1, 20)}组`
  const district = random.pick(LIUZHOU_DISTRICTS)
  const county = district.name.endsWith('县')
  const head = county ? random.pick(['广西', '广西柳州市']) : '广西柳州市'
  if (county || random.chance(0.3)) {
    const town = random.pick(district.towns)
    return `${head}${district.name}${town}${random.pick(VILLAGES)}村${random.pick(['上屯', '下屯', '新屯', '大屯'])}${random.int(1, 220)}号`
  }
  const road = `${head}${district.name}${random.pick(ROADS)}路${random.int(1, 388)}号`
  if (random.chance(0.3)) return road
  const floor = random.int(1, 30)
  const flat = `${floor}${String(random.int(1, 4)).padStart(2, '0')}室`
  return `${road}${random.chance(0.6) ? random.pick(ESTATES) : ''}${random.int(1, 32)}栋${random.chance(0.5) ? `${random.int(1, 4)}单元` : ''}${flat}`
}

/** A place of business or a property in Liuzhou, as licences and certificates write it. */
export function placeInLiuzhou(random: Random): string {
  const district = random.pick(LIUZHOU_DISTRICTS.filter(({ name }) => name.endsWith('区')))
  const road = `柳州市${district.name}${random.pick(ROADS)}路${random.int(1, 388)}号`
  return random.pick([
    `${road}${random.int(1, 12)}栋1-${random.int(1, 20)}号门面`,
    `${road}${random.pick(ESTATES)}${random.int(1, 32)}栋${random.int(1, 4)}单元${random.int(1, 30)}0${random.int(1, 4)}室`,
    `${road}${random.int(1, 6)}号厂房`,
    road,
  ])
}

const REGIONS = '450202 450203 450204 450205 450206 450221 450222 450223 450224 450225 450226 430421 440904'.split(' ')
const two = (n: number) => String(n).padStart(2, '0')

export interface PersonTruth {
  name: string
  sex: string
  ethnicity: string
  birth: string
  address: string
  idNumber: string
}

export function person(random: Random): PersonTruth {
  const birth = `${random.int(1938, 2007)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`
  const order = random.digits(3)
  const first17 = random.pick(REGIONS) + birth.replaceAll('-', '') + order
  return {
    name: personName(random),
    sex: Number(order[2]) % 2 ? '男' : '女',
    ethnicity: random.chance(0.75) ? random.pick(['汉', '壮', '苗', '侗', '瑶']) : random.pick([...ETHNIC_GROUPS]),
    birth,
    address: homeAddress(random),
    idNumber: first17 + idCheckCharacter(first17),
  }
}

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY'
export function creditCode(random: Random, head: string): string {
  const first17 = head + Array.from({ length: 17 - head.length }, () => random.pick([...CREDIT])).join('')
  return first17 + creditCheckCharacter(first17)
}

const TRADES = ['机械制造', '水务科技', '建筑劳务', '商贸', '汽车零部件', '食品加工', '物流', '新能源科技', '装饰工程']
const SHOPS = ['螺蛳粉店', '五金店', '便利店', '理发店', '汽车维修部', '超市', '农资经营部', '服装店']
const BRANDS = '龙潭 清源 阿敏 桂中 鑫旺 宏达 立鱼峰 百里柳江 盛世 永兴 顺发 金沙 天成 华信'.split(' ')

export interface CompanyTruth {
  creditCode: string
  name: string
  type: string
  legalPerson: string
  address: string
}

export function company(random: Random): CompanyTruth {
  const sole = random.chance(0.45)
  const address = placeInLiuzhou(random)
  const district = /柳州市(.{2,3}区)/.exec(address)?.[1] ?? ''
  const type = sole
    ? '个体工商户'
    : random.pick([
        '有限责任公司(自然人独资)',
        '有限责任公司(自然人投资或控股)',
        '其他有限责任公司',
        '股份有限公司(非上市、自然人投资或控股)',
      ])
  const form = type.startsWith('股份') ? '股份有限公司' : '有限公司'
  return {
    creditCode: creditCode(random, sole ? '92450200MA' : '91450200MA'),
    name: sole
      ? `柳州市${district}${random.pick(BRANDS)}${random.pick(SHOPS)}`
      : `${random.pick(['柳州市', '广西', '柳州'])}${random.pick(BRANDS)}${random.pick(TRADES)}${form}`,
    type,
    legalPerson: personName(random),
    address,
  }
}

export interface PropertyTruth {
  certificateNumber: string
  owner: string
  location: string
  usage: string
}

export function property(random: Random): PropertyTruth {
  const place = random.chance(0.8) ? '柳州市' : random.pick(['三江县', '融安县', '鹿寨县', '柳城县'])
  return {
    certificateNumber: `桂(${random.int(2016, 2026)})${place}不动产权第${random.digits(7)}号`,
    owner: random.chance(0.75) ? personName(random) : company(random).name,
    location: placeInLiuzhou(random),
    usage: random.pick(['城镇住宅用地/住宅', '商服用地/商业服务', '工业用地/工业', '农村宅基地/住宅']),
  }
}

/** A term of a card, and its first day. */
export function validity(random: Random): string {
  const [year, month, day] = [random.int(2008, 2025), two(random.int(1, 12)), two(random.int(1, 28))]
  const to = random.chance(0.15) ? '长期' : `${year + random.pick([10, 20])}.${month}.${day}`
  return `${year}.${month}.${day}-${to}`
}
export const authority = (random: Random): string =>
  random.pick([
    '柳州市公安局城中分局',
    '柳州市公安局鱼峰分局',
    '三江侗族自治县公安局',
    '柳州市公安局柳江分局',
    '融安县公安局',
  ])

/** A day between two years, as papers write it. */
export const dayOf = (random: Random, from: number, to: number): string =>
  `${random.int(from, to)}年${two(random.int(1, 12))}月${two(random.int(1, 28))}日`
