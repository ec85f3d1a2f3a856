import { idCheckCharacter } from './checkIdNumber'

/** 2017: three letters of the nationality and twelve digits. 2023: 18 places that begin with 9, the last by GB 11643. */
const OLD = /^[A-Z]{3}\d{12}$/
const NEW = /^9\d{16}[\dX]$/

export const PERMANENT_RESIDENT_TEXT = {
  length: '外国人永久居留身份证号应为15位或18位，请再核对一遍',
  characters: '外国人永久居留身份证号是3个字母加12位数字，或以9开头的18位，请再核对一遍',
  checksum: '外国人永久居留身份证号有一位不对，请再核对一遍',
  otherPaper: '这是外国人永久居留身份证的号码，请把证件种类改成“外国人永久居留身份证”',
} as const

/** Whether a number has one of the two forms of an 外国人永久居留身份证. */
export const isPermanentResident = (number: string): boolean => OLD.test(number) || NEW.test(number)

/** What is wrong with the number of an 外国人永久居留身份证; null where nothing is. How the 15 places of 2017 are checked is not known here. */
export function checkPermanentResident(number: string): 'length' | 'characters' | 'checksum' | null {
  if (number.length !== 15 && number.length !== 18) return 'length'
  if (!isPermanentResident(number)) return 'characters'
  return number.length === 15 || idCheckCharacter(number) === number[17] ? null : 'checksum'
}
