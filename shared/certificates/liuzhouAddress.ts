import { LIUZHOU_DISTRICTS } from '../places/liuzhouDistricts'
import { countyAt } from './counties'
import { differences } from './nearestName'

/** Every way an address may begin, down to the district; alone only the long names of the autonomous counties are sure enough. */
const HEADS = LIUZHOU_DISTRICTS.flatMap(({ name }) => [
  ...['广西壮族自治区柳州市', '广西柳州市', '柳州市', '广西壮族自治区', '广西'].map((before) => before + name),
  ...(name.length > 3 ? [name] : []),
])

/** Characters of Liuzhou's place names beyond the 3,755 everyday ones (GB 2312, first level): the ones engines lose. */
const RARE = new Set('雒砦仫陲榄麒峒泗')

/** The name's beginning in `text` with one of its characters lost; null where it could be more than one name. */
function withLostCharacter(text: string, names: string[]): string | null {
  const lost = names.flatMap((name) =>
    // Its last character says what kind of place it is: without that the text may be a road (拉堡大道) or a hill (鱼峰山).
    [...name]
      .slice(0, -1)
      .flatMap((character, place) =>
        text.startsWith(name.slice(0, place) + name.slice(place + 1)) ? [{ name, character }] : [],
      ),
  )
  const only = (found: { name: string }[]) => (new Set(found.map(({ name }) => name)).size === 1 ? found[0].name : null)
  // 安乡 may have been 安太乡 or 安陲乡: the character an engine does not know is the one it loses.
  return only(lost) ?? only(lost.filter(({ character }) => RARE.has(character)))
}

/** Puts right the beginning of `text`: the one name that differs from it in a single character other than the last, or by one lost. */
function repairHead(text: string, names: string[]): { text: string; head: string } | null {
  const near = names.filter(
    (name) => text[name.length - 1] === name[name.length - 1] && differences(text.slice(0, name.length), name) <= 1,
  )
  const exact = near.find((name) => text.startsWith(name))
  if (exact) return { text, head: exact }
  if (near.length === 1) return { text: near[0] + text.slice(near[0].length), head: near[0] }
  const whole = near.length === 0 ? withLostCharacter(text, names) : null
  return whole ? { text: whole + text.slice(whole.length - 1), head: whole } : null
}

/**
 * 鹧鸪江, a place of 柳北区 that roads and villages are named after: engines know neither bird and put others or nothing, and what stands
 * beside a bird is the other one. Only right behind a district or town, and only before what a place's name is followed by.
 */
const BIRDS =
  /(?<=[区县镇乡道])(?:(?!鹧鸪江)(?:[鹧鸪鹤鹏鹦鹉鹊鹅鹃鹂鹄鸽鸥鸭鸣鸟鸿]\p{Script=Han}?|\p{Script=Han}[鹧鸪鹤鹏鹦鹉鹊鹅鹃鹂鹄鸽鸥鸭鸣鸟鸿])?)江(?=[路村社东西南北])/u

/** What engines read for the 柳 of 柳州: of these only 郴州 is a city, none of whose districts is called like one of Liuzhou's. */
const LIKE_LIU = /^((?:中国)?(?:广西(?:壮族自治区)?)?)[郴榕榔椰楼](?=州)/u

/** Before the county an address of Guangxi or a neighbour names its province and city. */
const PROVINCE = /^(?:中国)?(?:广西壮族自治区|广西|湖南省?|广东省?|贵州省?|云南省?)?/
const CITY = /^\p{Script=Han}{2,3}?(?:市|地区)/u
/** Whether the text names a county that is one: 兴安县 is not a misread 融安县, nor 柳江县, as it was called, a misread 柳城县. */
function namesCounty(text: string): boolean {
  const rest = text.replace(PROVINCE, '')
  const inCity = countyAt(rest.replace(CITY, ''))
  // Behind a city that was misread one of Liuzhou's own says nothing against 柳州.
  const isOwn = LIUZHOU_DISTRICTS.some(({ name }) => name === inCity)
  return countyAt(rest) !== undefined || (inCity !== undefined && !isOwn)
}

/** What stands behind a district is a road or a village by its own last word, and no township misread: 白露大道, 拉堡大道. */
const ROAD = /^(?:(?!镇|乡|街道)\p{Script=Han}){1,5}?(?:大道|路|街(?!道)|巷|里|弄|村(?!镇)|屯|组|队|社区)/u

/**
 * Corrects one misread or lost character in the city and district an address begins with (广西柳州市鱼蜂区 → 鱼峰区), and one in the
 * township right behind the district. A name that could be two districts is left as it was read.
 */
export function snapAddress(read: string): { value: string; snapped: boolean } {
  const isOwn = HEADS.some((head) => read.startsWith(head))
  if (!isOwn && namesCounty(read)) return { value: read, snapped: false }
  const head = repairHead(read, HEADS) ?? repairHead(read.replace(LIKE_LIU, '$1柳'), HEADS)
  if (!head) return { value: read, snapped: false }
  const towns = LIUZHOU_DISTRICTS.find(({ name }) => head.head.endsWith(name))?.towns ?? []
  const rest = head.text.slice(head.head.length)
  const town = ROAD.test(rest) ? null : repairHead(rest, towns)
  const value = (head.head + (town?.text ?? rest)).replace(BIRDS, '鹧鸪江')
  return { value, snapped: value !== read }
}

/** The name of a company, which begins with where it is registered: one misread character of its district and 柳 are put right. */
export function snapRegistry(name: string): string {
  const district = HEADS.filter((head) => head.startsWith('柳州市'))
  if (namesCounty(name)) return name
  return (repairHead(name, district) ?? repairHead(name.replace(LIKE_LIU, '$1柳'), district))?.text ?? name
}

/** The name of a company that is known to be registered in Liuzhou and begins with a city: what looks like 柳州 is 柳州. */
export const snapCity = (name: string): string => (name.includes('分公司') ? name : name.replace(LIKE_LIU, '$1柳'))
