import { CARD_PAPERS, isPersonsCard } from './cardPapers'
import { checkIdNumber } from './checkIdNumber'
import {
  asRead,
  type Judged,
  judgeAddress,
  judgeBirth,
  judgeCertificateNumber,
  judgeCompanyType,
  judgeCreditCode,
  judgeEthnicity,
  judgeIdNumber,
  judgeName,
  judgeSex,
  judgeValidity,
} from './fieldReaders'
import { snapCity } from './liuzhouAddress'
import { OTHER_PAPERS } from './otherPapers'
import { COMMON_PAPERS, type Judge, type PaperLayout } from './paperLabels'
import { readPassport } from './passportPage'
import { readPermanentResidentCard } from './permanentResidentCard'
import { LOWEST_MEAN_SCORE, retakeHint } from './retakeHint'
import { papersShown, splitSides } from './severalPapers'
import { startsLate } from './startsLate'
import { type Layout, layOut, type Placed, quadOf } from './textLayout'
import type { CertificateKind, CertificateReading, CertificateSide, FieldKey, FieldReading, TextLine } from './types'
import { isDocument, unacceptedPaper, unacceptedText } from './unacceptedPapers'
import { unevenSpacing } from './unevenSpacing'
import { valuesByLabel } from './valuesByLabel'

/**
 * A value with a character less likely than this is shown as unsure. Measured on unseen drawn papers: at 0.75 three of 450 values
 * were wrong and shown as sure, the least sure of them at 0.75, the surest just below 0.9; at 0.9 none of another 240.
 */
export const UNSURE = 0.9
/**
 * How far a value can be relied on: its check digits hold (`proven`), the reader says that it is sure, the reader does not tell and
 * nothing proves it (`untold`), or something speaks against it: its check fails, a character is unlikely, it was moved to a known name.
 */
export type Sureness = 'proven' | 'sure' | 'untold' | 'doubted'

export function surenessOf({ check, confidence, proven = false, snapped = false }: FieldReading): Sureness {
  if (check === 'fail' || snapped || (confidence !== undefined && confidence < UNSURE)) return 'doubted'
  if (proven) return 'proven'
  return confidence === undefined ? 'untold' : 'sure'
}

/** Whether the person should look at the paper itself before it is taken as read. */
export const isDoubtful = (field: FieldReading): boolean => ['untold', 'doubted'].includes(surenessOf(field))
/** Given to a name whose glyphs stand too far apart for the characters read: one of them was probably lost. */
const CHARACTER_LOST = 0.5

/** 柳州市 in GB/T 2260. */
const LIUZHOU = '4502'

type Size = { width: number; height: number }

const PAPERS = [...COMMON_PAPERS, ...CARD_PAPERS, ...OTHER_PAPERS]
/** However poor its picture, a paper shows a number or a few words. */
const LEAST_CHARACTERS = 8
/** A title outweighs the labels that papers share. */
const TITLE = 0.6
const HINT = 0.2

/**
 * Which paper it is: the layout most of whose marks were read, at least two (one where the caller says what it asked for, or where
 * it is a title).
 */
function recognise(items: Placed[], hint?: CertificateKind): PaperLayout | null {
  const text = items.map((item) => item.text).join('\n')
  const joined = items.map((item) => item.text).join('')
  const seen = (mark: string | RegExp) =>
    typeof mark === 'string' ? text.includes(mark) || (mark.length === 2 && joined.includes(mark)) : mark.test(text)
  const ranked = PAPERS.map((layout) => {
    const marks = layout.marks.filter(seen).length
    const titled = layout.titles?.some(seen) ?? false
    if (layout.onlyTitled && !titled) return { layout, marks: 0, share: 0 }
    const share = marks / layout.marks.length + (titled ? TITLE : 0) + (layout.kind === hint ? HINT : 0)
    return { layout, marks: marks + (titled ? 1 : 0), share }
  }).sort((a, b) => b.share - a.share)
  const [best] = ranked
  return best.marks >= (best.layout.kind === hint ? 1 : 2) ? best.layout : null
}

/** A number or words that only papers we know print. */
const isPieceOfPaper = ({ text }: Placed): boolean =>
  /(?<![\dA-Z])[\dA-Z]{2}\d{6}[\dA-Z]{10}(?![\dA-Z])/.test(text) ||
  PAPERS.some(({ titles = [], marks }) =>
    [...titles, ...marks.slice(0, 1)].some((mark) =>
      typeof mark === 'string' ? text.includes(mark) : mark.test(text),
    ),
  )

/** Mean engine score of the lines; undefined where the engine gives none, as WeChat's does. */
function meanScore(items: Placed[]): number | undefined {
  const scores = items.flatMap(({ score }) => (score === undefined ? [] : [score]))
  return scores.length ? scores.reduce((sum, score) => sum + score, 0) / scores.length : undefined
}

const judges: Record<FieldKey, Judge> = {
  name: judgeName,
  sex: judgeSex,
  ethnicity: judgeEthnicity,
  birth: judgeBirth,
  address: judgeAddress,
  idNumber: judgeIdNumber,
  authority: asRead,
  validity: judgeValidity,
  creditCode: judgeCreditCode,
  type: judgeCompanyType,
  legalPerson: judgeName,
  owner: asRead,
  certificateNumber: judgeCertificateNumber,
  location: judgeAddress,
  usage: asRead,
  documentNumber: asRead,
}

/** The boxes of a number that was cut in two reach into each other by up to a character, in line heights. */
const HALF_CUT = 1

/** Numbers whose own form finds them wherever they stand; the two runs of a number cut in two are tried joined. */
const FOUND_BY_FORM: Partial<Record<FieldKey, RegExp>> = {
  idNumber: /[\dOlI|Q]{17}[\dXx×OlI|Q]/,
  creditCode: /[0-9A-Za-z]{18}/,
  certificateNumber: /不动产权第?/,
}

function findByForm(key: FieldKey, items: Placed[], paper: PaperLayout, judge: Judge): Placed[] | undefined {
  const form = key === 'documentNumber' ? paper.numberForm : FOUND_BY_FORM[key]
  const matching = form ? items.filter((item) => form.test(item.text)) : []
  const judged = matching.map((item) => ({ item, ...judge(item.text) }))
  const best = judged.find(({ check }) => check === 'ok') ?? judged[0]
  if (!best) return undefined
  if (best.check !== 'fail') return [best.item]
  // A number the detector cut in two: what stands before it on its row belongs to it.
  const before = items.filter(({ y, right }) => Math.abs(y - best.item.y) < 0.6 && right < best.item.left + HALF_CUT)
  const whole = [...before.sort((a, b) => a.left - b.left).slice(-1), best.item]
  return judge(whole.map(({ text }) => text).join('')).check === 'fail' ? [best.item] : whole
}

function readField(key: FieldKey, lines: Placed[], judged: Judged, layout: Layout, values: Placed[]): FieldReading {
  const scores = lines.flatMap(({ score, least = score }) => (least === undefined ? [] : [least]))
  const isName = key === 'name' || key === 'owner' || key === 'legalPerson'
  const lost = isName && (unevenSpacing(lines[0], layout.items) || startsLate(lines[0], values))
  const confidence = scores.length
    ? Math.min(...scores, ...(lost ? [CHARACTER_LOST] : []))
    : lost
      ? CHARACTER_LOST
      : undefined
  return { ...judged, ...(confidence === undefined ? {} : { confidence }), quad: quadOf(lines, layout.angle) }
}

/**
 * Sex and birth stand in a valid number: there they are sure, on the card they are small. Where the card was read to say otherwise,
 * one of the two was misread, and nothing is proven.
 */
function fromNumber(fields: CertificateReading['fields'], today?: string): void {
  const number = fields.idNumber && checkIdNumber(fields.idNumber.value, today)
  if (!fields.idNumber || !number?.ok) return
  const keys = ['sex', 'birth'] as const
  const speaksAgainst = keys.some((key) => {
    const read = fields[key]
    return read && read.check !== 'fail' && read.value !== number[key]
  })
  if (speaksAgainst) fields.idNumber = { ...fields.idNumber, proven: false }
  for (const key of keys) {
    const value = number[key]
    const read = fields[key]
    const snapped = read?.value !== value
    fields[key] = { ...read, value, check: 'ok', proven: !speaksAgainst, ...(snapped ? { snapped } : {}) }
  }
}

/** A code that checks says where the company is registered, and its name begins with that city. */
function fromCode({ creditCode, name }: CertificateReading['fields']): void {
  if (!name || creditCode?.check !== 'ok' || !creditCode.value.slice(2).startsWith(LIUZHOU)) return
  const value = snapCity(name.value)
  if (value !== name.value) Object.assign(name, { value, snapped: true, asRead: name.value })
}

/** One paper's fields off its lines. */
function readPaper(paper: PaperLayout, layout: Layout, size: Size, today?: string): CertificateReading {
  const found = valuesByLabel(layout.items, paper)
  const unlabelled = layout.items.filter(({ text }) => !paper.labels.some((label) => text.startsWith(label.text[0])))
  const keys = new Set([...paper.labels.flatMap(({ key }) => key ?? []), ...paper.required])
  const fields: CertificateReading['fields'] = {}
  const used = new Set<Placed>()
  for (const key of keys) {
    const judge = paper.judges?.[key] ?? judges[key]
    const values = findByForm(key, layout.items, paper, judge) ?? found[key]
    if (!values?.length) continue
    const judged = judge(values.map(({ text }) => text).join(''), today)
    if (!judged.value) continue
    for (const value of values) used.add(value)
    fields[key] = readField(key, values, judged, layout, unlabelled)
  }
  fromNumber(fields, today)
  fromCode(fields)

  const mean = meanScore([...used])
  const present = paper.required.filter((key) => fields[key])
  // Only the key's own check decides: a name with a character no engine knows would be asked for again for ever.
  const [key] = paper.required
  const complete = present.length === paper.required.length && (!key || fields[key]?.check !== 'fail')
  const accepted = complete && (mean === undefined || mean >= LOWEST_MEAN_SCORE)
  return {
    kind: paper.kind,
    ...(paper.side ? { side: paper.side } : {}),
    fields,
    quality: (mean ?? 1) * (paper.required.length ? present.length / paper.required.length : 1),
    retake: accepted ? null : retakeHint(layout, size),
  }
}

/** 居民身份证 or 港澳台居民居住证, both sides in one picture: each read by itself, the front decides. */
function readBothSides(layout: Layout, size: Size, today?: string): CertificateReading {
  const sides = splitSides(layout.items)
  const card = layout.items.some(({ text }) => /居民居住证/.test(text)) ? 'residencePermit' : 'idCard'
  const read = (side: CertificateSide) => {
    const paper = PAPERS.find(({ kind, side: which }) => kind === card && which === side)
    if (!paper) throw new Error(`no layout of a card's ${side}`)
    return readPaper(paper, { ...layout, items: sides[side] }, size, today)
  }
  const front = read('front')
  return { ...front, fields: { ...read('back').fields, ...front.fields } }
}

/**
 * Turns the lines of any OCR engine into the fields of a paper, by layout: labels are found wherever they stand and values are taken
 * from the place right of and below them, in the paper's own direction, whichever way the picture was taken.
 * @param size pixels of the picture the quads lie in
 * @param hint the paper that was asked for; it helps a poor picture, another paper clearly seen wins
 * @param today Beijing day `YYYY-MM-DD`: a birth day after it fails the check
 */
export function readCertificate(
  lines: TextLine[],
  size: Size,
  hint?: CertificateKind,
  today?: string,
): CertificateReading {
  const layout = layOut(lines)
  const passport = readPassport(layout, size, today)
  if (passport) return passport
  const resident = readPermanentResidentCard(layout, size)
  if (resident) return resident
  const texts = layout.items.map(({ text }) => text)
  const likely = recognise(layout.items, hint)
  // A licence may name vehicles, a deed a marriage: only what passes for a card, or for nothing, can be one that is not taken.
  const unaccepted = likely && !isPersonsCard(likely) ? null : unacceptedPaper(texts)
  if (unaccepted)
    return {
      kind: null,
      fields: {},
      quality: 0,
      retake: 'unaccepted',
      unaccepted: { name: unaccepted.name, text: unacceptedText(unaccepted) },
    }
  const shown = papersShown(layout.items)
  if (shown === 'several') return { kind: null, fields: {}, quality: 0, retake: 'onePaper' }
  if (shown === 'bothSides') return readBothSides(layout, size, today)
  const paper = likely && isPersonsCard(likely) && isDocument(texts) ? null : likely
  if (!paper) {
    // Text read poorly is a poor picture of a paper; text read well, or hardly any (a cat's whiskers), is no paper we know. A reader
    // that does not tell how well it read leaves what of a known paper it found.
    const characters = layout.items.reduce((sum, { text }) => sum + text.length, 0)
    const mean = meanScore(layout.items)
    const readPoorly =
      mean === undefined ? !isDocument(texts) && layout.items.some(isPieceOfPaper) : mean < LOWEST_MEAN_SCORE
    const poor = hint !== undefined || (characters >= LEAST_CHARACTERS && readPoorly)
    return { kind: null, fields: {}, quality: 0, retake: poor ? retakeHint(layout, size) : 'otherPaper' }
  }
  return readPaper(paper, layout, size, today)
}
