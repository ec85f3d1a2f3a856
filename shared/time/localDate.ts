import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
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
const parsed = (text: string): DayNumber => dayjs.utc(text).valueOf() / DAY
const FIRST_DAY = parsed(`${FIRST_YEAR}-01-01`)
const LAST_DAY = parsed(`${LAST_YEAR}-12-31`)

/** Days asked for before, in both directions: deriving 100,000 promises asks for the same few thousand again and again. */
const numbers = new Map<LocalDate, DayNumber>()
const texts = new Map<DayNumber, LocalDate>()

/** The day with this number as text; undefined outside the years counted in. */
function textOf(day: DayNumber): LocalDate | undefined {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) return undefined
  const known = texts.get(day)
  if (known !== undefined) return known
  const text = dayjs.utc(day * DAY).format('YYYY-MM-DD') as LocalDate
  texts.set(day, text)
  numbers.set(text, day)
  return text
}

/** Accepts 'YYYY-MM-DD' of a day that exists, 1990 to 2099; dayjs alone would roll 2019-02-30 over into March. */
export const isLocalDate = (text: string): text is LocalDate =>
  numbers.has(text as LocalDate) || textOf(parsed(text)) === text

/** Throws TimeError `notADate` when the text is not a real day. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new TimeError('notADate', `not a date: ${text}`)
  return text
}

/** The number of a day; NaN for a text that is not one. */
export const dayNumber = (day: LocalDate): DayNumber =>
  numbers.get(day) ?? (isLocalDate(day) ? parsed(day) : Number.NaN)

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
