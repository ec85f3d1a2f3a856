import { plain } from './textLayout'
import type { CertificateReading, FieldReading, TextLine } from './types'

/**
 * The machine readable zone of a passport (ICAO Doc 9303-4, TD3): two lines of 44 characters, `P<CHNWEI<<XIAOHONG<…` and
 * `E123456789CHN8803120F2801011…`, with check digits over the number, the birth day and the expiry.
 */

const LENGTH = 44
const WEIGHTS = [7, 3, 1]
const VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** ICAO 9303-3, 4.9: characters by value, weights 7 3 1, modulo 10. */
export function zoneCheckDigit(text: string): string {
  const sum = [...text].reduce((total, character, place) => {
    const value = character === '<' ? 0 : VALUES.indexOf(character)
    return total + value * (WEIGHTS[place % 3] ?? 0)
  }, 0)
  return String(sum % 10)
}

/** What an engine makes of the fillers: guillemets, brackets and blanks. */
const asZone = (text: string) =>
  plain(text)
    .toUpperCase()
    .replace(/[«≪《]/g, '<<')
    .replace(/[〈(]/g, '<')
    .replace(/[^0-9A-Z<]/g, '')
const asDigits = (text: string) =>
  text.replace(/[OQD]/g, '0').replace(/[IL]/g, '1').replace(/Z/g, '2').replace(/S/g, '5').replace(/B/g, '8')

/** In the line of names a digit is a misread letter. */
const asLetters = (text: string) => text.replace(/0/g, 'O').replace(/1/g, 'I').replace(/5/g, 'S').replace(/8/g, 'B')

const century = (yy: string, latest: number) => (2000 + Number(yy) > latest ? 1900 : 2000) + Number(yy)
const dayOf = (yymmdd: string, latest: number) =>
  `${century(yymmdd.slice(0, 2), latest)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4, 6)}`

/** The second line from `start`, its digits put back where letters were read for them; null where too little of it is there. */
function secondLine(text: string) {
  if (text.length < 28) return null
  const number = text.slice(0, 9)
  const [check, birth, birthCheck] = [
    asDigits(text.slice(9, 10)),
    asDigits(text.slice(13, 19)),
    asDigits(text.slice(19, 20)),
  ]
  const [sex, expiry, expiryCheck] = [text.slice(20, 21), asDigits(text.slice(21, 27)), asDigits(text.slice(27, 28))]
  if (!/^\d{6}$/.test(birth) || !/^\d{6}$/.test(expiry)) return null
  // Chinese numbers are one or two letters and digits: after the second place a letter is a misread digit.
  const mended = number.slice(0, 2) + asDigits(number.slice(2))
  const right = [number, mended].find((one) => zoneCheckDigit(one) === check)
  return {
    number: (right ?? number).replaceAll('<', ''),
    numberOk: right !== undefined,
    mended: right !== undefined && right !== number,
    birth,
    birthOk: zoneCheckDigit(birth) === birthCheck,
    sex,
    expiry,
    expiryOk: zoneCheckDigit(expiry) === expiryCheck,
  }
}

/**
 * The fields of a passport from the lines of any engine, or null where they hold no machine readable zone.
 * @param thisYear of the day of reading: a birth year is not after it
 */
export function readMachineZone(lines: readonly TextLine[], thisYear: number): CertificateReading['fields'] | null {
  const zones = lines.map((line) => ({ line, text: asZone(line.text) })).filter(({ text }) => text.length >= 28)
  const first = zones.find(({ text }) => /^P[A-Z<][A-Z<]{3}[A-Z]/.test(text) && text.includes('<<'))
  const second = zones.flatMap(({ line, text }) => {
    const parts = line === first?.line ? null : secondLine(text.slice(0, LENGTH))
    return parts ? [{ line, parts }] : []
  })[0]
  if (!first || !second) return null
  const [surname = '', given = ''] = asLetters(first.text.slice(5)).split('<<')
  const latin = `${surname.replaceAll('<', ' ')} ${given.replaceAll('<', ' ')}`.trim()
  const { parts, line } = second
  const field = (value: string, ok: boolean | null, from: TextLine, snapped = false): FieldReading => ({
    value,
    check: ok === null ? 'none' : ok ? 'ok' : 'fail',
    quad: from.quad,
    ...(from.least === undefined && from.score === undefined ? {} : { confidence: from.least ?? from.score }),
    ...(snapped ? { snapped } : {}),
  })
  return {
    name: field(latin, null, first.line),
    documentNumber: field(parts.number, parts.numberOk, line, parts.mended),
    birth: field(dayOf(parts.birth, thisYear), parts.birthOk, line),
    validity: field(dayOf(parts.expiry, 2099), parts.expiryOk, line),
    ...(/[MF]/.test(parts.sex) ? { sex: field(parts.sex === 'M' ? '男' : '女', null, line) } : {}),
  }
}
