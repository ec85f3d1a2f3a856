import type { WorkingCalendar } from '../time/calendar'
import type { Instant } from '../time/localDate'
import { promiseOf } from './promiseOf'
import type { CaseState } from './state'
import { taskOwed } from './tasks'

/** What a case is held to now: its promise, or before acceptance the day it has to be accepted (当日办结); null while no clock runs. */
export function dueAtOf(state: CaseState, calendar: WorkingCalendar): Instant | null {
  if (state.status === 'submitted') return taskOwed(state, calendar)!.dueAt
  return promiseOf(state, calendar)?.dueAt ?? null
}
