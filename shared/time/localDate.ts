import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { z } from 'zod'
import { TimeError } from './timeError'

dayjs.extend(utc)

/** A calendar day in Beijing, 'YYYY-MM-DD'. Never an instant: rules count days, not hours. */
export type LocalDate = string & { readonly __localDate: true }

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** Days since 1970-01-01: what counting is done in. */
export type DayNumber = number

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Beijing keeps UTC+8 all year, whatever zone the host is in (cloud functions run in UTC). */
const BEIJING_OFFSET = 8 * 60 * MINUTE

/** The years counted in: from before the oldest rule to after anyone's case. */
const FIRST_YEAR = 1990
const LAST_YEAR = 2099
/** `utc` keeps every computation below independent of the host's time zone. */
const FIRST_DAY = dayjs.utc(`${FIRST_YEAR}-01-01`).valueOf() / DAY

/** Day number of the first of each month since FIRST_YEAR, and one more: a day is found by looking up, not by computing. */
const monthStarts = [FIRST_DAY]
for (let month = dayjs.utc(FIRST_DAY * DAY); month.year() <= LAST_YEAR; month = month.add(1, 'month')) {
  monthStarts.push(monthStarts[monthStarts.length - 1] + month.daysInMonth())
}
const END = monthStarts[monthStarts.length - 1]
/** Their texts, each written when it is first asked for. */
const texts: LocalDate[] = []

/** The two digits at a place of a text. */
const twoDigits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528

/** The day's number; NaN for a text that is not a day of the years counted in. */
function numberOf(text: string): DayNumber {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  return monthStarts[(year - FIRST_YEAR) * 12 + twoDigits(text, 5) - 1] + twoDigits(text, 8) - 1
}

/** Accepts 'YYYY-MM-DD' of a day that exists, 1990 to 2099; dayjs alone would roll 2019-02-30 over into March. */
const isLocalDate = (text: string): text is LocalDate => textOf(numberOf(text)) === text

/** As `localDate`, for data. */
export const localDateSchema = z
  .string()
  .refine(isLocalDate, '不是有效的日期(应为 YYYY-MM-DD)')
  .transform((text) => text as LocalDate)

/** Throws TimeError `notADate` when the text is not a real day. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new TimeError('notADate', `not a date: ${text}`)
  return text
}

/** The number of a day. */
export const dayNumber = (day: LocalDate): DayNumber => numberOf(day)

const textOf = (day: DayNumber): LocalDate | undefined => {
  if (!(day >= FIRST_DAY && day < END)) return undefined
  texts[day - FIRST_DAY] ??= dayjs.utc(day * DAY).format('YYYY-MM-DD') as LocalDate
  return texts[day - FIRST_DAY]
}

/** The day with this number. Throws TimeError `outsideCalendar` for years not counted in. */
export function dayOf(day: DayNumber): LocalDate {
  const text = textOf(day)
  if (text === undefined) throw new TimeError('outsideCalendar', `no such day in ${FIRST_YEAR}–${LAST_YEAR}: ${day}`)
  return text
}

/** 0 Sunday .. 6 Saturday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: DayNumber): 0 | 1 | 2 | 3 | 4 | 5 | 6 => ((day + 4) % 7) as ReturnType<typeof weekday>

/** Throws TimeError `notAnInstant`, where arithmetic would go on with NaN. */
function shifted(at: Instant): number {
  if (!Number.isSafeInteger(at)) throw new TimeError('notAnInstant', `not an instant: ${at}`)
  return at + BEIJING_OFFSET
}

/** The Beijing day an instant falls on. */
export const beijingDay = (at: Instant): LocalDate => dayOf(Math.floor(shifted(at) / DAY))

/** Minutes since Beijing midnight, 0..1439. */
export const beijingMinuteOfDay = (at: Instant): number => Math.floor((shifted(at) % DAY) / MINUTE)

/** 00:00 in Beijing. */
export const startOfDay = (day: LocalDate): Instant => dayNumber(day) * DAY - BEIJING_OFFSET

/** 24:00 in Beijing, which is 00:00 of the next day. */
export const endOfDay = (day: LocalDate): Instant => startOfDay(day) + DAY

/** `minuteOfDay` minutes after Beijing midnight (0..1440). */
export const instantAt = (day: LocalDate, minuteOfDay: number): Instant => startOfDay(day) + minuteOfDay * MINUTE

/** `n` calendar days later (earlier when negative). */
export const addDays = (day: LocalDate, n: number): LocalDate => dayOf(dayNumber(day) + n)

/** The corresponding day `n` months later, or that month's last day where it has none (民法典 202). */
export const addMonths = (day: LocalDate, n: number): LocalDate => dayOf(dayjs.utc(day).add(n, 'month').valueOf() / DAY)

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: LocalDate, b: LocalDate): number => dayNumber(b) - dayNumber(a)

/** 0 Sunday .. 6 Saturday. */
export const weekday = (day: LocalDate): 0 | 1 | 2 | 3 | 4 | 5 | 6 => weekdayOf(dayNumber(day))

/** For `sort`: earlier days first. */
export const compareDates = (a: LocalDate, b: LocalDate): number => daysBetween(b, a)

/** Every day after `a` up to and including `b`. */
export function daysAfter(a: LocalDate, b: LocalDate): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(a, b)) }, (_, index) => addDays(a, index + 1))
}
