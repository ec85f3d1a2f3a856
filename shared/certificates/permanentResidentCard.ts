import { judgePermanentResident } from './documentNumbers'
import { below, readAt } from './passportPage'
import { retakeHint } from './retakeHint'
import type { Layout, Placed } from './textLayout'
import type { CertificateReading } from './types'

const TITLE = /外国人永久居留(?:身份)?证|PERMANENTRESIDENTID/i
const NUMBER = /(?<![\dA-Z])(?:9\d{16}[\dX]|[A-Z]{3}\d{12})(?![\dA-Z])/
/** Family name first, in Latin letters, or a Chinese name. */
const NAME = /^(?:[A-Z][A-Z'-]+,?[A-Z' -]*|\p{Script=Han}{2,6})$/u
const DAY = /^(?:19|20)\d\d[.年-]\d{1,2}[.月-]\d{1,2}日?$/

/** The line on the label's row behind it, that has this form. */
const beside = (items: Placed[], label: RegExp, form: RegExp): Placed | undefined => {
  const found = items.find(({ text }) => label.test(text))
  return items
    .filter(({ text, left, y }) => found && form.test(text) && left > found.left && Math.abs(y - found.y) < 0.6)
    .sort((p, q) => p.left - q.left)[0]
}

/**
 * 外国人永久居留身份证, of 2017 and of 2023, or null where it is none. Its labels, in two languages, stand above their values or before
 * them; its number is found by its form.
 */
export function readPermanentResidentCard(
  { items, ...layout }: Layout,
  size: { width: number; height: number },
): CertificateReading | null {
  if (!items.some(({ text }) => TITLE.test(text))) return null
  const find = (label: RegExp, form: RegExp) => below(items, label, form) ?? beside(items, label, form)
  const fields: CertificateReading['fields'] = {}
  const name = find(/^(?:中文)?姓名|^Name/i, NAME)
  const birth = find(/^出生日期|^DateofBirth/i, DAY)
  const number = items.find(({ text }) => NUMBER.test(text))
  if (name) fields.name = { ...readAt(name), value: name.text.replace(',', ' ') }
  if (birth) fields.birth = readAt(birth)
  if (number) fields.documentNumber = { ...readAt(number), ...judgePermanentResident(number.text) }
  const scores = items.flatMap(({ score }) => (score === undefined ? [] : [score]))
  return {
    kind: 'permanentResidentCard',
    fields,
    quality: scores.length ? scores.reduce((sum, score) => sum + score, 0) / scores.length : 1,
    retake:
      fields.name && fields.documentNumber && fields.documentNumber.check !== 'fail'
        ? null
        : retakeHint({ ...layout, items }, size),
  }
}
