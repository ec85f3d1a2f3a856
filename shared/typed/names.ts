import { BLANKS, HAN, NAME_DOTS } from './characters'
import { clean, lengthOf } from './clean'

/** 姓名、单位名称: the longest that is taken. */
export const LONGEST_NAME = 100
/** 用电地址. */
export const LONGEST_ADDRESS = 120

/** Letters of any script. */
const LETTERS = new RegExp(
  `[A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u1FFF\\u2C00-\\u2DFF\\u3040-\\u31BF\\uA000-\\uD7AF${HAN}]`,
  'u',
)

/** A name as it is compared: dots, blanks, brackets and forms of characters make no difference. */
export const nameKey = (name: string): string =>
  clean('name', name)
    .normalize('NFKC')
    .replace(NAME_DOTS, '')
    .replace(BLANKS, '')
    .replace(/[.()[\]]/g, '')
    .toUpperCase()

export const sameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other)

/** What keeps a text from being a name: nothing there that shows, or more than a form holds. */
export function nameFault(name: string): 'missing' | 'tooLong' | null {
  const cleaned = clean('name', name)
  if (lengthOf(cleaned) > LONGEST_NAME) return 'tooLong'
  return lengthOf(nameKey(cleaned)) >= 2 && LETTERS.test(cleaned) ? null : 'missing'
}

/** How many characters have to be put in, out or in another's place to make one text of another. */
function distance(one: string[], other: string[]): number {
  let row = other.map((_, index) => index + 1)
  one.forEach((character, above) => {
    let left = above + 1
    let corner = above
    row = row.map((up, index) => {
      const next = Math.min(up + 1, left + 1, corner + (character === other[index] ? 0 : 1))
      corner = up
      left = next
      return next
    })
  })
  return row.at(-1) ?? one.length
}

/** Whether a name is the one before with a word put right, not another's: one character, in a longer name a quarter of it. */
export function isWordPutRight(before: string, now: string): boolean {
  const [one, other] = [[...nameKey(before)], [...nameKey(now)]]
  return distance(one, other) <= Math.max(1, Math.floor(Math.max(one.length, other.length) / 4))
}
