import { type ExplainedDay, nextWorkingDay, type WorkingCalendar } from './calendar'
import { addDays, addMonths, daysAfter, daysBetween, type LocalDate } from './localDate'

/** Whose time it is while a clock stands still. */
export type Party = 'utility' | 'customer' | 'thirdParty'

/** 停钟: from the day it stopped to the day it went on; `to` is null while it still stands. */
export interface Stop {
  from: LocalDate
  to: LocalDate | null
  party: Party
  reason: string
}

/** How long something may take. `sameDay` has no length: value 0. */
export interface Amount {
  value: number
  unit: 'workingDay' | 'calendarDay' | 'month' | 'sameDay'
}

/** A day of the explanation; `stop` is the stop that kept it from counting. */
export interface ClockDay extends ExplainedDay {
  stop?: Stop
}

export interface Reading {
  /** Days counted up to and including `asOf` (working days; calendar days for limits in calendar days or months). */
  used: number
  /** What remains of the limit; negative once it is exceeded. `used + left` is the limit, always. */
  left: number
  /** The last day of the limit; null while an open stop leaves it unknown. */
  due: LocalDate | null
  /** True when a day it rests on may still be changed by a notice that is not out. */
  provisional: boolean
  /** Every day after `start` up to `due`, or up to the later of `asOf` and the open stop. */
  days: ClockDay[]
}

/**
 * Reads a limit's clock. The day it starts is not counted (民法典 201); a stop on A resumed on B leaves out the days in
 * (A, B]; stops that overlap count once. `asOf` defaults to the last day anything was recorded: the start, or the last stop or resumption.
 */
export function stopwatch(
  calendar: WorkingCalendar,
  input: { start: LocalDate; limit: { amount: Amount }; stops: readonly Stop[]; asOf?: LocalDate },
): Reading {
  const { start, stops } = input
  const { amount } = input.limit
  if (stops.some((stop) => stop.to !== null && stop.to < stop.from))
    throw new RangeError('a stop ends before it begins')
  const asOf = input.asOf ?? latest([start, ...stops.map((stop) => stop.to ?? stop.from)])
  const total = lengthOf(start, amount)
  const counts = (day: LocalDate) => amount.unit !== 'workingDay' || calendar.day(day).working
  const explain = (day: LocalDate): ClockDay => {
    const stop = stops.find(({ from, to }) => day > from && (to === null || day <= to))
    const kind = calendar.day(day)
    return stop ? { day, counted: false, kind, stop } : { day, counted: counts(day), kind }
  }
  const countedBy = (day: LocalDate) => daysAfter(start, day).filter((each) => explain(each).counted).length

  // From here on nothing counts until the open stop ends.
  const openFrom = stops
    .filter(({ to }) => to === null)
    .map(({ from }) => from)
    .sort()[0]
  const used = countedBy(asOf)
  const left = total - used
  const unreachable = openFrom !== undefined && countedBy(openFrom) < total
  if (unreachable) {
    const days = daysAfter(start, latest([asOf, openFrom])).map(explain)
    return { used, left, due: null, provisional: restsOnUnknown(days), days }
  }

  const days: ClockDay[] = []
  let last = start
  for (let counted = 0; counted < total; ) {
    last = addDays(last, 1)
    const explained = explain(last)
    if (explained.counted) counted += 1
    days.push(explained)
  }
  // A period in calendar units never ends on a day off (民法典 203); a same-day one starts on the next working day.
  const due = amount.unit === 'workingDay' || calendar.day(last).working ? last : nextWorkingDay(calendar, last)
  days.push(...daysAfter(last, due).map((day) => ({ ...explain(day), counted: false })))
  return { used, left, due, provisional: restsOnUnknown(days), days }
}

/** The limit as a number of counted days. */
function lengthOf(start: LocalDate, { unit, value }: Amount): number {
  if (unit === 'sameDay') return 0
  return unit === 'month' ? daysBetween(start, addMonths(start, value)) : value
}

const restsOnUnknown = (days: readonly ClockDay[]) => days.some(({ kind, stop }) => !kind.known && !stop)

const latest = (days: [LocalDate, ...LocalDate[]]) => days.sort().at(-1) as LocalDate
