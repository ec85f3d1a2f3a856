import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { z } from 'zod'

dayjs.extend(utc)

/** A calendar day in Beijing, 'YYYY-MM-DD'. Never an instant: rules count days, not hours. */
export type LocalDate = string & { readonly __localDate: true }

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

const MINUTE = 60_000
/** Beijing keeps UTC+8 all year, whatever zone the host is in (cloud functions run in UTC). */
const BEIJING_OFFSET = 8 * 60 * MINUTE

/** `utc` keeps every computation below independent of the host's time zone. */
const parse = (text: string) => dayjs.utc(text)
const format = (day: dayjs.Dayjs) => day.format('YYYY-MM-DD') as LocalDate

/** Accepts 'YYYY-MM-DD' of a day that exists; dayjs alone would roll 2019-02-30 over into March. */
export const localDateSchema = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && format(parse(text)) === text, '不是有效的日期(应为 YYYY-MM-DD)')
  .transform((text) => text as LocalDate)

/** Throws RangeError when the text is not a real day. */
export function localDate(text: string): LocalDate {
  const parsed = localDateSchema.safeParse(text)
  if (!parsed.success) throw new RangeError(`not a date: ${text}`)
  return parsed.data
}

/** The Beijing day an instant falls on. */
export const beijingDay = (at: Instant): LocalDate => format(dayjs.utc(at + BEIJING_OFFSET))

/** Minutes since Beijing midnight, 0..1439. */
export const beijingMinuteOfDay = (at: Instant): number => {
  const shifted = dayjs.utc(at + BEIJING_OFFSET)
  return shifted.hour() * 60 + shifted.minute()
}

/** 00:00 in Beijing. */
export const startOfDay = (day: LocalDate): Instant => parse(day).valueOf() - BEIJING_OFFSET

/** 24:00 in Beijing, which is 00:00 of the next day. */
export const endOfDay = (day: LocalDate): Instant => instantAt(day, 24 * 60)

/** `minuteOfDay` minutes after Beijing midnight (0..1440). */
export const instantAt = (day: LocalDate, minuteOfDay: number): Instant => startOfDay(day) + minuteOfDay * MINUTE

/** `n` calendar days later (earlier when negative). */
export const addDays = (day: LocalDate, n: number): LocalDate => format(parse(day).add(n, 'day'))

/** The corresponding day `n` months later, or that month's last day where it has none (民法典 202). */
export const addMonths = (day: LocalDate, n: number): LocalDate => format(parse(day).add(n, 'month'))

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: LocalDate, b: LocalDate): number => parse(b).diff(parse(a), 'day')

/** 0 Sunday .. 6 Saturday. */
export const weekday = (day: LocalDate): 0 | 1 | 2 | 3 | 4 | 5 | 6 => parse(day).day()

/** For `sort`: ISO dates order as text. */
export const compareDates = (a: LocalDate, b: LocalDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/** Every day after `a` up to and including `b`. */
export function daysAfter(a: LocalDate, b: LocalDate): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(a, b)) }, (_, index) => addDays(a, index + 1))
}
