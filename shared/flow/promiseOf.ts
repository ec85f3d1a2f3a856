import type { Standing } from '../contract/case'
import { type PromiseResult, promise } from '../rules/promise'
import type { WorkingCalendar } from '../time/calendar'
import { beijingDay, type Instant, type LocalDate } from '../time/localDate'
import { deployment } from './deployment'
import type { CaseState } from './state'

/** A promise with its day: the low-voltage clock never stops (附件1), so there always is one. */
export type Promised = PromiseResult & { dueDay: LocalDate; dueAt: Instant }

/**
 * The promise of an accepted case under the rules pinned to it; null before acceptance. Always derived, never stored
 * as truth. Not surveyed yet: the day with an external line, which the survey can only move earlier.
 */
export function promiseOf(state: CaseState, calendar: WorkingCalendar): Promised | null {
  const known = derived.get(state)
  if (known?.calendar === calendar) return known.promised
  const promised = derive(state, calendar)
  derived.set(state, { calendar, promised })
  return promised
}

/** A state never changes, so its promise under one calendar is worked out once. */
const derived = new WeakMap<CaseState, { calendar: WorkingCalendar; promised: Promised | null }>()

function derive(state: CaseState, calendar: WorkingCalendar): Promised | null {
  if (state.acceptedAt === null || state.ruleSetId === null) return null
  const result = promise({
    ruleSet: state.ruleSetId,
    customerClass: state.customerClass,
    stage: 'connection',
    externalLine: state.externalLine,
    starts: { submission: state.submittedAt, acceptance: state.acceptedAt },
    stops: [],
    calendar,
    closing: deployment.closing,
  })
  const { dueDay, dueAt } = result
  if (dueDay === null || dueAt === null) throw new Error('a running clock without a due day')
  return { ...result, dueDay, dueAt }
}

/** How something due at `dueAt` stands at `now`; done at `doneAt`. */
export function standingOf(dueAt: Instant | null, doneAt: Instant | null, now: Instant): Standing {
  if (doneAt !== null) return dueAt === null || doneAt < dueAt ? 'kept' : 'missed'
  if (dueAt === null) return 'onTime'
  if (now >= dueAt) return 'overdue'
  return beijingDay(now) === beijingDay(dueAt - 1) ? 'dueSoon' : 'onTime'
}
