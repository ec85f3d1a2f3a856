import type { Standing } from '../contract/case'
import { type PromiseResult, promise } from '../rules/promise'
import type { Stage } from '../rules/vocabulary'
import type { WorkingCalendar } from '../time/calendar'
import { beijingDay, type Instant, type LocalDate } from '../time/localDate'
import { pauseOf, stageOf, stopsOfCase } from './clocks'
import { deployment } from './deployment'
import { type CaseState, isHighVoltage } from './state'
import { endOf } from './titles'

/** A promise with its day. */
export type Promised = PromiseResult & { stage: Stage; dueDay: LocalDate; dueAt: Instant }

/**
 * The promise of the stage a case is in, under the rules pinned to it; null before acceptance and while no clock runs
 * (the customer's works, a list of problems being put right: high voltage only). Always derived, never stored as truth.
 * Not surveyed yet: the day with an external line, which the survey can only move earlier.
 */
export function promiseOf(state: CaseState, calendar: WorkingCalendar): Promised | null {
  const known = derived.get(state)
  if (known?.calendar === calendar) return known.promised
  const stage = pauseOf(state) ? null : stageOf(state)
  const promised = stage && stagePromise(state, stage, calendar)
  derived.set(state, { calendar, promised })
  return promised
}

/** A state never changes, so its promise under one calendar is worked out once. */
const derived = new WeakMap<CaseState, { calendar: WorkingCalendar; promised: Promised | null }>()

/** What one stage of an accepted case is, or was, held to. Null while its clock stands still. */
export function stagePromise(state: CaseState, stage: Stage, calendar: WorkingCalendar): Promised | null {
  if (state.acceptedAt === null || state.ruleSetId === null) return null
  const requested = state.inspections[0]?.requestedAt
  const result = promise({
    ruleSet: state.ruleSetId,
    customerClass: state.customerClass,
    stage,
    externalLine: state.externalLine,
    starts: {
      submission: state.submittedAt,
      acceptance: state.acceptedAt,
      ...(requested === undefined ? {} : { inspectionRequest: requested }),
    },
    stops: stage === 'energization' ? stopsOfCase(state) : [],
    calendar,
    closing: deployment.closing,
  })
  const { dueDay, dueAt } = result
  return dueDay === null || dueAt === null ? null : { ...result, stage, dueDay, dueAt }
}

/** What the promise is of, as people say it. */
export const promisedWhat = (state: CaseState): string =>
  isHighVoltage(state) && state.inspections.length === 0 ? '答复供电方案' : endOf(state.change)

/** How something still to be done by `dueAt` stands at `now`. */
export function standingOf(dueAt: Instant | null, now: Instant): Standing {
  if (dueAt === null) return 'onTime'
  if (now >= dueAt) return 'overdue'
  return beijingDay(now) === beijingDay(dueAt - 1) ? 'dueSoon' : 'onTime'
}
