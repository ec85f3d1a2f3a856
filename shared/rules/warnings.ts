import type { WorkingCalendar } from '../time/calendar'
import { type Closing, closeOf } from '../time/closing'
import { type Instant, instantAt, type LocalDate } from '../time/localDate'
import { liuzhouPlan } from './sources'
import type { Source } from './vocabulary'

/** 预警级别, mildest first. */
export const warningLevels = ['oneDayLeft', 'dueToday', 'overdue', 'overdueOneDay'] as const
export type WarningLevel = (typeof warningLevels)[number]

/** Who hears of it: the case's account manager, the district's supervisors, those of the whole city. */
export type WarningAudience = 'manager' | 'supervisor' | 'city'

export interface WarningRow {
  level: WarningLevel
  title: string
  /** Working days from the due day: -1 the one before, 0 itself, 1 the one after. */
  workingDays: -1 | 0 | 1
  /** In the morning of that day, or when the day is over. */
  at: 'morning' | 'close'
  tell: readonly WarningAudience[]
}

/** 系统工单超时自动预警: the plan asks for it and names no thresholds, so these are decided here. */
export const warningSource: Source = { document: liuzhouPlan.title, section: '三(三)4', confidence: 'text' }

export const warningRows: readonly WarningRow[] = [
  { level: 'oneDayLeft', title: '还剩1个工作日', workingDays: -1, at: 'morning', tell: ['manager'] },
  { level: 'dueToday', title: '今天到期', workingDays: 0, at: 'morning', tell: ['manager'] },
  { level: 'overdue', title: '已超过时限', workingDays: 0, at: 'close', tell: ['manager', 'supervisor'] },
  {
    level: 'overdueOneDay',
    title: '超过时限已到第2个工作日',
    workingDays: 1,
    at: 'morning',
    tell: ['manager', 'supervisor', 'city'],
  },
]

export const warningOf = (level: WarningLevel): WarningRow => warningRows[warningLevels.indexOf(level)]

/** A warning and the instant from which it is to be given. */
export interface Warning {
  level: WarningLevel
  at: Instant
}

export interface WarningQuestion {
  dueDay: LocalDate
  /** When the work arrived: what it was too late for already is not warned of any more. */
  since: Instant
  /** The last warning given; null for none. */
  said: WarningLevel | null
  closing: Closing
  /** Minutes after Beijing midnight at which a morning's warnings are given. */
  morningMinute: number
  /** Work that only just arrived is not warned about for this many milliseconds, unless it is overdue. */
  graceMs: number
}

/** The warnings still to come, in order: one a threshold, and only those after the last one given. */
export function warningsAhead(calendar: WorkingCalendar, question: WarningQuestion): Warning[] {
  const { dueDay, since, said, closing } = question
  const overAt = closeOf(dueDay, closing)
  const planned = warningRows.map(({ level, workingDays, at }) => {
    const day = workingDays === 0 ? dueDay : workingDays < 0 ? calendar.previous(dueDay) : calendar.next(dueDay)
    return { level, at: at === 'close' ? closeOf(day, closing) : instantAt(day, question.morningMinute) }
  })
  // Of the thresholds passed before the work arrived the last still says something, once the due day has come.
  const passed = planned.findLastIndex(({ at }) => at <= since)
  const arrived = passed >= 0 && warningRows[passed].workingDays < 0 ? passed + 1 : passed
  const first = Math.max(0, arrived, planned.findIndex(({ level }) => level === said) + 1)
  return planned.slice(first).map(({ level, at }) => {
    return { level, at: Math.max(at, Math.min(overAt, since + question.graceMs)) }
  })
}

/** The warning to give at `now`: the gravest whose time has come; null for none. */
export const warningDue = (ahead: readonly Warning[], now: Instant): WarningLevel | null =>
  ahead.findLast(({ at }) => at <= now)?.level ?? null
