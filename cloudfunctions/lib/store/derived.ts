import { dueAtOf } from '@shared/flow/dueAtOf'
import { FOLD_VERSION } from '@shared/flow/evolve'
import { announcedOf } from '@shared/flow/recount'
import { type CaseState, isClosed, pictureIdsOf } from '@shared/flow/state'
import { taskKey } from '@shared/flow/taskKey'
import { type Task, tasksOwed } from '@shared/flow/tasks'
import type { WorkingCalendar } from '@shared/time/calendar'
import type { Instant } from '@shared/time/localDate'
import type { Head } from './documents'
import { NEVER } from './schemas'

/** What of a head follows from its ledger and the calendar alone. */
export function derivedOf(
  caseId: string,
  state: CaseState,
  last: { seq: number; hash: string; at: Instant },
  calendar: WorkingCalendar,
): Omit<Head, 'version' | 'owner' | 'enteredBy' | 'address' | 'addressDigest'> {
  return {
    _id: caseId,
    fold: FOLD_VERSION,
    state,
    seq: last.seq,
    hash: last.hash,
    recordedAt: last.at,
    status: state.status,
    open: !isClosed(state.status),
    troubled: !isClosed(state.status) && state.anomalies.some(({ resolvedAt }) => resolvedAt === null),
    managerId: state.managerId,
    district: state.district,
    submittedAt: state.submittedAt,
    dueAt: dueAtOf(state, calendar) ?? NEVER,
    told: announcedOf(state, calendar),
    calendarVersion: calendar.version,
    tasks: tasksOwed(state, calendar).map((task) => taskIdOf(caseId, task)),
    pictures: state.status === 'withdrawn' ? [] : [...new Set(pictureIdsOf(state))],
    reviewers: [...new Set(state.reviews.map(({ staffId }) => staffId))],
  }
}

export const taskIdOf = (caseId: string, { kind, of }: Pick<Task, 'kind' | 'of'>): string =>
  `${caseId}.${taskKey(kind, of)}`
