import type { WorkingCalendar } from '../time/calendar'
import { beijingDay, type Instant, type LocalDate } from '../time/localDate'
import { deployment } from './deployment'

/** By when a complaint made at `at` is answered, and whether a notice that is not out may still move that day. */
export function complaintDue(calendar: WorkingCalendar, at: Instant): { dueDay: LocalDate; provisional: boolean } {
  const asked = beijingDay(at)
  const dueDay = calendar.add(asked, deployment.complaintDays)
  return { dueDay, provisional: !calendar.isSettled(asked, dueDay) }
}
