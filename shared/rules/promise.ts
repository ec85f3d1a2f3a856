import type { WorkingCalendar } from '../time/calendar'
import { type Closing, closeOf, sameDayDue, wholeDay } from '../time/closing'
import { beijingDay, daysAfter, type Instant, type LocalDate } from '../time/localDate'
import { type ClockDay, type Reading, type Stop, stopwatch } from '../time/stopwatch'
import type { Limit } from './limits'
import { stopReasonsFor } from './process'
import { limitsOf, ruleSetById } from './ruleSets'
import { RulesError } from './rulesError'
import type { CustomerClass, Stage } from './vocabulary'

export interface PromiseInput {
  /** The rule set the case pinned at acceptance. */
  ruleSetId: string
  customerClass: CustomerClass
  stage: Stage
  /** 外线工程; null before the survey: the promise is then the one with a line, which can only move earlier. */
  externalLine: boolean | null
  /** The event the stage counts from: submission, acceptance, or the request for inspection. */
  startedAt: Instant
  /** `reason` is a code of the closed list `stopReasons`. */
  stops: readonly Stop[]
  calendar: WorkingCalendar
  /** Defaults to the whole day: no business hours are written in any rule. */
  closing?: Closing
}

/** One limit's outcome for a case. Days are null while an open stop leaves them unknown. */
export interface Due {
  limit: Limit
  dueDay: LocalDate | null
  /** The close of `dueDay`. */
  dueAt: Instant | null
  provisional: boolean
}

export interface PromiseResult extends Due {
  ruleSetId: string
  /** Version of the calendar it was derived with; another version may move it. */
  calendarVersion: string
  /** The Beijing day of the starting event, itself not counted. */
  startDay: LocalDate
  /** Every day after `startDay` to the due day, counted or skipped and why. */
  days: ClockDay[]
  /** The other limits on the same stretch, side by side. */
  others: Due[]
  /** Where nobody has looked yet whether a line is needed: the day it becomes without one. */
  earlierIf?: Due & { externalLine: false }
}

/** 承诺: the day by which a stage of a case is done, and why that day. Throws RulesError. */
export function promise(input: PromiseInput): PromiseResult {
  const { customerClass, stage, calendar } = input
  const ruleSet = ruleSetById(input.ruleSetId)
  const allowed = stopReasonsFor(customerClass, stage).map(({ code }) => code)
  for (const { reason } of input.stops) {
    if (!allowed.includes(reason))
      throw new RulesError('stopNotAllowed', `${stage} of ${customerClass} never stops for ${reason}`)
  }

  const [strict, ...others] = rank(
    limitsOf(ruleSet, { customerClass, stage, externalLine: input.externalLine ?? true }),
    input,
  )
  const withoutLine =
    input.externalLine === null
      ? rank(limitsOf(ruleSet, { customerClass, stage, externalLine: false }), input)[0]
      : undefined
  const result = {
    ...dueOf(strict, input),
    ruleSetId: ruleSet.id,
    calendarVersion: calendar.version,
    startDay: beijingDay(input.startedAt),
    days: strict.reading.days,
    others: others.map((other) => dueOf(other, input)),
  }
  const differs = withoutLine && withoutLine.limit.id !== strict.limit.id
  return differs ? { ...result, earlierIf: { ...dueOf(withoutLine, input), externalLine: false } } : result
}

/** The limit that falls due first for this start; of equals the first listed, the city's before the region's. */
export const strictest = (limits: readonly Limit[], input: Timing): Limit => rank(limits, input)[0].limit

export type Timing = Pick<PromiseInput, 'startedAt' | 'stops' | 'calendar' | 'closing'>
interface Timed {
  limit: Limit
  reading: Reading
}

/** Limits come in different units, so only their due days compare. A stopped clock leaves what is left to compare. */
function rank(limits: readonly Limit[], input: Timing): [Timed, ...Timed[]] {
  const [first, ...rest] = limits
    .map((limit) => ({ limit, reading: read(limit, input) }))
    .sort((a, b) => compare(a.reading, b.reading))
  if (!first) throw new RulesError('noLimit', 'no limit covers this stage')
  return [first, ...rest]
}

function compare(a: Reading, b: Reading): number {
  if (a.due !== null && b.due !== null) return a.due < b.due ? -1 : a.due > b.due ? 1 : 0
  if (a.due === null && b.due === null) return a.left - b.left
  return a.due === null ? 1 : -1
}

function read(limit: Limit, { startedAt, stops, calendar, closing = wholeDay }: Timing): Reading {
  const start = beijingDay(startedAt)
  if (limit.amount.unit !== 'sameDay') return stopwatch(calendar, { start, limit, stops })
  const due = sameDayDue(calendar, startedAt, closing.cutOffMinute)
  const days = daysAfter(start, due).map((day) => ({ day, counted: false, kind: calendar.day(day) }))
  const kinds = [calendar.day(start), ...days.map(({ kind }) => kind)]
  return { used: 0, left: 0, due, provisional: kinds.some(({ known }) => !known), days }
}

function dueOf({ limit, reading }: Timed, { closing = wholeDay }: Timing): Due {
  const { due, provisional } = reading
  return { limit, dueDay: due, dueAt: due === null ? null : closeOf(due, closing), provisional }
}
