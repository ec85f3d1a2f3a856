import { type CalendarNotice, calendarNotices } from '../rules/calendarNotices'
import { addDays, compareDates, daysAfter, type LocalDate, weekday } from './localDate'

/** What a day is, and which notice says so. */
export interface DayKind {
  working: boolean
  /** `unpublished`: no notice covers the day yet; `working` is then only the plain week's answer. */
  reason: 'workday' | 'weekend' | 'holiday' | 'makeUp' | 'unpublished'
  /** 清明节, 广西三月三, … */
  name?: string
  /** Number of the notice, or its title where it has none. */
  notice?: string
  /** False while a notice that could still change the day is not out: whatever rests on it is provisional. */
  known: boolean
}

export interface WorkingCalendar {
  /** Equal exactly when the same notices were known: `notices@<publication day of the newest>`. */
  version: string
  day(day: LocalDate): DayKind
}

/** One day of an explanation: why it was counted or skipped. */
export interface ExplainedDay {
  day: LocalDate
  counted: boolean
  kind: DayKind
}

/** National notices give each year its calendar; New Year's rest may move the last days of the year before. */
const YEAR_END_OPEN_FROM = '12-29'
/** Lunar 3/3 lies between 22 March and the end of April; its notice may also move days around it. */
const SANYUESAN_WINDOW = { from: '03-15', to: '05-05' }
/** 广西壮族自治区人民政府令第98号 made 三月三 a holiday from this year on. */
const SANYUESAN_SINCE = 2014

/** The calendar as people could know it on the day `published`: only notices published by then. */
export const calendarAsOf = (published: LocalDate): WorkingCalendar => calendarOf(calendarNotices, published)

/** As `calendarAsOf`, over a given list of notices. */
export function calendarOf(notices: readonly CalendarNotice[], published: LocalDate): WorkingCalendar {
  const known = notices.filter((notice) => notice.published <= published).sort(byPrecedence)
  const named = new Map<LocalDate, DayKind>()
  for (const notice of known) {
    for (const entry of notice.entries) {
      const about = { name: entry.name, notice: notice.document, known: true }
      for (const day of entry.off) named.set(day, { working: false, reason: 'holiday', ...about })
      for (const day of entry.work)
        named.set(day, { working: true, reason: isWeekend(day) ? 'makeUp' : 'workday', ...about })
    }
  }
  const years = (authority: CalendarNotice['authority']) =>
    new Set(known.filter((notice) => notice.authority === authority).map((notice) => notice.year))
  const coverage = { national: years('national'), guangxi: years('guangxi') }
  const newest = known
    .map((notice) => notice.published)
    .sort(compareDates)
    .at(-1)

  return {
    version: `notices@${newest ?? 'none'}`,
    day(day) {
      const open = isOpen(day, coverage)
      const kind = named.get(day)
      // A national day off stays off whatever the region adds; a make-up day may still be cancelled by it.
      if (kind) return kind.working && open ? { ...kind, known: false } : kind
      const working = !isWeekend(day)
      return open
        ? { working, reason: 'unpublished', known: false }
        : { working, reason: working ? 'workday' : 'weekend', known: true }
    },
  }
}

/** The region's notices build on the national ones; among one authority's the later corrects the earlier. */
function byPrecedence(a: CalendarNotice, b: CalendarNotice): number {
  const rank = (notice: CalendarNotice) => (notice.authority === 'national' ? 0 : 1)
  return rank(a) - rank(b) || compareDates(a.published, b.published)
}

const isWeekend = (day: LocalDate) => weekday(day) === 0 || weekday(day) === 6

/** Whether a notice that is not out yet could still change this day. */
function isOpen(day: LocalDate, coverage: { national: Set<number>; guangxi: Set<number> }): boolean {
  const year = Number(day.slice(0, 4))
  const monthDay = day.slice(5)
  if (!coverage.national.has(year)) return true
  if (monthDay >= YEAR_END_OPEN_FROM && !coverage.national.has(year + 1)) return true
  const inWindow = monthDay >= SANYUESAN_WINDOW.from && monthDay <= SANYUESAN_WINDOW.to
  return inWindow && year >= SANYUESAN_SINCE && !coverage.guangxi.has(year)
}

/** The first working day after `day`. */
export function nextWorkingDay(calendar: WorkingCalendar, day: LocalDate): LocalDate {
  let next = addDays(day, 1)
  while (!calendar.day(next).working) next = addDays(next, 1)
  return next
}

/**
 * The `n`-th working day after `start`, whose own day is not counted (民法典 201).
 * `days` explains every day from the day after `start` to the due day; n = 0 is `start` itself.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  start: LocalDate,
  n: number,
): { day: LocalDate; provisional: boolean; days: ExplainedDay[] } {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
  const days: ExplainedDay[] = []
  let day = start
  for (let counted = 0; counted < n; ) {
    day = addDays(day, 1)
    const kind = calendar.day(day)
    if (kind.working) counted += 1
    days.push({ day, counted: kind.working, kind })
  }
  return { day, provisional: days.some(({ kind }) => !kind.known), days }
}

/** Working days after `a` up to and including `b`; 0 when `b` is not later. */
export const workingDaysBetween = (calendar: WorkingCalendar, a: LocalDate, b: LocalDate): number =>
  daysAfter(a, b).filter((day) => calendar.day(day).working).length
