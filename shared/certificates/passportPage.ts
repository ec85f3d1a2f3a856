import { readMachineZone } from './machineZone'
import { retakeHint } from './retakeHint'
import type { Layout, Placed } from './textLayout'
import type { CertificateReading, FieldReading } from './types'

/** Where no day is given, a passport's two-digit birth year lies before this. */
const LATEST_YEAR = '2030'
/** What a passport of any country prints beside its own language, and China's in Chinese; blanks are gone. */
const MARKS = [
  /PASSPORT/i,
  /护照号码|PassportNo/i,
  /国家码|CountryCode/i,
  /Nationality/i,
  /Dateofbirth/i,
  /Dateofexpiry/i,
]
const LEAST_MARKS = 3

/** The line right below a label, beginning where it begins, that has this form. */
export function below(items: Placed[], label: RegExp, form: RegExp): Placed | undefined {
  const over = items.find(({ text }) => label.test(text))
  return items
    .filter(
      ({ text, left, y }) => over && form.test(text) && y > over.y && y - over.y < 4 && Math.abs(left - over.left) < 3,
    )
    .sort((p, q) => p.y - q.y)[0]
}

/** A value as it stands there: nothing checks it. */
export const readAt = ({ text, least, quad }: Placed): FieldReading => ({
  value: text,
  check: 'none',
  quad,
  ...(least === undefined ? {} : { confidence: least }),
})

/**
 * A passport's page, or null where it is none. Numbers and days come from the zone for machines, whose check digits prove them; a
 * Chinese name stands in characters under its label. Where the zone could not be read the picture is asked for again.
 */
export function readPassport(
  layout: Layout,
  size: { width: number; height: number },
  today = LATEST_YEAR,
): CertificateReading | null {
  const zone = readMachineZone(layout.items, Number(today.slice(0, 4)))
  const marks = MARKS.filter((mark) => layout.items.some(({ text }) => mark.test(text))).length
  if (!zone && marks < LEAST_MARKS) return null
  const fields: CertificateReading['fields'] = { ...zone }
  const han = below(layout.items, /^姓名/, /^\p{Script=Han}{2,6}$/u)
  const latin = below(layout.items, /^姓名|Name$/, /^[A-Z]{2,},[A-Z]{2,}$/)
  if (han) fields.name = readAt(han)
  else if (latin && !fields.name) fields.name = { ...readAt(latin), value: latin.text.replace(',', ' ') }
  const printed = below(layout.items, /护照号|PassportNo/i, /^[A-Z]{1,2}\d{7,8}$/)
  if (printed && !fields.documentNumber) fields.documentNumber = readAt(printed)
  const scores = layout.items.flatMap(({ score }) => (score === undefined ? [] : [score]))
  return {
    kind: 'passport',
    fields,
    quality: scores.length ? scores.reduce((sum, score) => sum + score, 0) / scores.length : 1,
    retake: fields.documentNumber?.check === 'ok' && fields.name ? null : retakeHint(layout, size),
  }
}
