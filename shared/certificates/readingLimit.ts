import type { LocalDate } from '../time/localDate'

/**
 * How often one person may have papers read in one Beijing day. WeChat's text reader answers 100 calls a day for everybody together.
 * An application needs about four (the certificate, a house's paper, and either again in better light): twenty are several
 * applications, and with every repetition one person still leaves more than half to the others. Typing is never limited.
 */
export const READING_LIMIT = {
  picturesADay: 20,
  /** The answer may have been lost on its way: the same picture may be read again without counting, this often. */
  repeatsOfOnePicture: 1,
} as const satisfies { picturesADay: number; repeatsOfOnePicture: number }

/**
 * readings/{openid}: what one person had read on the last day they did. Answers are not kept, for they hold a paper's text: a
 * repetition asks the reader again, so it is the repetitions that are limited.
 */
export interface Readings {
  day: LocalDate
  counted: number
  /** Each picture by the SHA-256 of its bytes: the same file sent again is the same picture. */
  pictures: { sha256: string; times: number }[]
}

/** The record with one more reading; null where the day's are used up. */
export function withOneMore(before: Readings | null, day: LocalDate, sha256: string): Readings | null {
  const { counted, pictures } = before?.day === day ? before : { counted: 0, pictures: [] }
  const times = pictures.find((picture) => picture.sha256 === sha256)?.times ?? 0
  const isFree = times > 0 && times <= READING_LIMIT.repeatsOfOnePicture
  if (!isFree && counted >= READING_LIMIT.picturesADay) return null
  const others = pictures.filter((picture) => picture.sha256 !== sha256)
  return { day, counted: counted + (isFree ? 0 : 1), pictures: [...others, { sha256, times: times + 1 }] }
}
