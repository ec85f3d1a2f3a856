import type { WorkingCalendar } from '../time/calendar'
import { type Closing, closeOf, sameDayDue, wholeDay } from '../time/closing'
import { addDays, beijingDay, compareDates, type Instant, type LocalDate } from '../time/localDate'
import { type Clock, type ClockDay, explainDays, type Reading, readClock, type Stop, slackOf } from '../time/stopwatch'
import type { Limit } from './limit'
import { limitsOf, stageClocks } from './limitsOf'
import { stopReasonsFor } from './process'
import { type RuleSet, ruleSetById } from './ruleSets'
import { RulesError } from './rulesError'
import type { ClockStart, CustomerClass, Stage, StopCode } from './vocabulary'

/** What has happened in a case that rules count from: absent has not happened. */
export type Starts = Partial<Record<ClockStart, Instant>>

export interface PromiseInput {
  /** The rule set the case pinned at acceptance, or its id. */
  ruleSet: string | RuleSet
  customerClass: CustomerClass
  stage: Stage
  /** 外线工程; null before the survey: the promise is then the one with a line, which can only move earlier. */
  externalLine: boolean | null
  starts: Starts
  /** In order, none overlapping; `reason` is a code of the closed list `stopReasons`. */
  stops: readonly Stop[]
  calendar: WorkingCalendar
  /** Defaults to the whole day: no business hours are written in any rule. */
  closing?: Closing
}

/** One limit's outcome for a case. Days are null while an open stop leaves them unknown. */
export interface Due {
  limit: Limit
  /** The clock it was read from: its own start, and only the stops it leaves out. */
  clock: Clock
  reading: Reading
  dueDay: LocalDate | null
  /** The close of `dueDay`. */
  dueAt: Instant | null
  provisional: boolean
}

export interface PromiseResult extends Due {
  ruleSetId: string
  /** Version of the calendar it was derived with; another version may move it. */
  calendarVersion: string
  /** Every other limit that ends with the same event, side by side: earliest first, targets last. */
  others: Due[]
  /** Where nobody has looked yet whether a line is needed: the day it becomes without one. */
  earlierIf?: Due & { externalLine: false }
}

/**
 * 承诺: the day by which a stage of a case is done. Throws RulesError: `notStarted` when the stage's own starting event has
 * not happened, `stopNotAllowed` for a stop outside the closed list, and what looking up the rules throws; TimeError for
 * impossible days.
 */
export function promise(input: PromiseInput): PromiseResult {
  const { customerClass, stage, calendar } = input
  const ruleSet = typeof input.ruleSet === 'string' ? ruleSetById(input.ruleSet) : input.ruleSet
  checkStops(input)
  if (input.starts[stageClocks[stage].starts] === undefined)
    throw new RulesError('notStarted', `${stage} counts from ${stageClocks[stage].starts}, which has not happened`)

  const dues = (externalLine: boolean) =>
    rank(ruleSet, limitsOf(ruleSet, { customerClass, stage, externalLine }), input)
  const [strictest, ...others] = dues(input.externalLine ?? true)
  const result = { ...strictest, ruleSetId: ruleSet.id, calendarVersion: calendar.version, others }
  if (input.externalLine !== null) return result
  const [without] = dues(false)
  return without.limit.id === strictest.limit.id
    ? result
    : { ...result, earlierIf: { ...without, externalLine: false } }
}

/** 为什么是这一天: every day after the start up to `until`, counted or skipped and why. By default up to the due day. */
export function explainPromise(
  { clock, dueDay }: Pick<Due, 'clock' | 'dueDay'>,
  calendar: WorkingCalendar,
  until: LocalDate = dueDay ?? clock.start,
): ClockDay[] {
  return explainDays(calendar, clock, until)
}

function checkStops({ stops, customerClass, stage }: PromiseInput): void {
  for (const { reason } of stops) {
    if (!stopReasonsFor(customerClass, stage).some(({ code }) => code === reason))
      throw new RulesError('stopNotAllowed', `${stage} of ${customerClass} never stops for ${reason}`)
  }
}

/**
 * Limits come in different units and count from different events, so only their due days compare. What the rule set
 * commits to comes before what is only shown; of equals the first listed, the city's before the region's.
 */
function rank(ruleSet: RuleSet, limits: readonly Limit[], input: PromiseInput): [Due, ...Due[]] {
  const dues: Due[] = []
  for (const limit of limits) {
    const startedAt = input.starts[limit.clockStarts]
    if (startedAt !== undefined) dues.push(dueOf(limit, startedAt, input))
  }
  const binds = ({ limit }: Due) => (ruleSet.commitsTo.includes(limit.status) ? 0 : 1)
  const [first, ...rest] = dues.sort((a, b) => binds(a) - binds(b) || compare(a.reading, b.reading))
  if (!first || binds(first) > 0) throw new RulesError('noLimit', `nothing binds ${input.stage} in ${ruleSet.id}`)
  return [first, ...rest]
}

/** A clock that stands ends last; two of them compare by what is left. */
function compare(a: Reading, b: Reading): number {
  if (a.due !== null && b.due !== null) return compareDates(a.due, b.due)
  return a.due === b.due ? a.left - b.left : a.due === null ? 1 : -1
}

function dueOf(limit: Limit, startedAt: Instant, { stops, calendar, closing = wholeDay }: PromiseInput): Due {
  const excluded = stops.filter(({ reason }) => limit.excludes.includes(reason as StopCode))
  const clock: Clock = { start: beijingDay(startedAt), amount: limit.amount, stops: excluded }
  const reading =
    limit.amount.unit === 'sameDay' ? sameDay(clock, startedAt, calendar, closing) : readClock(calendar, clock)
  const { due, provisional } = reading
  return { limit, clock, reading, dueDay: due, dueAt: due === null ? null : closeOf(due, closing), provisional }
}

/** 当日办结, with the hour at which a day's work is closed. */
function sameDay(clock: Clock, startedAt: Instant, calendar: WorkingCalendar, closing: Closing): Reading {
  const due = sameDayDue(calendar, startedAt, closing.cutOffMinute)
  const reading = readClock(calendar, clock)
  return {
    ...reading,
    due,
    slack: slackOf(calendar, due, clock.start),
    provisional: !calendar.isSettled(addDays(clock.start, -1), due),
  }
}
