/** What is wrong with a question about days. Each is a wrong question, never something to guess around. */
export type TimeErrorCode =
  /** A text that is not a day of the calendar, such as 2026-02-30. */
  | 'notADate'
  /** Not whole milliseconds since 1970. */
  | 'notAnInstant'
  /** A length of time no rule has: nothing, a fraction, or years. */
  | 'notALength'
  /** A day before or after all the years this build can count in. */
  | 'outsideCalendar'
  /** Something happened to a clock before it started, or out of order. */
  | 'outOfOrder'
  /** Stopped while it stood still. */
  | 'alreadyStopped'
  /** Resumed while it ran. */
  | 'notStopped'

/** Thrown by everything in `shared/time`; the message names the fact. */
export class TimeError extends RangeError {
  constructor(
    readonly code: TimeErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'TimeError'
  }
}
