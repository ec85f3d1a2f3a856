import { BLANKS, DASHES, HAN, NAME_DOTS, visible, withoutRadicals } from './characters'
import { cleanPhone } from './phone'
import { withoutPrivateUse } from './privateUse'

/**
 * What is typed: a person's or company's name, an address, words in sentences, a number of 18 places (公民身份号码, 统一社会信用代码), the
 * number of any other paper, a telephone number, the number on a meter, an amount.
 */
export type Typed = 'name' | 'address' | 'words' | 'idNumber' | 'paperNumber' | 'phone' | 'meter' | 'amount'

const CLEANERS: Record<Typed, (typed: string) => string> = {
  name: cleanName,
  address: (typed) =>
    oneLine(
      plain(typed)
        .replace(/[－–—‐‑](?=[0-9A-Za-z])/g, '-')
        .replace(/＃/g, '#'),
    ).replace(/^(?:用电|详细|家庭|通信|收货)?(?:地址|住址)\s*[:：]\s*/, ''),
  words: (typed) => plain(typed).trim(),
  idNumber: (typed) => lastPlace(numberOf(typed).replace(/[-.·_]/g, '')),
  paperNumber: (typed) => lastPlace(numberOf(typed)),
  phone: (typed) => cleanPhone(compatible(typed)),
  meter: (typed) => withoutLabel(compatible(typed)).replace(/\s/g, ''),
  amount: (typed) =>
    compatible(typed)
      .replace(/[\s,，]/g, '')
      .replace(/。/g, '.')
      .replace(/(?:k?va|kw|千伏安|千瓦)$/i, ''),
}

/**
 * Whatever was typed or pasted as it is kept, compared and sent; before anything is cut off and before it is judged, on the page and on
 * the server. Cleaning twice changes nothing more.
 */
export function clean(kind: Typed, typed: string): string {
  let text = typed
  // What one step uncovers another may still have to take away; no text needs more than a few rounds.
  for (let round = 0; round < 5; round += 1) {
    const cleaned = CLEANERS[kind](text)
    if (cleaned === text) break
    text = cleaned
  }
  return text
}

/** As `clean`, with the blank after the last word left, so that a next one can follow. */
export function cleanWhileTyping(kind: Typed, typed: string): string {
  const cleaned = clean(kind, typed)
  const goesOn = (kind === 'name' || kind === 'address' || kind === 'words') && cleaned !== ''
  return goesOn && /\s$/.test(visible(typed))
    ? `${cleaned}${/\n$/.test(typed) && kind === 'words' ? '\n' : ' '}`
    : cleaned
}

/** Characters as a reader counts them. */
export const lengthOf = (text: string): number => [...text].length

/**
 * Words without what does not show, in one form. Not NFKC as a whole: it would make m2 of ㎡, half-width marks of Chinese ones, and other
 * characters of the 兼容汉字 that names are written with.
 */
const plain = (typed: string): string =>
  visible(withoutRadicals(withoutPrivateUse(typed)))
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(BLANKS, ' ')
    .replace(/[Ａ-Ｚａ-ｚ０-９]|[\uFB00-\uFB06]|[\u{1D400}-\u{1D7FF}]/gu, (form) => form.normalize('NFKC'))
    .replace(/[^\uF900-\uFAFF\u{2F800}-\u{2FA1F}]+/gu, (part) => part.normalize('NFC'))

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const BETWEEN_HAN = (what: string) => new RegExp(`([${HAN}])${what}(?=[${HAN}])`, 'gu')
const BLANK_IN_CHINESE = BETWEEN_HAN(' ')
const FULL_STOP_IN_CHINESE = BETWEEN_HAN(' ?[.。｡] ?')

function cleanName(typed: string): string {
  return oneLine(plain(typed))
    .replace(/^(?:姓\s?名|名\s?称|单位名称|户名)\s*[:：]\s*/, '')
    .replace(NAME_DOTS, '·')
    .replace(/ ?· ?/g, '·')
    .replace(FULL_STOP_IN_CHINESE, '$1·')
    .replace(BLANK_IN_CHINESE, '$1')
}

/** For numbers: full width, circled and stacked forms are the plain digits and letters, every dash is one dash. */
const compatible = (typed: string): string =>
  visible(visible(typed).replace(DASHES, '-').normalize('NFKC')).replace(BLANKS, ' ').trim()

/** 身份证号：…, 统一社会信用代码 …, No. …: what stands before a number when it is copied off a paper or a chat. */
const LABEL = new RegExp(
  `^(?:[${HAN}()]*(?:号码?|编号|代码|证号|身份证|护照|执照|居住证|表号)|[A-Za-z ]*No\\.?|[^0-9:]*:)[\\s:]*`,
  'u',
)
const withoutLabel = (text: string): string => text.replace(LABEL, '')

const numberOf = (typed: string): string =>
  withoutLabel(compatible(typed))
    .replace(/\s/g, '')
    .replace(/[,，。;；、]+$/, '')
    .toUpperCase()

/** Where a check character may be X people also find ×, and letters of other alphabets that look like it. */
const lastPlace = (number: string): string => number.replace(/^(\d{17}|\d{8}-?)[×✕✖✗╳⨯ХΧ]$/, '$1X')
