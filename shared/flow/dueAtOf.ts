import type { WorkingCalendar } from '../time/calendar'
import type { Instant } from '../time/localDate'
import { promiseOf } from './promiseOf'
import type { CaseState } from './state'
import { taskOwed } from './tasks'

/** What a case is held to now: its promise, or before acceptance the day it has to be accepted (当日办结). */
export const dueAtOf = (state: CaseState, calendar: WorkingCalendar): Instant | null =>
  (promiseOf(state, calendar) ?? taskOwed(state, calendar))?.dueAt ?? null
