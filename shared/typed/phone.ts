/** 手机号 of the mainland. */
const MOBILE = /^1[3-9]\d{9}$/
/** 座机: the area code of two big-city digits or three, the line, an extension. */
const FIXED = /^(0(?:10|2\d|[3-9]\d{2}))-?([2-9]\d{6,7})(?:(?:-|转|分机|ext\.?|x|#|,|\*)(\d{1,6}))?$/i
/** 400 numbers of companies. */
const COMPANY = /^400\d{7}$/
/** Hong Kong and Macao have 8 digits, Taiwan 9 after its 0 or fewer; others as E.164 has them. */
const FOREIGN = /^\+(?:852[2-9]\d{7}|853[268]\d{7}|886[2-9]\d{7,8}|(?!86|85[23]|886)[1-9]\d{6,14})$/

export const PHONE_HINT =
  '手机号 11 位；座机带区号，如 0772-2811234，有分机写 0772-2811234转801；港澳台和国外的以 + 开头'

/** Whether somebody can be called under it. Emergency and five-digit service numbers are nobody's own. */
export const isPhone = (phone: string): boolean =>
  MOBILE.test(phone) || COMPANY.test(phone) || FOREIGN.test(phone) || FIXED.test(phone)

/** One way to write each: 13807720001, 0772-2811234转801, +85291234567. What is no whole number yet is left as it was typed. */
export function cleanPhone(typed: string): string {
  const written = typed
    .replace(/^[^\d+]*[:：]/, '')
    .replace(/^(?:联系)?(?:电话|手机|座机)(?:号码?)?|^(?:tel|phone|mobile)\.?/i, '')
    .replace(/[\s()（）]/g, '')
    .replace(/[,，。;；、]+$/, '')
  const digits = written.replace(/[-.·]/g, '')
  // A dash at the end: an extension is about to follow.
  if (written.endsWith('-')) return written
  return writtenAs(written) ?? writtenAs(digits) ?? written
}

function writtenAs(given: string): string | null {
  // 00 is dialled for +, and a 0 before a mobile number of another city.
  const number = ofMainland(given.replace(/^00(?=[1-9])/, '+').replace(/^0(?=1[3-9]\d{9}$)/, ''))
  if (MOBILE.test(number) || COMPANY.test(number) || FOREIGN.test(number)) return number
  const taiwan = /^\+8860(\d{8,9})$/.exec(number)
  if (taiwan) return writtenAs(`+886${taiwan[1]}`)
  const fixed = FIXED.exec(number)
  if (!fixed) return null
  const [, area, line, extension] = fixed
  return `${area}-${line}${extension ? `转${extension}` : ''}`
}

/** Without the country's own code: +86 138…, 86138…, +86 772 2811234 (the 0 of the area code is dropped abroad). */
function ofMainland(number: string): string {
  const rest = /^\+?86-?(.+)$/.exec(number)?.[1]
  if (!rest) return number
  if (MOBILE.test(rest) || FIXED.test(rest) || COMPANY.test(rest)) return rest
  return number.startsWith('+') && FIXED.test(`0${rest}`) ? `0${rest}` : number
}

/** As a telephone dials it: the line, a pause, the extension. */
export const dialled = (phone: string): string => phone.replace(/-/g, '').replace('转', ',')

/** With its middle hidden: 138****5678, 0772-***1234, +852****4567; what is too short to keep a middle is hidden whole. */
export function maskPhone(phone: string): string {
  const [line = '', extension] = phone.split('转')
  const [, head = '', middle = '', tail = ''] = /^(0\d{2,3}-|\+\d{3}|\d{3})(.*)(\d{4})$/.exec(line) ?? []
  if (!middle) return '*'.repeat(phone.length)
  return `${head}${'*'.repeat(middle.length)}${tail}${extension ? '转***' : ''}`
}
