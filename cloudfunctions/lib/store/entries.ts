import type { Command } from '@shared/flow/commands'
import { dueAtOf } from '@shared/flow/dueAtOf'
import { toldOf } from '@shared/flow/recount'
import { type CaseState, isClosed, pictureIdsOf } from '@shared/flow/state'
import { taskKey } from '@shared/flow/taskKey'
import { type Task, tasksOwed } from '@shared/flow/tasks'
import { titleOfCase } from '@shared/flow/titles'
import type { WorkingCalendar } from '@shared/time/calendar'
import type { Instant } from '@shared/time/localDate'
import type { Prepared } from './command'
import { type Head, NEVER, type TaskDocument } from './documents'

/** The system's own reminders, and somebody having looked: nobody's next command is put out of date by them. */
const QUIET: readonly Command['type'][] = ['warn', 'recount', 'escalate', 'markRead']

/** The head after a command. `address` is the person's own where the command put it right. */
export function headOf(
  input: Pick<Prepared, 'command' | 'by' | 'opening'> & { caseId: string },
  before: Head | null,
  state: CaseState,
  last: { seq: number; hash: string; at: Instant },
  { calendar, address }: { calendar: WorkingCalendar; address: string | null },
): Head {
  const { opening } = input
  return {
    _id: input.caseId,
    version: (before?.version ?? 0) + (QUIET.includes(input.command.type) ? 0 : 1),
    state,
    owner: before?.owner ?? opening?.owner ?? '',
    enteredBy: before?.enteredBy ?? (input.by.role === 'applicant' ? '' : input.by.id),
    address:
      state.status === 'withdrawn' ? state.district : (address ?? before?.address ?? opening?.person.address ?? ''),
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
    told: toldOf(state, calendar),
    calendarVersion: calendar.version,
    tasks: tasksOwed(state, calendar).map((task) => taskIdOf(input.caseId, task)),
    pictures: state.status === 'withdrawn' ? [] : [...new Set(pictureIdsOf(state))],
    reviewers: [...new Set(state.reviews.map(({ staffId }) => staffId))],
  }
}

const taskIdOf = (caseId: string, { kind, of }: Pick<Task, 'kind' | 'of'>): string => `${caseId}.${taskKey(kind, of)}`

/** The row of the list of whoever owes it. */
export function taskOf(head: Head, task: Task): TaskDocument {
  const unreadAt = task.unreadAt ?? NEVER
  return {
    _id: taskIdOf(head._id, task),
    caseId: head._id,
    kind: task.kind,
    of: task.of,
    since: task.since,
    caseTitle: titleOfCase(head.state),
    district: head.district,
    address: head.address,
    dueDay: task.dueDay,
    dueAt: task.dueAt,
    stepsLeft: task.stepsLeft,
    pressing: task.pressing,
    assignee: task.assignee,
    warnings: task.warnings,
    unreadAt,
    attentionAt: Math.min(task.warnings[0]?.at ?? NEVER, unreadAt),
  }
}
