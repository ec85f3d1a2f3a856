import { dayNumber, dayOf, type LocalDate } from './localDate'
import { TimeError } from './timeError'

/** What a day is, and which law or notice says so. */
export interface DayKind {
  working: boolean
  /** `open`: a notice that is not out may arrange the day; `working` is then only the plain week's answer. */
  reason: 'workday' | 'weekend' | 'holiday' | 'makeUp' | 'open'
  /** 清明节, 广西三月三, … */
  name?: string
  /** The law, or the number of the notice, or its title where it has none. */
  source?: string
  /** False while a notice that could still change the day is not out: whatever rests on it is provisional. */
  known: boolean
}

/** One day of an explanation: why it was counted or skipped. */
export interface ExplainedDay {
  day: LocalDate
  counted: boolean
  kind: DayKind
}

/** Longest count of days any rule may ask for; the longest known is 45. */
export const MAX_DAYS = 1000

/**
 * Working days by table: how many there were up to each day, and which day the n-th was, so that adding and
 * counting are two look-ups whatever the distance. Everything throws TimeError `outsideCalendar` for a day beyond
 * the table, and `notALength` for a count that is not 0..MAX_DAYS.
 */
export class WorkingCalendar {
  readonly #first: number
  readonly #kinds: readonly DayKind[]
  /** Working days from the first day of the table up to and including each day. */
  readonly #worked: Int32Array
  /** Days not yet settled by a notice, likewise. */
  readonly #unsettled: Int32Array
  /** The index of the n-th working day of the table, from 1. */
  readonly #nth: Int32Array

  /**
   * @param version equal exactly when the same notices were known
   * @param first the first day of the table
   * @param kinds what each day from there on is
   */
  constructor(
    readonly version: string,
    first: LocalDate,
    kinds: readonly DayKind[],
  ) {
    this.#first = dayNumber(first)
    this.#kinds = kinds
    this.#worked = new Int32Array(kinds.length)
    this.#unsettled = new Int32Array(kinds.length)
    this.#nth = new Int32Array(kinds.length + 1)
    let worked = 0
    let unsettled = 0
    for (const [index, { working, known }] of kinds.entries()) {
      if (working) this.#nth[++worked] = index
      if (!known) unsettled += 1
      this.#worked[index] = worked
      this.#unsettled[index] = unsettled
    }
  }

  /** What a day is. */
  day(day: LocalDate): DayKind {
    return this.#kinds[this.#indexOf(day)]
  }

  /** The `n`-th working day after `start`, whose own day is not counted (民法典 201); n = 0 is `start` itself. */
  add(start: LocalDate, n: number): LocalDate {
    if (!Number.isInteger(n) || n < 0 || n > MAX_DAYS)
      throw new TimeError('notALength', `not 0..${MAX_DAYS} days: ${n}`)
    const index = this.#indexOf(start)
    if (n === 0) return start
    const target = this.#worked[index] + n
    if (target > this.#worked[this.#kinds.length - 1]) this.#refuse(start)
    return dayOf(this.#first + this.#nth[target])
  }

  /** The first working day after `day`. */
  next(day: LocalDate): LocalDate {
    return this.add(day, 1)
  }

  /** The last working day before `day`. */
  previous(day: LocalDate): LocalDate {
    const index = this.#indexOf(day)
    const before = this.#worked[index] - (this.#kinds[index].working ? 1 : 0)
    return before > 0 ? dayOf(this.#first + this.#nth[before]) : this.#refuse(day)
  }

  /** Working days after `a` up to and including `b`; 0 when `b` is not later. */
  between(a: LocalDate, b: LocalDate): number {
    return Math.max(0, this.#worked[this.#indexOf(b)] - this.#worked[this.#indexOf(a)])
  }

  /** Whether notices settle every day after `a` up to and including `b`. */
  isSettled(a: LocalDate, b: LocalDate): boolean {
    return this.#unsettled[this.#indexOf(b)] <= this.#unsettled[this.#indexOf(a)]
  }

  #indexOf(day: LocalDate): number {
    const index = dayNumber(day) - this.#first
    return index >= 0 && index < this.#kinds.length ? index : this.#refuse(day)
  }

  #refuse(day: LocalDate): never {
    const last = this.#first + this.#kinds.length - 1
    throw new TimeError('outsideCalendar', `beyond the calendar of ${dayOf(this.#first)}–${dayOf(last)}: ${day}`)
  }
}
