import { compareDates, daysAfter, type LocalDate, localDate, weekday } from '../../time/localDate'
import { calendarYears } from './years'

/** 放假通知: one published arrangement of days off and make-up days. */
interface Notice {
  id: string
  /** The region's notices build on the national ones. */
  authority: 'national' | 'guangxi'
  /** 文号, or the title of a notice whose number is not known here. */
  document: string
  /** The day people could first know it: a calendar of an earlier day ignores the notice. */
  published: LocalDate
  /**
   * `exact`: the date is on the notice or its official page. `latest`: only known to have been out by then
   * (a press report, or the eve of its first effect), so promises made before are called provisional.
   */
  publishedIs: 'exact' | 'latest'
  /** How sure the days are: the official text, or copies of it made by others. */
  confidence: 'official' | 'secondary'
  note?: string
}

/** One year's file: everything published about that year's days. `validateCalendarYears` says what a good one is. */
export interface CalendarYear {
  year: number
  notices: (Notice & {
    /** Each 'YYYY-MM-DD', or 'YYYY-MM-DD/YYYY-MM-DD' with both ends included. */
    entries: { name: string; off?: string[]; work?: string[] }[]
  })[]
}

/** A notice, its spans spelled out, and the year whose calendar it settles. */
export interface CalendarNotice extends Notice {
  year: number
  /** Days off and days worked, by the holiday they belong to; none where a notice says that nothing changes. */
  entries: { name: string; off: LocalDate[]; work: LocalDate[] }[]
}

/** The notices of the years' files, in the order people came to know them. */
export function readCalendarYears(files: readonly CalendarYear[]): CalendarNotice[] {
  const notices = files.flatMap(({ year, notices: ofYear }) =>
    ofYear.map(({ entries, ...notice }): CalendarNotice => {
      const spelled = entries.map(({ name, off = [], work = [] }) => {
        return { name, off: off.flatMap(daysOfSpan), work: work.flatMap(daysOfSpan) }
      })
      return { ...notice, entries: spelled, year }
    }),
  )
  return notices.sort(byPublication)
}

function daysOfSpan(text: string): LocalDate[] {
  const [from, to = from] = text.split('/').map(localDate)
  return [from, ...daysAfter(from, to)]
}

/** Of one day the national notice comes first, since the region's builds on it. */
const byPublication = (a: CalendarNotice, b: CalendarNotice) =>
  compareDates(a.published, b.published) || rankOf(a) - rankOf(b)

/** The national calendar first, then what the region changes in it. */
export const rankOf = ({ authority }: Pick<CalendarNotice, 'authority'>): number => (authority === 'national' ? 0 : 1)

let known: readonly CalendarNotice[] | undefined

/** Every notice known to this build, in the order of publication; read when first asked for, validated before. */
export function calendarNotices(): readonly CalendarNotice[] {
  known ??= readCalendarYears(calendarYears as readonly CalendarYear[])
  return known
}

/** Saturday or Sunday. */
export const isWeekend = (day: LocalDate): boolean => weekday(day) === 0 || weekday(day) === 6
