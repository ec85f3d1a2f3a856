import type { TaskRow } from '../contract/case'
import type { TaskKind } from '../contract/vocabulary'
import type { WorkingCalendar } from '../time/calendar'
import { beijingDay, type Instant, localDate } from '../time/localDate'
import { slackOf } from '../time/stopwatch'
import { standingOf } from './promiseOf'
import type { Pressing } from './tasks'
import { TASK_TITLES } from './titles'

/** A task as it is stored for its account manager's list. */
export interface StoredTask {
  caseId: string
  kind: TaskKind
  caseTitle: string
  district: string
  address: string
  dueDay: string
  dueAt: Instant
  provisional: boolean
  promised: TaskRow['promised']
  stepsLeft: number
  pressing: Pressing | null
}

/** A row of 待办: slack is working days left ÷ steps of work left; below 0 is overdue. */
export function taskRowOf(id: string, task: StoredTask, calendar: WorkingCalendar, now: Instant): TaskRow {
  const today = beijingDay(now)
  const due = localDate(task.dueDay)
  const workingDaysLeft = slackOf(calendar, due, today)
  const standing = standingOf(task.dueAt, now)
  return {
    id,
    caseId: task.caseId,
    kind: task.kind,
    title: TASK_TITLES[task.kind],
    caseTitle: task.caseTitle,
    district: task.district,
    address: task.address,
    dueDay: task.dueDay,
    dueAt: task.dueAt,
    provisional: task.provisional,
    promised: task.promised,
    // Overdue over a weekend is still overdue, though no working day has passed.
    workingDaysLeft,
    slack: standing === 'overdue' ? Math.min(workingDaysLeft, -1) / task.stepsLeft : workingDaysLeft / task.stepsLeft,
    standing,
    pressing: task.pressing,
  }
}
