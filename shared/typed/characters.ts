/** Characters by what they are to a reader; written out, because old browsers know no \p{…}. */

/**
 * What shows nothing: control and format characters (direction marks, joiners, BOM, soft hyphen), variation selectors, fillers, the
 * empty braille cell. Contacts, chats and PDFs bring them along. Line ends and tabs are blanks, not these.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex lint/suspicious/noMisleadingCharacterClass: these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u034F\u0600-\u0605\u061C\u06DD\u070F\u0890\u0891\u08E2\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{110BD}\u{110CD}\u{13430}-\u{1343F}\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu

/** Text without what shows nothing, and without halves of characters. No `u` here: rewritten for old browsers it would take the neighbour too. */
export const visible = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (part) => (part.length === 2 ? part : ''))

/** Blanks of every width, the ideographic one included; not the end of a line. */
export const BLANKS = /[\t \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g

/** Hyphens, dashes and minus signs. */
export const DASHES = /[-\u00AD\u2010-\u2015\u2043\u2212\u2E3A\u2E3B\u30FC\uFE58\uFE63\uFF0D]/g

/** The dot between the parts of a name, in all the forms keyboards and papers have for it. */
export const NAME_DOTS = /[\u00B7\u0387\u2022\u2024\u2027\u2219\u22C5\u25CF\u2E31\u2E33\u30FB\uA78F\uFF0E\uFF65]/g

/** Chinese characters, those of private use (old GBK forms) and radicals included; the inside of a character class. */
export const HAN = '\\u2E80-\\u2FD5\\u3005-\\u3007\\u3400-\\u9FFF\\uE000-\\uF8FF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}'

/** Parts of characters that PDFs put for the characters themselves and NFKC leaves alone, each before what it stands for. */
const RADICALS =
  '⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙'

/** A radical as the character it stands for: ⻙ → 韦, ⽂ → 文. */
export const withoutRadicals = (text: string): string =>
  text.replace(/[\u2E80-\u2FD5]/g, (part) => {
    const at = RADICALS.indexOf(part)
    return at >= 0 && at % 2 === 0 ? RADICALS[at + 1] : part.normalize('NFKC')
  })
