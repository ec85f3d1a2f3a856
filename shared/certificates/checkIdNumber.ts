import { clean } from '../typed/clean'

/** Weights of ISO 7064 MOD 11-2 over the first 17 places, and the check characters by remainder (GB 11643-1999, annex A). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/** Province codes of GB/T 2260, and 81, 82, 83: residence permits of Hong Kong, Macao and Taiwan residents (港澳台居民居住证). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 81 82 83'.split(' '),
)

export type IdNumberRefusal = 'firstGeneration' | 'length' | 'characters' | 'region' | 'birth' | 'future' | 'checksum'

export type IdNumberCheck =
  | { ok: true; number: string; birth: string; sex: '男' | '女'; region: string }
  | { ok: false; reason: IdNumberRefusal }

export const ID_NUMBER_TEXT: Record<IdNumberRefusal, string> = {
  firstGeneration: '15位的第一代身份证号已停用，请使用18位的第二代身份证',
  length: '身份证号应为18位，请再核对一遍',
  characters: '身份证号只有数字，最后一位可以是X，请再核对一遍',
  region: '身份证号开头的地区码不对，请再核对一遍',
  birth: '身份证号里的出生日期不对，请再核对一遍',
  future: '身份证号里的出生日期在今天之后，请再核对一遍',
  checksum: '身份证号有一位不对，请再核对一遍',
}

/** The check character for the first 17 digits (GB 11643 MOD 11-2). */
export function idCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  return CHECK_CHARACTERS[sum % 11]
}

/** True for a real day of the Gregorian calendar written YYYYMMDD. */
function isDay(yyyymmdd: string): boolean {
  const year = Number(yyyymmdd.slice(0, 4))
  const month = Number(yyyymmdd.slice(4, 6))
  const day = Number(yyyymmdd.slice(6, 8))
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return year >= 1880 && days !== undefined && day >= 1 && day <= days
}

/**
 * Checks a citizen's number (公民身份号码, GB 11643-1999): 18 places, province, real birth day not after `today`, check character.
 * What is pasted with it is ignored and a small x is read as X. The district is not looked up: districts are renamed, old prefixes stay valid.
 * @param today Beijing day `YYYY-MM-DD`; without it a birth day in the future is not noticed.
 */
export function checkIdNumber(input: string, today?: string): IdNumberCheck {
  const number = clean('idNumber', input)
  if (/^\d{15}$/.test(number)) return { ok: false, reason: 'firstGeneration' }
  if (number.length !== 18) return { ok: false, reason: 'length' }
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, reason: 'characters' }
  if (!PROVINCES.has(number.slice(0, 2))) return { ok: false, reason: 'region' }
  const birth = number.slice(6, 14)
  if (!isDay(birth)) return { ok: false, reason: 'birth' }
  if (idCheckCharacter(number) !== number[17]) return { ok: false, reason: 'checksum' }
  const birthDay = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`
  if (today !== undefined && birthDay > today) return { ok: false, reason: 'future' }
  return { ok: true, number, birth: birthDay, sex: Number(number[16]) % 2 ? '男' : '女', region: number.slice(0, 6) }
}
