import { clean } from '../typed/clean'

/** The 31 characters of GB 32100-2015: digits and capitals without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Weights 3^(i-1) mod 31 over the first 17 places. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export type CreditCodeRefusal = 'registrationNumber' | 'length' | 'characters' | 'checksum'

export type CreditCodeCheck = { ok: true; code: string } | { ok: false; reason: CreditCodeRefusal }

export const CREDIT_CODE_TEXT: Record<CreditCodeRefusal, string> = {
  registrationNumber: '15位的是旧执照的注册号，换发的执照上是18位的统一社会信用代码，请再核对一遍',
  length: '统一社会信用代码应为18位，请再核对一遍',
  characters: '统一社会信用代码只有数字和大写字母（没有I、O、S、V、Z），请再核对一遍',
  checksum: '统一社会信用代码有一位不对，请再核对一遍',
}

/** The check character for the first 17 places (GB 32100-2015, MOD 31). */
export function creditCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * ALPHABET.indexOf(first17[place]), 0)
  return ALPHABET[(31 - (sum % 31)) % 31]
}

/** Checks a unified social credit code (统一社会信用代码, GB 32100-2015). What is pasted with it is ignored, small letters are read as capitals. */
export function checkCreditCode(input: string): CreditCodeCheck {
  const code = clean('idNumber', input)
  if (/^\d{15}$/.test(code)) return { ok: false, reason: 'registrationNumber' }
  if (code.length !== 18) return { ok: false, reason: 'length' }
  // Place 3–8 is the registering district, always digits.
  if (![...code].every((c) => ALPHABET.includes(c)) || !/^..\d{6}/.test(code))
    return { ok: false, reason: 'characters' }
  if (creditCheckCharacter(code) !== code[17]) return { ok: false, reason: 'checksum' }
  return { ok: true, code }
}
