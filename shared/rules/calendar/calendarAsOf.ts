import { type DayKind, WorkingCalendar } from '../../time/calendar'
import { compareDates, dayNumber, type LocalDate, localDate, weekdayOf } from '../../time/localDate'
import { type CalendarNotice, isWeekend, rankOf, readCalendarYears } from './notices'
import { calendarYears } from './years'

/** Every notice known to this build, in the order of publication. */
export const calendarNotices: readonly CalendarNotice[] = readCalendarYears(calendarYears)

/** National notices give each year its calendar; New Year's rest may move the last days of the year before. */
const YEAR_END_OPEN_FROM = '12-29'
/**
 * 广西三月三, a holiday since the first year counted here (自治区人民政府令第98号, 2014): lunar 3/3 lies between 22 March and
 * the end of April, and its notice may also move days around it.
 */
const SANYUESAN_WINDOW = { from: '03-15', to: '05-05' }
/** Years counted in beyond the last notice, all of them provisional; further on counting is refused. */
const YEARS_AHEAD = 6

/** One for each notice that was the newest: that is all that a day's knowledge amounts to. */
const calendars = new Map<number, WorkingCalendar>()

/** The calendar as people could know it on the day `published`: only notices published by then. */
export function calendarAsOf(published: LocalDate): WorkingCalendar {
  const newest = calendarNotices.findLastIndex((notice) => notice.published <= published)
  const known = calendars.get(newest) ?? calendarOf(calendarNotices, published)
  calendars.set(newest, known)
  return known
}

/** As `calendarAsOf`, over a given list of notices. */
export function calendarOf(notices: readonly CalendarNotice[], published: LocalDate): WorkingCalendar {
  // Among one authority's notices the later corrects the earlier.
  const known = notices.filter((notice) => notice.published <= published).sort((a, b) => rankOf(a) - rankOf(b))
  const years = notices.map(({ year }) => year)
  const first = localDate(`${Math.min(...years) - 1}-01-01`)
  const plain = plainKinds(known, Math.min(...years) - 1, Math.max(...years) + YEARS_AHEAD)
  const kinds = [...plain]
  for (const notice of known) {
    for (const { name, off, work } of notice.entries) {
      const put = (day: LocalDate, kind: Pick<DayKind, 'working' | 'reason'>) => {
        const index = dayNumber(day) - dayNumber(first)
        // A national day off stays off whatever the region adds; a make-up day may still be cancelled by it.
        const isKnown = !kind.working || plain[index].known
        kinds[index] = { ...kind, name, notice: notice.document, known: isKnown }
      }
      for (const day of off) put(day, { working: false, reason: 'holiday' })
      for (const day of work) put(day, { working: true, reason: isWeekend(day) ? 'makeUp' : 'workday' })
    }
  }
  return new WorkingCalendar(versionOf(known), first, kinds)
}

/** Equal exactly when the same notices with the same days were known: newest publication and a checksum. */
function versionOf(known: readonly CalendarNotice[]): string {
  const newest = known
    .map(({ published }) => published)
    .sort(compareDates)
    .at(-1)
  return `notices@${newest ?? 'none'}.${checksum(JSON.stringify(known))}`
}

/** FNV-1a, 32 bits: tells versions apart, guards nothing. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

const SETTLED: Record<'workday' | 'weekend', DayKind> = {
  workday: { working: true, reason: 'workday', known: true },
  weekend: { working: false, reason: 'weekend', known: true },
}
const OPEN: Record<'workday' | 'weekend', DayKind> = {
  workday: { working: true, reason: 'unpublished', known: false },
  weekend: { working: false, reason: 'unpublished', known: false },
}

/** The plain week from one year to another, open where a notice that is not out could still change it. */
function plainKinds(known: readonly CalendarNotice[], firstYear: number, lastYear: number): DayKind[] {
  const covers = (authority: CalendarNotice['authority'], year: number) =>
    known.some((notice) => notice.authority === authority && notice.year === year)
  const kinds: DayKind[] = []
  for (let year = firstYear; year <= lastYear; year += 1) {
    const number = (monthDay: string) => dayNumber(localDate(`${year}-${monthDay}`))
    const isOpen = {
      year: !covers('national', year),
      end: !covers('national', year + 1),
      spring: !covers('guangxi', year),
    }
    const end = number(YEAR_END_OPEN_FROM)
    const spring = { from: number(SANYUESAN_WINDOW.from), to: number(SANYUESAN_WINDOW.to) }
    for (let day = number('01-01'); day <= number('12-31'); day += 1) {
      const open =
        isOpen.year || (isOpen.end && day >= end) || (isOpen.spring && day >= spring.from && day <= spring.to)
      const isFree = weekdayOf(day) === 0 || weekdayOf(day) === 6
      kinds.push((open ? OPEN : SETTLED)[isFree ? 'weekend' : 'workday'])
    }
  }
  return kinds
}
