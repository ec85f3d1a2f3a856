import type { CaseView } from '../contract/case'
import { anomalyCauseOf } from '../rules/anomalies'
import type { WorkingCalendar } from '../time/calendar'
import { closeOf } from '../time/closing'
import { type Instant, type LocalDate, localDate } from '../time/localDate'
import { deployment } from './deployment'
import { promiseOf } from './promiseOf'
import { type CaseState, isClosed } from './state'

/**
 * The day a running case is next held to, and the instant from which it is missed: the promise's, or once that has passed the new
 * day the manager gave. Null while a new day is still owed, and where no promise runs.
 */
export function nextMissOf(state: CaseState, calendar: WorkingCalendar): { dueDay: string; at: Instant } | null {
  const promised = isClosed(state.status) ? null : promiseOf(state, calendar)
  if (!promised) return null
  if (!state.missed) return { dueDay: promised.dueDay, at: promised.dueAt }
  const { newDay } = state.missed
  return newDay && { dueDay: newDay.day, at: closeOf(localDate(newDay.day), deployment.closing) }
}

/** By when the manager says a new day: the working day after the one that was missed. */
export const newDayDue = (missed: { dueDay: string }, calendar: WorkingCalendar): LocalDate =>
  calendar.next(localDate(missed.dueDay))

/** What is said of a promise that was missed and is still to be kept; null otherwise. */
export function missedView({ missed }: CaseState, calendar: WorkingCalendar): CaseView['missed'] {
  if (!missed) return null
  const { dueDay, newDay } = missed
  return {
    dueDay,
    newDayBy: newDayDue(missed, calendar),
    newDay: newDay && { day: newDay.day, because: anomalyCauseOf(newDay.cause).title },
  }
}
