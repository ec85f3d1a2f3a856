import type { WorkingCalendar } from '../time/calendar'
import type { CaseEvent } from './events'
import { promiseOf } from './promiseOf'
import { type CaseState, isClosed } from './state'

/** The promise people were last told: by its day and how sure it was. Null before acceptance. */
export type Announced = { dueDay: string; provisional: boolean } | null

/** What a case's promise is under a calendar. */
export function announcedOf(state: CaseState, calendar: WorkingCalendar): Announced {
  const promised = promiseOf(state, calendar)
  return promised && { dueDay: promised.dueDay, provisional: promised.provisional }
}

/**
 * 重新核定: what a calendar newly known makes of a running promise (domain §3.5). Nothing when neither the day nor its
 * certainty changes; otherwise the event that records both days.
 */
export function recountOf(state: CaseState, told: Announced, calendar: WorkingCalendar): CaseEvent[] {
  const now = isClosed(state.status) ? null : announcedOf(state, calendar)
  if (!told || !now || (told.dueDay === now.dueDay && told.provisional === now.provisional)) return []
  return [
    { type: 'recounted', calendar: calendar.version, from: told.dueDay, to: now.dueDay, provisional: now.provisional },
  ]
}
