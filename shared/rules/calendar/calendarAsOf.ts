import { type DayKind, WorkingCalendar } from '../../time/calendar'
import { compareDates, dayNumber, type LocalDate, localDate, weekdayOf } from '../../time/localDate'
import { LUNAR_YEARS } from './lunarDates'
import { type CalendarNotice, calendarNotices, isWeekend, rankOf } from './notices'
import { ARRANGED_AROUND, holidayLaws, type StatutoryDay, statutoryDaysOf } from './statutoryDays'

/**
 * 广西三月三, a holiday since the first year counted here (自治区人民政府令第98号, 2014): lunar 3/3 lies between 22 March and
 * the end of April, and its notice may also move days around it.
 */
const SANYUESAN_WINDOW = { from: '03-15', to: '05-05' }
/** Years counted in beyond the last notice; further on counting is refused. */
const YEARS_AHEAD = 6

/** One for each publication that was the newest: that is all that a day's knowledge amounts to. */
const calendars = new Map<string, WorkingCalendar>()

/** The calendar as people could know it on the day `published`: only laws and notices published by then. */
export function calendarAsOf(published: LocalDate): WorkingCalendar {
  const isOut = (each: { published: string }) => each.published <= published
  const newest = `${calendarNotices().findLastIndex(isOut)} ${holidayLaws.findLastIndex(isOut)}`
  const known = calendars.get(newest) ?? calendarOf(calendarNotices(), published)
  calendars.set(newest, known)
  return known
}

/**
 * As `calendarAsOf`, over a given list of notices. Three layers: the statutory days, off for certain without any notice; what
 * the notices published by then arrange; and open days, which a notice that is not out may still arrange.
 */
export function calendarOf(notices: readonly CalendarNotice[], published: LocalDate): WorkingCalendar {
  // Among one authority's notices the later corrects the earlier.
  const known = notices.filter((notice) => notice.published <= published).sort((a, b) => rankOf(a) - rankOf(b))
  const years = notices.map(({ year }) => year)
  const firstYear = Math.min(...years) - 1
  const lastYear = Math.min(Math.max(...years) + YEARS_AHEAD, LUNAR_YEARS.last - 1)
  const first = localDate(`${firstYear}-01-01`)
  const statutory: StatutoryDay[] = []
  // 元旦 of the year after the last may move the last days of it.
  for (let year = firstYear; year <= lastYear + 1; year += 1) statutory.push(...statutoryDaysOf(year, published))

  const open = openDays(known, statutory, firstYear, lastYear)
  const kinds = plainKinds(first, localDate(`${lastYear}-12-31`), open)
  const put = (day: LocalDate, kind: DayKind) => {
    const index = dayNumber(day) - dayNumber(first)
    if (index < kinds.length) kinds[index] = kind
  }
  for (const { day, holidays, law } of statutory)
    put(day, { working: false, reason: 'holiday', name: holidays.join('、'), source: law.document, known: true })
  for (const { entries, document } of known) {
    for (const { name, off, work } of entries) {
      const by = { name, source: document }
      // A day off stays off whatever the region adds; a make-up day may still be cancelled by it.
      for (const day of off) put(day, { ...by, working: false, reason: 'holiday', known: true })
      for (const day of work)
        put(day, {
          ...by,
          working: true,
          reason: isWeekend(day) ? 'makeUp' : 'workday',
          known: !open.has(dayNumber(day)),
        })
    }
  }
  return new WorkingCalendar(versionOf(known, statutory), first, kinds)
}

/** Equal exactly when the same laws and notices with the same days were known: newest notice and a checksum. */
function versionOf(known: readonly CalendarNotice[], statutory: readonly StatutoryDay[]): string {
  const newest = known
    .map(({ published }) => published)
    .sort(compareDates)
    .at(-1)
  return `notices@${newest ?? 'none'}.${checksum(JSON.stringify([known, statutory.map(({ day }) => day)]))}`
}

/** FNV-1a, 32 bits: tells versions apart, guards nothing. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** Days a notice that is not out may still arrange: around the statutory days of its year, and in the weeks of 三月三. */
function openDays(
  known: readonly CalendarNotice[],
  statutory: readonly StatutoryDay[],
  firstYear: number,
  lastYear: number,
): Set<number> {
  const covers = (authority: CalendarNotice['authority'], year: number) =>
    known.some((notice) => notice.authority === authority && notice.year === year)
  const open = new Set<number>()
  const add = (from: number, to: number) => {
    for (let day = from; day <= to; day += 1) open.add(day)
  }
  for (const { day, holidays } of statutory) {
    if (covers('national', Number(day.slice(0, 4)))) continue
    for (const holiday of holidays) {
      const { before, after } = ARRANGED_AROUND[holiday]
      add(dayNumber(day) - before, dayNumber(day) + after)
    }
  }
  for (let year = firstYear; year <= lastYear; year += 1) {
    const on = (monthDay: string) => dayNumber(localDate(`${year}-${monthDay}`))
    if (!covers('guangxi', year)) add(on(SANYUESAN_WINDOW.from), on(SANYUESAN_WINDOW.to))
  }
  return open
}

const SETTLED = {
  workday: { working: true, reason: 'workday', known: true },
  weekend: { working: false, reason: 'weekend', known: true },
} as const satisfies Record<string, DayKind>
const OPEN = {
  workday: { working: true, reason: 'open', known: false },
  weekend: { working: false, reason: 'open', known: false },
} as const satisfies Record<string, DayKind>

/** The plain week from one day to another. */
function plainKinds(first: LocalDate, last: LocalDate, open: ReadonlySet<number>): DayKind[] {
  const kinds: DayKind[] = []
  for (let day = dayNumber(first); day <= dayNumber(last); day += 1) {
    const isFree = weekdayOf(day) === 0 || weekdayOf(day) === 6
    kinds.push((open.has(day) ? OPEN : SETTLED)[isFree ? 'weekend' : 'workday'])
  }
  return kinds
}
