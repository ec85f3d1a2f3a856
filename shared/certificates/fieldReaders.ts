import { districtOf } from '../places/districtOf'
import { LIUZHOU_DISTRICTS } from '../places/liuzhouDistricts'
import { checkCreditCode } from './checkCreditCode'
import { checkIdNumber } from './checkIdNumber'
import { countyAt } from './counties'
import { ETHNIC_GROUPS } from './ethnicGroups'
import { snapAddress, snapRegistry } from './liuzhouAddress'
import { nearestName } from './nearestName'
import type { FieldCheck } from './types'

/** A value after its own grammar has looked at it. */
export type Judged = {
  value: string
  check: FieldCheck
  /** Its check digits hold. */
  proven?: boolean
  snapped?: boolean
  /** Of words that were put right: what stood there as the reader had it. */
  asRead?: string
}

/** Brackets and points are how a value is written, not what it says. */
const said = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
const judged = (value: string, check: FieldCheck, read: string): Judged =>
  said(value) === said(read) ? { value, check } : { value, check, snapped: true }
/** A number whose check digits hold. */
export const proven = (judgment: Judged): Judged => (judgment.check === 'ok' ? { ...judgment, proven: true } : judgment)

/** 姓名 of a person: Han characters, with a middle dot in transcribed names. */
export function judgeName(read: string): Judged {
  const value = read.replace(/[•・.]/g, '·').replace(/[^\p{Script=Han}·]/gu, '')
  return { value, check: /^[\p{Script=Han}·]{2,20}$/u.test(value) ? 'none' : 'fail' }
}

export const judgeSex = (read: string): Judged => ({
  value: read,
  check: read === '男' || read === '女' ? 'ok' : 'fail',
})

/** 民族: one of the 56; one misread character of a longer name is put right. */
export function judgeEthnicity(read: string): Judged {
  const bare = ETHNIC_GROUPS.has(read) ? read : read.replace(/族$/, '')
  if (ETHNIC_GROUPS.has(bare)) return { value: bare, check: 'ok' }
  const near = bare.length > 1 ? nearestName(bare, ETHNIC_GROUPS) : null
  return near ? { value: near, check: 'ok', snapped: true, asRead: read } : { value: bare, check: 'fail' }
}

/** 出生 as `YYYY-MM-DD`. */
export function judgeBirth(read: string): Judged {
  const day = /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(read)
  if (!day) return { value: read, check: 'fail' }
  return { value: `${day[1]}-${day[2].padStart(2, '0')}-${day[3].padStart(2, '0')}`, check: 'none' }
}

/** An address: `ok` where it names a district of Liuzhou; elsewhere in the country there is nothing to check it against. */
export function judgeAddress(written: string): Judged {
  // A stroke of the paper's pattern or border before the province is no part of it.
  const read = written.replace(/^.(?=广西|柳州市)/u, '')
  const { value, snapped: moved } = snapAddress(read)
  const snapped = moved || read !== written
  const check = districtOf(value) ? 'ok' : value.length < 4 ? 'fail' : 'none'
  return snapped ? { value, check, snapped, asRead: written } : { value, check }
}

/** 公民身份号码 anywhere in the text; letters an engine puts for digits are put back, and said so. */
export function judgeIdNumber(read: string, today?: string): Judged {
  const written = read.replace(/[x×]/g, 'X')
  const digits = written.replace(/[OoQD]/g, '0').replace(/[lI|]/g, '1')
  const candidates = digits.match(/(?=(\d{17}[\dX]))\d/g)
    ? [...digits.matchAll(/(?=(\d{17}[\dX]))/g)].map((m) => m[1])
    : []
  const value = candidates.find((one) => checkIdNumber(one, today).ok) ?? candidates[0] ?? digits
  return proven(judged(value, checkIdNumber(value, today).ok ? 'ok' : 'fail', written.includes(value) ? value : read))
}

/** 有效期限 as `YYYY.MM.DD-YYYY.MM.DD` or `YYYY.MM.DD-长期`; cards run for 5, 10 or 20 years, or for good. */
export function judgeValidity(read: string): Judged {
  const span = /(\d{4})\.?(\d{2})\.?(\d{2})[-—–至~]+(?:(\d{4})\.?(\d{2})\.?(\d{2})|(长期))/.exec(read)
  if (!span) return { value: read, check: 'fail' }
  const [, y, m, d, toYear, toMonth, toDay, forGood] = span
  const years = Number(toYear) - Number(y)
  const leapDay = `${m}${d}` === '0229' && (toDay === '28' || `${toMonth}${toDay}` === '0301')
  const right = forGood || ([5, 10, 20].includes(years) && ((toMonth === m && toDay === d) || leapDay))
  return { value: `${y}.${m}.${d}-${forGood ?? `${toYear}.${toMonth}.${toDay}`}`, check: right ? 'ok' : 'fail' }
}

/** 统一社会信用代码 anywhere in the text; the five letters the alphabet leaves out are read as the digits they look like. */
export function judgeCreditCode(read: string): Judged {
  const written = read.toUpperCase()
  const codes = [...written.matchAll(/(?=([0-9A-Z]{18}))/g)].map((match) => match[1])
  const likely = codes.filter((code) => /^[159ANY]/.test(code))
  for (const code of [...likely, ...codes]) if (checkCreditCode(code).ok) return proven({ value: code, check: 'ok' })
  const mended = (code: string) =>
    code.replace(/O/g, '0').replace(/I/g, '1').replace(/S/g, '5').replace(/Z/g, '2').replace(/V/g, 'Y')
  for (const code of codes) {
    if (checkCreditCode(mended(code)).ok) return proven({ value: mended(code), check: 'ok', snapped: true })
  }
  return { value: likely[0] ?? codes[0] ?? read, check: 'fail' }
}

const COMPANY_TYPES = [
  '个体工商户',
  '个人独资企业',
  '普通合伙企业',
  '有限合伙企业',
  '有限责任公司',
  '有限责任公司(自然人独资)',
  '有限责任公司(法人独资)',
  '有限责任公司(国有独资)',
  '有限责任公司(自然人投资或控股)',
  '有限责任公司(自然人投资或控股的法人独资)',
  '其他有限责任公司',
  '股份有限公司(上市)',
  '股份有限公司(非上市、自然人投资或控股)',
  '农民专业合作社',
]

const withoutBrackets = (text: string) => text.replace(/[()（）[\]]/g, '')

/** 类型 of a licence; brackets a scanner turned or lost to its own width are plain ones here. */
export function judgeCompanyType(read: string): Judged {
  const same = COMPANY_TYPES.find((type) => withoutBrackets(type) === withoutBrackets(read))
  if (same) return judged(same, 'ok', read)
  const near = nearestName(read, COMPANY_TYPES, read.length > 8 ? 2 : 1)
  return near ? { value: near, check: 'ok', snapped: true, asRead: read } : { value: read, check: 'none' }
}

/**
 * 螺蛳粉, what Liuzhou eats and half its small shops are named after: engines lose the 蛳, or put another in its place. Words that
 * go on otherwise (螺旋, 螺纹) and the other spelling (螺狮粉) stay as read.
 */
const RIVER_SNAIL_NOODLES = /螺(?![蛳狮旋纹杆母丝钉])\p{Script=Han}?粉/u

/** 名称 of a company; one misread character of where it is registered and of the legal form it ends with is put right (有限公可). */
export function judgeCompanyName(written: string): Judged {
  const read = snapRegistry(written).replace(RIVER_SNAIL_NOODLES, '螺蛳粉')
  const form = nearestName(read.slice(-4), ['有限公司'])
  const name = judged(form ? read.slice(0, -4) + form : read, read.length < 3 ? 'fail' : 'none', written)
  return name.snapped ? { ...name, asRead: written } : name
}

/** Who registers land in and around Liuzhou, as the number names them; the other cities of Guangxi so that none is mistaken for it. */
const OWN_REGISTRIES = ['柳州市', '柳江县', '三江县', '融水县', ...LIUZHOU_DISTRICTS.map(({ name }) => name)]
const OTHER_REGISTRIES =
  '南宁市 桂林市 梧州市 北海市 防城港市 钦州市 贵港市 玉林市 百色市 贺州市 河池市 来宾市 崇左市'.split(' ')

/**
 * 不动产权证书's number: 桂(2021)柳州市不动产权第0012345号. Brackets an engine lost are put back, one misread character of a place
 * of Liuzhou is put right; a place that is none we know leaves the check open.
 */
export function judgeCertificateNumber(read: string): Judged {
  const number =
    /(\p{Script=Han})[([{]?(20\d{2})[)\]}]?([\p{Script=Han}]{2,12}?)不动产权第[^0-9OolI]{0,2}([0-9OolI]{7})号?/u.exec(
      read,
    )
  if (!number) return { value: read, check: 'fail' }
  const [whole, region, year, written, serial] = number
  const known = OWN_REGISTRIES.includes(written) || OTHER_REGISTRIES.includes(written)
  // 兴安县 is a county, and not a misread 融安县.
  const place = known || countyAt(written) ? written : (nearestName(written, OWN_REGISTRIES) ?? written)
  const digits = serial.replace(/[Oo]/g, '0').replace(/[lI]/g, '1')
  const check = region === '桂' && (known || place !== written) ? 'ok' : 'none'
  return judged(`${region}(${year})${place}不动产权第${digits}号`, check, whole)
}

/** A value without a grammar of its own. */
export const asRead = (read: string): Judged => ({ value: read, check: 'none' })
