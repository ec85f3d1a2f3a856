import type { Command } from '@shared/flow/commands'
import type { CaseState } from '@shared/flow/state'
import type { Task } from '@shared/flow/tasks'
import { titleOfCase } from '@shared/flow/titles'
import type { WorkingCalendar } from '@shared/time/calendar'
import type { Instant } from '@shared/time/localDate'
import { addressDigest } from '../addressDigest'
import type { Prepared } from './command'
import { derivedOf, taskIdOf } from './derived'
import type { Head, TaskDocument } from './documents'
import { NEVER } from './schemas'

/** The system's own reminders, and somebody having looked: nobody's next command is put out of date by them. */
const UNVERSIONED: readonly Command['type'][] = ['warn', 'recount', 'escalate', 'miss', 'markRead']

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
    ...derivedOf(input.caseId, state, last, calendar),
    version: (before?.version ?? 0) + (UNVERSIONED.includes(input.command.type) ? 0 : 1),
    owner: before?.owner ?? opening?.owner ?? '',
    enteredBy: before?.enteredBy ?? (input.by.role === 'applicant' ? '' : input.by.id),
    address:
      state.status === 'withdrawn' ? state.district : (address ?? before?.address ?? opening?.person.address ?? ''),
    addressDigest:
      state.status === 'withdrawn'
        ? ''
        : address === null
          ? (before?.addressDigest ?? '')
          : addressDigest(address, state.district),
  }
}

/** The row of the list of whoever owes it. */
export function taskOf(head: Head, task: Task): TaskDocument {
  const unreadAt = task.unreadAt ?? NEVER
  const missAt = task.missAt ?? NEVER
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
    provisional: task.provisional,
    promised: task.promised,
    stepsLeft: task.stepsLeft,
    pressing: task.pressing,
    assignee: task.assignee,
    warnings: task.warnings,
    unreadAt,
    missAt,
    attentionAt: Math.min(task.warnings[0]?.at ?? NEVER, unreadAt, missAt),
  }
}
