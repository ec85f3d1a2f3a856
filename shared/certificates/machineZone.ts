import { plain } from './textLayout'
import type { CertificateReading, FieldReading, TextLine } from './types'

/**
 * The machine readable zone of a passport (ICAO Doc 9303-4, TD3): two lines of 44 characters, `P<CHNWEI<<XIAOHONG<…` and
 * `E123456789CHN8803120F2801011…`, with check digits over the number, the birth day and the expiry.
 */

/** A line without its fillers still has this much; engines read any number of them. */
const SHORTEST = 12
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

/** Years a passport or a visa page may still run: an expiry later than that lies in the century before. */
const LONGEST_VALID = 20

const century = (yy: string, latest: number) => (2000 + Number(yy) > latest ? 1900 : 2000) + Number(yy)
const dayOf = (yymmdd: string, latest: number) =>
  `${century(yymmdd.slice(0, 2), latest)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4, 6)}`

/** Document code, country and the beginning of a name. */
const FIRST_LINE = /^P[A-Z<][A-Z<]{3}[A-Z]/

/** A digit as an engine may read it. */
const DIGIT = '[0-9OQDILZSB]'
/**
 * The second line by its own parts, because an engine drops characters: number with check digit, nationality, birth, check, sex,
 * expiry, check. The fillers behind them say nothing.
 */
const SECOND_LINE = new RegExp(
  `^([A-Z0-9<]{7,11}?)(?:[C0GO]?H[NM2]|[A-Z<]{3})(${DIGIT}{6})(${DIGIT})([MF<])(${DIGIT}{6})(${DIGIT})`,
)

/** The parts of a second line, its digits put back where letters were read for them; null where they are not all there. */
function secondLine(text: string) {
  const parts = SECOND_LINE.exec(text)
  if (!parts) return null
  const [, numberAndCheck = '', birthRead = '', birthCheck = '', sex = '', expiryRead = '', expiryCheck = ''] = parts
  const whole = numberAndCheck.length === 10
  const number = whole ? numberAndCheck.slice(0, 9) : numberAndCheck
  const check = whole ? asDigits(numberAndCheck.slice(9)) : ''
  const [birth, expiry] = [asDigits(birthRead), asDigits(expiryRead)]
  // Chinese numbers are one or two letters and digits: after the second place a letter is a misread digit.
  const mended = number.slice(0, 2) + asDigits(number.slice(2))
  const right = [number, mended].find((one) => zoneCheckDigit(one) === check)
  return {
    number: (right ?? number).replaceAll('<', ''),
    numberOk: right !== undefined,
    mended: right !== undefined && right !== number,
    birth,
    birthOk: zoneCheckDigit(birth) === asDigits(birthCheck),
    sex,
    expiry,
    expiryOk: zoneCheckDigit(expiry) === asDigits(expiryCheck),
    isDay: [birth, expiry].every((day) => /^\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(day)),
  }
}

/**
 * The fields of a passport from the lines of any engine, or null where they hold no machine readable zone. The second line is enough:
 * the first is mostly fillers, which engines read as anything.
 * @param thisYear of the day of reading: a birth year is not after it
 */
export function readMachineZone(lines: readonly TextLine[], thisYear: number): CertificateReading['fields'] | null {
  const zones = lines.map((line) => ({ line, text: asZone(line.text) })).filter(({ text }) => text.length >= SHORTEST)
  const second = zones.flatMap(({ line, text }) => {
    const parts = secondLine(text)
    const checks = parts ? [parts.numberOk, parts.birthOk, parts.expiryOk].filter(Boolean).length : 0
    return parts?.isDay ? [{ line, parts, checks }] : []
  })[0]
  const first = zones.find(({ line, text }) => line !== second?.line && FIRST_LINE.test(text) && text.includes('<<'))
  // One digit is right by chance one time in ten: alone the second line must prove more of itself.
  if (!second || (!first && second.checks < 2)) return null
  const { parts, line, checks } = second
  const field = (value: string, ok: boolean | null, from: TextLine, snapped = false): FieldReading => {
    const confidence = from.least ?? from.score
    // Three right check digits say more than the least sure of 44 characters, most of them fillers.
    const proven = ok === true && checks === 3
    return {
      value,
      check: ok === null ? 'none' : ok ? 'ok' : 'fail',
      quad: from.quad,
      ...(proven ? { proven } : confidence === undefined ? {} : { confidence }),
      ...(snapped ? { snapped } : {}),
    }
  }
  const names = first && asLetters(first.text.slice(5)).split('<<')
  return {
    ...(names ? { name: field(names.slice(0, 2).join(' ').replaceAll('<', ' ').trim(), null, first.line) } : {}),
    documentNumber: field(parts.number, parts.numberOk, line, parts.mended),
    birth: field(dayOf(parts.birth, thisYear), parts.birthOk, line),
    validity: field(dayOf(parts.expiry, thisYear + LONGEST_VALID), parts.expiryOk, line),
    ...(/[MF]/.test(parts.sex) ? { sex: field(parts.sex === 'M' ? '男' : '女', null, line) } : {}),
  }
}
