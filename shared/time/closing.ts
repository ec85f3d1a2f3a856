import type { WorkingCalendar } from './calendar'
import { beijingDay, beijingMinuteOfDay, type Instant, instantAt, type LocalDate } from './localDate'

/** Hours of business of a deployment, in minutes after Beijing midnight. No rule names them: they are configuration. */
export interface Closing {
  /** What arrives before this minute on a working day is that day's work (当日办结). */
  cutOffMinute: number
  /** A due day ends at this minute (民法典 203); 24:00 where no business hours are set. */
  closeMinute: number
}

/** Nothing configured: the whole day counts and every due day ends at 24:00. */
export const wholeDay: Closing = { cutOffMinute: 24 * 60, closeMinute: 24 * 60 }

/** 当日办结: received on a working day before the cut-off → that day, otherwise the next working day. */
export function sameDayDue(calendar: WorkingCalendar, receivedAt: Instant, cutOffMinute: number): LocalDate {
  const day = beijingDay(receivedAt)
  const inTime = calendar.day(day).working && beijingMinuteOfDay(receivedAt) < cutOffMinute
  return inTime ? day : calendar.next(day)
}

/** The instant at which a due day is over. */
export const closeOf = (day: LocalDate, closing: Closing): Instant => instantAt(day, closing.closeMinute)
