import type { Standing } from '../contract/case'
import { type Promised, promise } from '../rules'
import type { WorkingCalendar } from '../time/calendar'
import { beijingDay, type Instant } from '../time/localDate'
import type { CaseState } from './state'

/**
 * The promise of an accepted case under the rules pinned to it; null before acceptance. Always derived, never stored
 * as truth. Not surveyed yet: the day with an external line, which the survey can only move earlier.
 */
export function promiseOf(state: CaseState, calendar: WorkingCalendar): Promised | null {
  if (state.acceptedAt === null || state.ruleSetId === null) return null
  return promise({
    ruleSetId: state.ruleSetId,
    customerClass: state.customerClass,
    stage: 'connection',
    externalLine: state.externalLine,
    startedAt: state.acceptedAt,
    stops: [],
    calendar,
  })
}

/** How something due at `dueAt` stands at `now`; done at `doneAt`. */
export function standingOf(dueAt: Instant | null, doneAt: Instant | null, now: Instant): Standing {
  if (doneAt !== null) return dueAt === null || doneAt < dueAt ? 'kept' : 'missed'
  if (dueAt === null) return 'onTime'
  if (now >= dueAt) return 'overdue'
  return beijingDay(now) === beijingDay(dueAt - 1) ? 'dueSoon' : 'onTime'
}
