import type { Command } from '@shared/flow/commands'
import { titleOfCase } from '@shared/flow/describe'
import { dueAtOf } from '@shared/flow/dueAtOf'
import type { CaseEvent, RecordedEvent } from '@shared/flow/events'
import { titleOfGroup } from '@shared/flow/materials'
import { promiseOf } from '@shared/flow/promiseOf'
import { toldOf } from '@shared/flow/recount'
import { type CaseState, isClosed } from '@shared/flow/state'
import type { Task } from '@shared/flow/tasks'
import { type WarningLevel, warningOf } from '@shared/rules/warnings'
import type { WorkingCalendar } from '@shared/time/calendar'
import { beijingDay } from '@shared/time/localDate'
import type { Commit } from './commit'
import { type Head, type Message, NEVER, type OutboxDocument, type TaskDocument } from './documents'

const QUIET: readonly Command['type'][] = ['warn', 'recount']

/** The head after a command. */
export function headOf(
  input: Commit,
  before: Head | null,
  state: CaseState,
  last: { seq: number; hash: string },
  calendar: WorkingCalendar,
): Head {
  const { opening } = input
  return {
    _id: input.caseId,
    // The system's own reminders change nothing anyone has decided on, so they do not put their next command out of date.
    version: (before?.version ?? 0) + (QUIET.includes(input.command.type) ? 0 : 1),
    state,
    owner: before?.owner ?? opening?.owner ?? '',
    address:
      state.status === 'withdrawn'
        ? state.district
        : (input.corrected?.address ?? before?.address ?? opening?.person.address ?? ''),
    seq: last.seq,
    hash: last.hash,
    status: state.status,
    open: !isClosed(state.status),
    managerId: state.managerId,
    district: state.district,
    submittedAt: state.submittedAt,
    dueAt: dueAtOf(state, calendar) ?? NEVER,
    told: toldOf(state, calendar),
    calendarVersion: calendar.version,
  }
}

/** The row of the account manager's list. */
export function taskOf(head: Head, task: Task): TaskDocument {
  return {
    _id: head._id,
    caseId: head._id,
    kind: task.kind,
    caseTitle: titleOfCase(head.state),
    district: head.district,
    address: head.address,
    dueDay: task.dueDay,
    dueAt: task.dueAt,
    stepsLeft: task.stepsLeft,
    assignee: head.managerId ?? '',
    warnings: task.warnings,
    attentionAt: task.warnings[0]?.at ?? NEVER,
  }
}

interface Owed {
  task: Task | null
  calendar: WorkingCalendar
  /** Staff to be told besides the account manager. */
  alsoTell: string[]
}

/** The pushes the new events owe: one row a recipient. They carry no personal data. */
export function outboxOf(head: Head, events: readonly RecordedEvent[], owed: Owed): OutboxDocument[] {
  return events.flatMap((recorded) => {
    const row = (to: OutboxDocument['to'], message: Message): OutboxDocument => ({
      _id: `${head._id}:${recorded.seq}:${to.kind === 'applicant' ? 'applicant' : to.staffId}`,
      caseId: head._id,
      to,
      message,
      status: 'owed',
      nextAt: recorded.at,
      attempts: 0,
      errcode: null,
    })
    const staff = staffTold(head, recorded.event, owed.alsoTell)
    const applicant = progressMessage(head, recorded.event, owed)
    return [
      ...staff.map((staffId) => row({ kind: 'staff', staffId }, taskMessage(head, recorded, owed))),
      ...(applicant ? [row({ kind: 'applicant', openid: head.owner }, applicant)] : []),
    ]
  })
}

function staffTold(head: Head, event: CaseEvent, alsoTell: string[]): string[] {
  const manager = head.managerId ? [head.managerId] : []
  switch (event.type) {
    case 'assigned':
    case 'corrected':
    case 'withdrawn':
      return manager
    case 'collected':
      return event.via === 'online' && head.version > 1 ? manager : []
    case 'warned':
      return [...new Set([...(warningOf(event.level).tell.includes('manager') ? manager : []), ...alsoTell])]
    case 'recounted':
      return event.from === event.to ? [] : manager
    default:
      return []
  }
}

function taskMessage(head: Head, { event, at }: RecordedEvent, { task }: Owed): Message {
  return {
    template: 'task',
    what: titleOfCase(head.state),
    district: head.district,
    // WeChat refuses a message without a date; where nothing is owed any more it is the day it happened.
    dueDay: task?.dueDay ?? beijingDay(at),
    tip: taskTip(event),
  }
}

function taskTip(event: CaseEvent): string {
  switch (event.type) {
    case 'assigned':
      return '有一件新的用电申请'
    case 'collected':
      return '用户补交了材料'
    case 'corrected':
      return '用户更正了申请内容'
    case 'withdrawn':
      return '用户撤回了申请，不用再办'
    case 'recounted':
      return '放假安排公布，期限有变'
    case 'warned':
      return `${WARNED[event.level]}：${event.cure}`
    default:
      return ''
  }
}

/** As short as a push needs it; the cure follows. */
const WARNED: Record<WarningLevel, string> = {
  oneDayLeft: '剩1天',
  dueToday: '今天到期',
  overdue: '已超期',
  overdueOneDay: '已超期',
}

/** What the applicant is told, or null where the event is not theirs to hear of. */
function progressMessage(head: Head, event: CaseEvent, { calendar }: Owed): Message | null {
  const promised = promiseOf(head.state, calendar)
  if (!promised) return null
  const say = (state: string, tip: string): Message => ({
    template: 'progress',
    what: titleOfCase(head.state),
    state,
    dueDay: promised.dueDay,
    tip,
  })
  switch (event.type) {
    case 'notified':
      return say(
        '已受理',
        event.wanted.length > 0
          ? `还差${event.wanted.map(titleOfGroup).join('、')}，可上门取`
          : '材料已齐，等待上门勘察',
      )
    case 'surveyed':
      return say('已勘察', '接下来装表送电')
    case 'recounted':
      return event.from === event.to ? null : say('日期有变', '放假安排公布，承诺日期改了')
    case 'energized':
      return say('已送电', '电已通，请放心使用')
    default:
      return null
  }
}
