import { type ExplainedDay, MAX_DAYS, type WorkingCalendar } from './calendar'
import { addDays, addMonths, beijingDay, daysAfter, daysBetween, type Instant, type LocalDate } from './localDate'
import { TimeError } from './timeError'

/** Whose time it is while a clock stands still. */
export type Party = 'utility' | 'customer' | 'thirdParty'

/** What happens to a clock after it started. */
export type ClockEvent =
  | { type: 'stopped'; at: Instant; party: Party; reason: string; evidence: string }
  | { type: 'resumed'; at: Instant }

/** 停钟: from the day it stopped to the day it went on; `to` is null while it still stands. */
export interface Stop {
  from: LocalDate
  to: LocalDate | null
  party: Party
  reason: string
  /** What proves it: a document or a picture, by its id. */
  evidence: string
}

/** How long something may take. `sameDay` has no length: value 0. */
export interface Amount {
  value: number
  unit: 'workingDay' | 'calendarDay' | 'month' | 'sameDay'
}

/** A clock: the day of its starting event, its limit, and its stops in order, none overlapping. */
export interface Clock {
  start: LocalDate
  amount: Amount
  stops: readonly Stop[]
}

/** A stretch in which a clock ran: the first, and one more after each stop (复验). */
export interface Round {
  from: LocalDate
  /** Null for the one still running. */
  to: LocalDate | null
  /** Days counted in it. */
  used: number
}

export interface Reading {
  /** Days counted up to and including `asOf` (working days; calendar days for limits in calendar days or months). */
  used: number
  /** What remains of the limit; negative once it is exceeded. `used + left` is the limit, always. */
  left: number
  /** The last day of the limit; null while an open stop leaves it unknown. */
  due: LocalDate | null
  /** 余量: working days from `asOf` to `due`, negative once it has passed; null without a due day. */
  slack: number | null
  /** True when a day it rests on may still be changed by a notice that is not out. */
  provisional: boolean
}

/** A day of the explanation; `stop` is the stop that kept it from counting. */
export interface ClockDay extends ExplainedDay {
  stop?: Stop
}

/**
 * The stops of a clock from what happened to it. Throws TimeError: `outOfOrder` for something before the start or before
 * what came before it, `alreadyStopped` and `notStopped` for a stop or a resumption out of turn, `notAnInstant`.
 */
export function stopsOf(startedAt: Instant, events: readonly ClockEvent[]): Stop[] {
  const stops: Stop[] = []
  let last = startedAt
  let open: Stop | undefined
  for (const event of events) {
    const day = beijingDay(event.at)
    if (event.at < last) throw new TimeError('outOfOrder', `${event.type} on ${day}, before ${beijingDay(last)}`)
    last = event.at
    if (event.type === 'stopped') {
      if (open) throw new TimeError('alreadyStopped', `stopped on ${day}, but it stands since ${open.from}`)
      open = { from: day, to: null, party: event.party, reason: event.reason, evidence: event.evidence }
      stops.push(open)
    } else {
      if (!open) throw new TimeError('notStopped', `resumed on ${day}, but it was running`)
      open.to = day
      open = undefined
    }
  }
  return stops
}

/**
 * Reads a clock. The day it starts is not counted (民法典 201); a stop on A resumed on B leaves out the days in (A, B].
 * `asOf` defaults to the last day anything was recorded. Throws TimeError for a limit of no length, stops out of order,
 * or days beyond the calendar.
 */
export function readClock(calendar: WorkingCalendar, clock: Clock, asOf: LocalDate = lastDayOf(clock)): Reading {
  checkStops(clock)
  const { start, amount } = clock
  if (asOf < start) throw new TimeError('outOfOrder', `asked as of ${asOf}, before the start on ${start}`)
  const total = lengthOf(start, amount)
  const runs = runsOf(clock)
  const used = countedBy(calendar, clock, runs, asOf)
  const ending = endOf(calendar, amount, runs, total)
  return {
    used,
    left: total - used,
    due: ending?.due ?? null,
    slack: ending && slackOf(calendar, ending.due, asOf),
    provisional: !isSettled(calendar, amount, runs, ending),
  }
}

/** Working days from `today` to `due`; negative once it has passed. */
export const slackOf = (calendar: WorkingCalendar, due: LocalDate, today: LocalDate): number =>
  today <= due ? calendar.between(today, due) : -calendar.between(due, today)

/** The stretches a clock ran in, each with the days counted by `asOf`. */
export function roundsOf(calendar: WorkingCalendar, clock: Clock, asOf: LocalDate): Round[] {
  return runsOf(clock).map((run) => ({ ...run, used: countedBy(calendar, clock, [run], asOf) }))
}

/** 谁的时间: the working days after `start` up to `asOf`, by whose they were. Together they are all of them. */
export function usedByParty(calendar: WorkingCalendar, clock: Clock, asOf: LocalDate): Record<Party, number> {
  const byParty: Record<Party, number> = { utility: 0, customer: 0, thirdParty: 0 }
  let counted = 0
  for (const { from, to, party } of clock.stops) {
    const days = calendar.between(earlier(from, asOf), earlier(to ?? asOf, asOf))
    byParty[party] += days
    counted += days
  }
  byParty.utility += calendar.between(clock.start, asOf) - counted
  return byParty
}

/** Every day after the start up to and including `until`: counted, or skipped and why. */
export function explainDays(calendar: WorkingCalendar, clock: Clock, until: LocalDate): ClockDay[] {
  const { start, amount, stops } = clock
  const ending = endOf(calendar, amount, runsOf(clock), lengthOf(start, amount))
  // A period in calendar units that ends on a day off waits, uncounted, for the next working day.
  const waits = (day: LocalDate) => ending && day > ending.lastCounted && day <= ending.due
  const counts = (day: LocalDate, working: boolean) =>
    amount.unit === 'workingDay' ? working : amount.unit !== 'sameDay' && !waits(day)
  return daysAfter(start, until).map((day) => {
    const kind = calendar.day(day)
    const stop = stops.find(({ from, to }) => day > from && (to === null || day <= to))
    if (stop) return { day, counted: false, kind, stop }
    return { day, counted: counts(day, kind.working), kind }
  })
}

interface Run {
  from: LocalDate
  to: LocalDate | null
}

/** The clock runs in (from, to] of each: what its stops leave over. */
function runsOf({ start, stops }: Clock): Run[] {
  const beginnings = [start, ...stops.map(({ to }) => to)]
  return beginnings.flatMap((from, index) => (from === null ? [] : [{ from, to: stops[index]?.from ?? null }]))
}

function countedBy(calendar: WorkingCalendar, { amount }: Clock, runs: readonly Run[], asOf: LocalDate): number {
  let counted = 0
  for (const { from, to } of runs) {
    counted += countedIn(calendar, amount.unit, earlier(from, asOf), earlier(to ?? asOf, asOf))
  }
  return counted
}

const countedIn = (calendar: WorkingCalendar, unit: Amount['unit'], from: LocalDate, to: LocalDate): number =>
  unit === 'workingDay' ? calendar.between(from, to) : daysBetween(from, to)

interface Ending {
  due: LocalDate
  /** The last day that makes up the limit; `due` but where a period in calendar units ends on a day off. */
  lastCounted: LocalDate
}

/** Where a clock's limit ends; null while it stands still short of it. */
function endOf(calendar: WorkingCalendar, { unit }: Amount, runs: readonly Run[], total: number): Ending | null {
  let left = total
  for (const { from, to } of runs) {
    const counted = to === null ? left : countedIn(calendar, unit, from, to)
    if (counted < left) {
      left -= counted
      continue
    }
    if (unit === 'workingDay') {
      const due = calendar.add(from, left)
      return { due, lastCounted: due }
    }
    // 民法典 203: it does not end on a day off; 当日办结 of a day off is the next working day's.
    const lastCounted = addDays(from, left)
    return { due: calendar.day(lastCounted).working ? lastCounted : calendar.next(lastCounted), lastCounted }
  }
  return null
}

/** Whether a notice that is not out may still change what the clock says: the days it ran on, or those it ends on. */
function isSettled(calendar: WorkingCalendar, { unit }: Amount, runs: readonly Run[], ending: Ending | null): boolean {
  if (unit !== 'workingDay') return ending === null || calendar.isSettled(addDays(ending.lastCounted, -1), ending.due)
  return runs.every(({ from, to }) => {
    const until = earlier(to ?? ending?.due ?? from, ending?.due ?? to ?? from)
    return calendar.isSettled(from, until)
  })
}

/** The limit as a number of counted days. */
function lengthOf(start: LocalDate, { unit, value }: Amount): number {
  if (unit === 'sameDay' && value === 0) return 0
  const days = unit === 'month' ? daysBetween(start, addMonths(start, value)) : value
  if (unit === 'sameDay' || !Number.isInteger(value) || value < 1 || days > MAX_DAYS)
    throw new TimeError('notALength', `no limit is ${value} ${unit}`)
  return days
}

function checkStops({ start, stops }: Clock): void {
  let last: LocalDate | null = start
  for (const { from, to } of stops) {
    if (last === null || from < last || (to ?? from) < from)
      throw new TimeError(
        'outOfOrder',
        `a stop from ${from} to ${to ?? 'now'} does not follow ${last ?? 'an open one'}`,
      )
    last = to
  }
}

const lastDayOf = ({ start, stops }: Clock): LocalDate => {
  const last = stops.at(-1)
  return last ? (last.to ?? last.from) : start
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)
