import type { TaskKind } from '../contract/vocabulary'
import { type Warning, warningsAhead } from '../rules/warnings'
import type { WorkingCalendar } from '../time/calendar'
import { closeOf, sameDayDue } from '../time/closing'
import type { Instant, LocalDate } from '../time/localDate'
import { deployment } from './deployment'
import { promiseOf } from './promiseOf'
import type { CaseState } from './state'

/** What a case owes its account manager next. */
export interface Task {
  kind: TaskKind
  dueDay: LocalDate
  dueAt: Instant
  /** Steps of work left until power is on, this one included. */
  stepsLeft: number
  /** 预警 still to come, in order. */
  warnings: Warning[]
}

/** 待办: at most one at a time on the low-voltage road; none once the power is on. */
export function taskOwed(state: CaseState, calendar: WorkingCalendar): Task | null {
  const due = dueOf(state, calendar)
  if (!due) return null
  const warnings = warningsAhead(calendar, {
    dueDay: due.day,
    since: due.since,
    said: state.warned[due.kind] ?? null,
    ...deployment.warnings,
    closing: deployment.closing,
  })
  const dueAt = closeOf(due.day, deployment.closing)
  return { kind: due.kind, dueDay: due.day, dueAt, stepsLeft: due.stepsLeft, warnings }
}

function dueOf(
  state: CaseState,
  calendar: WorkingCalendar,
): { kind: TaskKind; day: LocalDate; stepsLeft: number; since: Instant } | null {
  switch (state.status) {
    case 'submitted':
      return {
        kind: 'accept',
        day: sameDayDue(calendar, state.submittedAt, deployment.closing.cutOffMinute),
        stepsLeft: 3,
        since: state.submittedAt,
      }
    case 'accepted': {
      // Until the survey says otherwise the work is timed as if no external line were needed: the earlier day.
      const promised = promiseOf(state, calendar)!
      const day = promised.earlierIf?.dueDay ?? promised.dueDay
      return { kind: 'visit', day, stepsLeft: 2, since: state.acceptedAt! }
    }
    case 'surveyed':
      return { kind: 'energize', day: promiseOf(state, calendar)!.dueDay, stepsLeft: 1, since: state.surveyedAt! }
    case 'energized':
    case 'withdrawn':
      return null
  }
}
