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
