import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import type { WorkingCalendar } from '@shared/time/calendar'
import { beijingDay, type Instant, type LocalDate } from '@shared/time/localDate'

let known: { day: LocalDate; calendar: WorkingCalendar } | null = null

/** The working calendar as published by the Beijing day of `now`; built once a day. */
export function calendarAt(now: Instant): WorkingCalendar {
  const day = beijingDay(now)
  if (known?.day !== day) known = { day, calendar: calendarAsOf(day) }
  return known.calendar
}
