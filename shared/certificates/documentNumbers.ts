import { checkPermanentResident } from './checkPermanentResident'
import { type Judged, proven } from './fieldReaders'

/** Weights of GB 11714-1997 over the first eight places. */
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The check character of an organisation code (组织机构代码, GB 11714 MOD 11). */
export function organisationCheckCharacter(first8: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * ALPHABET.indexOf(first8[place] ?? '0'), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** 组织机构代码 anywhere in the text, as `12345678-9`. */
export function judgeOrganisationCode(read: string): Judged {
  const found = /([0-9A-Z]{8})[-—–]?([0-9X])(?![0-9A-Z])/.exec(read.toUpperCase().replace(/^代码[:：]?/, ''))
  if (!found) return { value: read, check: 'fail' }
  const [whole, first8 = '', last = ''] = found
  const value = `${first8}-${last}`
  const check = organisationCheckCharacter(first8) === last ? 'ok' : 'fail'
  return proven(value === whole ? { value, check } : { value, check, snapped: true })
}

/** 外国人永久居留身份证's number; of the two forms only that of 2023 carries a check character. */
export function judgePermanentResident(read: string): Judged {
  const [value] = /9\d{16}[\dX]|[A-Z]{3}\d{12}/.exec(read.toUpperCase()) ?? []
  if (!value) return { value: read, check: 'fail' }
  const wrong = checkPermanentResident(value) !== null
  return value.length === 15 && !wrong ? { value, check: 'none' } : proven({ value, check: wrong ? 'fail' : 'ok' })
}

/** A number that its own form finds in the text; brackets are written as the paper's issuer writes them. */
const byForm =
  (form: RegExp, written: (parts: string[]) => string) =>
  (read: string): Judged => {
    const found = form.exec(read)
    return found ? { value: written(found.slice(1)), check: 'none' } : { value: read, check: 'fail' }
  }

/** 房屋所有权证: 柳房权证字第D0123456号. */
export const judgeHouseNumber = byForm(
  /(\p{Script=Han}{1,6}房(?:地)?权证\p{Script=Han}{0,4}?字?)第?[^0-9A-Z]?([0-9A-Z]{4,12})号?/u,
  ([head, digits]) => `${head}第${digits}号`,
)

/** 国有、集体土地使用证: 柳国用(2008)第123456号. */
export const judgeLandNumber = byForm(
  /(\p{Script=Han}{1,4}[国集]用)[([{〔]?((?:19|20)\d{2})[)\]}〕]?\p{Script=Han}{0,3}?第?[^0-9]?(\d{2,10})号?/u,
  ([head, year, digits]) => `${head}(${year})第${digits}号`,
)

const militaryNumber = byForm(
  /(\p{Script=Han}{1,3})字第?[^0-9]?(\d{5,10})号?/u,
  ([head, digits]) => `${head}字第${digits}号`,
)
/** 军官证、士兵证: 军字第0123456号; its label, often read in one line with it, is no part of it. */
export const judgeMilitaryNumber = (read: string): Judged =>
  militaryNumber(read.replace(/^.*?编?号[::]?(?=\p{Script=Han}{1,3}字)/u, ''))

/** 案号: (2020)桂0202民初1234号. */
export const judgeCaseNumber = byForm(
  /[([{〔]?(20\d{2})[)\]}〕]?(\p{Script=Han}\d{0,4}\p{Script=Han}{1,3})(\d{1,6})(?:号|$)/u,
  ([year, court, digits]) => `(${year})${court}${digits}号`,
)

/** 发文字号: 柳发改审批〔2020〕12号. */
export const judgeIssueNumber = byForm(
  /(\p{Script=Han}{2,12})[([{〔]?(20\d{2})[)\]}〕](\d{1,5})号?/u,
  ([head, year, digits]) => `${head}〔${year}〕${digits}号`,
)

/** 建设工程规划许可证: 建字第450200202000123号. */
export const judgePermitNumber = byForm(/(建字)第?[^0-9]?(\d{9,20})号?/u, ([head, digits]) => `${head}第${digits}号`)

/** 合同编号: letters and digits, at least six. */
export const judgeContractNumber = byForm(/([0-9A-Z][0-9A-Z-]{5,24})/u, ([digits]) => digits ?? '')
