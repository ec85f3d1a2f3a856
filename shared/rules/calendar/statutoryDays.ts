import { addDays, type LocalDate, localDate } from '../../time/localDate'
import { lunarDatesOf } from './lunarDates'

/** Holidays for everybody (全体公民放假). */
export type Holiday = '元旦' | '春节' | '清明节' | '劳动节' | '端午节' | '中秋节' | '国庆节'

/** 全国年节及纪念日放假办法 as one of its revisions had it. */
export interface HolidayLaw {
  document: string
  /** 'YYYY-MM-DD'; the first is older than the days counted in. */
  published: string
  validFrom: string
  /** The text itself, or a copy of it. */
  confidence: 'official' | 'secondary'
  /** How many days from its first; 春节 counted from 初一, so -1 is 除夕. */
  days: Partial<Record<Holiday, { from: number; count: number }>>
  /** What it says of a holiday that falls on a weekend. */
  onWeekend: string
}

const MADE_UP = '周六、周日的，在工作日补假；哪一天没有写'

/** Oldest first. Lengths of rests and days worked in exchange are not in it: those are the yearly notice's. */
export const holidayLaws: readonly HolidayLaw[] = [
  {
    document: '全国年节及纪念日放假办法（政务院1949年12月23日）',
    published: '1949-12-23',
    validFrom: '1949-12-23',
    confidence: 'secondary',
    days: {
      元旦: { from: 0, count: 1 },
      春节: { from: 0, count: 3 },
      劳动节: { from: 0, count: 1 },
      国庆节: { from: 0, count: 2 },
    },
    onWeekend: '星期日的，次日补假',
  },
  {
    document: '全国年节及纪念日放假办法（国务院令第270号）',
    published: '1999-09-18',
    validFrom: '1999-09-18',
    confidence: 'secondary',
    days: {
      元旦: { from: 0, count: 1 },
      春节: { from: 0, count: 3 },
      劳动节: { from: 0, count: 3 },
      国庆节: { from: 0, count: 3 },
    },
    onWeekend: MADE_UP,
  },
  {
    document: '全国年节及纪念日放假办法（国务院令第513号）',
    published: '2007-12-14',
    validFrom: '2008-01-01',
    confidence: 'secondary',
    days: {
      元旦: { from: 0, count: 1 },
      春节: { from: -1, count: 3 },
      清明节: { from: 0, count: 1 },
      劳动节: { from: 0, count: 1 },
      端午节: { from: 0, count: 1 },
      中秋节: { from: 0, count: 1 },
      国庆节: { from: 0, count: 3 },
    },
    onWeekend: MADE_UP,
  },
  {
    document: '全国年节及纪念日放假办法（国务院令第644号）',
    published: '2013-12-11',
    validFrom: '2014-01-01',
    confidence: 'official',
    days: {
      元旦: { from: 0, count: 1 },
      春节: { from: 0, count: 3 },
      清明节: { from: 0, count: 1 },
      劳动节: { from: 0, count: 1 },
      端午节: { from: 0, count: 1 },
      中秋节: { from: 0, count: 1 },
      国庆节: { from: 0, count: 3 },
    },
    onWeekend: MADE_UP,
  },
  {
    document: '全国年节及纪念日放假办法（国务院令第795号）',
    published: '2024-11-10',
    validFrom: '2025-01-01',
    confidence: 'official',
    days: {
      元旦: { from: 0, count: 1 },
      春节: { from: -1, count: 4 },
      清明节: { from: 0, count: 1 },
      劳动节: { from: 0, count: 2 },
      端午节: { from: 0, count: 1 },
      中秋节: { from: 0, count: 1 },
      国庆节: { from: 0, count: 3 },
    },
    onWeekend: MADE_UP,
  },
]

/** One statutory day; where two holidays meet (中秋节 within 国庆节) it is both. */
export interface StatutoryDay {
  day: LocalDate
  holidays: Holiday[]
  law: HolidayLaw
}

/** The year's days off by law, as known on the day `knownOn`: earlier ones first, whatever a notice arranges around them. */
export function statutoryDaysOf(year: number, knownOn: LocalDate): StatutoryDay[] {
  const law = holidayLaws.findLast((each) => each.published <= knownOn && each.validFrom <= `${year}-01-01`)!
  const days = new Map<LocalDate, Holiday[]>()
  for (const [holiday, firstDay] of firstDaysOf(year)) {
    const span = law.days[holiday]
    for (let n = 0; span && n < span.count; n += 1) {
      const day = addDays(firstDay, span.from + n)
      days.set(day, [...(days.get(day) ?? []), holiday])
    }
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, holidays]) => ({ day, holidays, law }))
}

/** From which day each holiday's days are counted. */
function firstDaysOf(year: number): [Holiday, LocalDate][] {
  const { newYear, qingming, dragonBoat, midAutumn } = lunarDatesOf(year)
  const on = (monthDay: string) => localDate(`${year}-${monthDay}`)
  return [
    ['元旦', on('01-01')],
    ['春节', on(newYear)],
    ['清明节', on(qingming)],
    ['劳动节', on('05-01')],
    ['端午节', on(dragonBoat)],
    ['中秋节', on(midAutumn)],
    ['国庆节', on('10-01')],
  ]
}

/**
 * How many days before and after a holiday's own days its notice may arrange: rests made longer, weekends worked in exchange, a
 * day owed for one that fell on a weekend. No notice since 2014 went further for its holiday (a test holds it), and the longest
 * went 11 days; the rest is room. 元旦 reached 29 December at the earliest.
 */
export const ARRANGED_AROUND: Record<Holiday, { before: number; after: number }> = {
  元旦: { before: 3, after: 7 },
  春节: { before: 14, after: 14 },
  清明节: { before: 7, after: 7 },
  劳动节: { before: 14, after: 14 },
  端午节: { before: 7, after: 7 },
  中秋节: { before: 7, after: 7 },
  国庆节: { before: 14, after: 14 },
}
