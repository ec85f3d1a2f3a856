import { checkCreditCode } from './checkCreditCode'
import { checkIdNumber } from './checkIdNumber'
import { differences } from './nearestName'
import type { Placed } from './textLayout'

/**
 * How many papers a picture shows. Fields of two papers must never be mixed: of several nothing is read. The two sides of one 居民身份证
 * are one paper, as every photocopy has them.
 */
export type Shown = 'one' | 'bothSides' | 'several'

const texts = (items: readonly Placed[]) => items.map(({ text }) => text)
const count = (items: readonly Placed[], form: RegExp): number => texts(items).filter((text) => form.test(text)).length

/** Two readings of one number differ in a character or two; numbers of two people in many. */
const SAME_NUMBER = 3
/** Different numbers of a form, each once. */
function numbersOf(items: readonly Placed[], form: RegExp): string[] {
  const out: string[] = []
  for (const text of texts(items)) {
    for (const [number] of text.matchAll(form)) {
      if (!out.some((one) => one.length === number.length && differences(one, number) <= SAME_NUMBER)) out.push(number)
    }
  }
  return out
}

const ID_NUMBER = /(?<![\dA-Z])\d{17}[\dX](?![\dA-Z])/g
/** Registrar, kind and district lead a code, so that a person's number is none. */
const CREDIT_CODE = /(?<![\dA-Z])[159ANY][1239]\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![\dA-Z])/g
const PROPERTY_NUMBER = /20\d\d[)\]}]?\p{Script=Han}{2,12}不动产权第\d{7}/gu

/** The labels of one side of a card, each printed once on it. */
const FRONT = [/^姓名/, /^性别/, /民族/, /^出生/, /^住址/, /^公民身份号码/]
const BACK = [/^签发机关/, /^有效期限/, /居民(?:身份|居住)证$/]
const LEAST_OF_FRONT = 3
const LEAST_OF_BACK = 2
const REGISTER = /常住人口登记卡|户主或与户主关系|户主姓名/

/** How often a side is shown: as often as two of its labels are. */
const timesShown = (items: readonly Placed[], labels: readonly RegExp[], least: number): number => {
  const counts = labels.map((label) => count(items, label))
  if (counts.filter((times) => times > 0).length < least) return 0
  return Math.max(1, [...counts].sort((a, b) => b - a)[1])
}

export function papersShown(items: readonly Placed[]): Shown {
  const isRegister = count(items, REGISTER) > 0
  const people = isRegister ? 0 : numbersOf(items, ID_NUMBER).filter((number) => checkIdNumber(number).ok).length
  const fronts = isRegister ? 0 : timesShown(items, FRONT, LEAST_OF_FRONT)
  const backs = timesShown(items, BACK, LEAST_OF_BACK)
  const codes = numbersOf(items, CREDIT_CODE).filter((code) => checkCreditCode(code).ok && !checkIdNumber(code).ok)
  // 凭营业执照依法自主开展… stands on every licence: only the title alone counts.
  const licences = Math.max(count(items, /^营业执照$/), codes.length)
  const deeds = numbersOf(items, PROPERTY_NUMBER).length
  const registers = isRegister ? timesShown(items, FRONT.slice(0, 2), 1) : 0
  // Beside a licence or a card's back, which print no person's number, a number alone is a card whose labels were not read.
  const cards = Math.max(fronts, fronts + backs + licences > 0 ? people : 0)
  if (cards > 1 || backs > 1 || registers > 1) return 'several'
  if (Math.max(cards, backs) + licences + deeds + registers > 1) return 'several'
  return cards === 1 && backs === 1 ? 'bothSides' : 'one'
}

type Box = { from: number; to: number }
const extent = (items: readonly Placed[], from: (item: Placed) => number, to: (item: Placed) => number): Box => ({
  from: Math.min(...items.map(from)),
  to: Math.max(...items.map(to)),
})
/** How far two stretches lie apart; negative where they overlap. */
const apart = (p: Box, q: Box) => Math.max(q.from - p.to, p.from - q.to)
const middle = (p: Box, q: Box) => (p.to < q.from ? p.to + q.from : q.to + p.from) / 2

/** Parts the lines of a picture of both sides at the gap between the labels of the one and of the other. */
export function splitSides(items: readonly Placed[]): { front: Placed[]; back: Placed[] } {
  const holds = (labels: readonly RegExp[]) => items.filter(({ text }) => labels.some((label) => label.test(text)))
  const front = [...holds(FRONT), ...items.filter(({ text }) => /\d{17}[\dX]$/.test(text))]
  const back = holds(BACK)
  const across = [front, back].map((side) =>
    extent(
      side,
      ({ left }) => left,
      ({ right }) => right,
    ),
  ) as [Box, Box]
  const down = [front, back].map((side) =>
    extent(
      side,
      ({ y }) => y,
      ({ y }) => y,
    ),
  ) as [Box, Box]
  const stacked = apart(...down) > apart(...across)
  const [first, second] = stacked ? down : across
  const edge = middle(first, second)
  const place = (item: Placed) => (stacked ? item.y : (item.left + item.right) / 2)
  const isFront = (item: Placed) => place(item) < edge === first.from < second.from
  return { front: items.filter(isFront), back: items.filter((item) => !isFront(item)) }
}
