import type { PromisedDay } from '../contract/case'
import type { TaskKind } from '../contract/vocabulary'
import { contactEveryWorkingDays } from '../rules/contacts'
import { type Warning, warningsAhead } from '../rules/warnings'
import type { WorkingCalendar } from '../time/calendar'
import { closeOf, sameDayDue } from '../time/closing'
import { addDays, beijingDay, type Instant, instantAt, type LocalDate, localDate } from '../time/localDate'
import { complaintDue } from './complaintDue'
import { deployment } from './deployment'
import { newDayDue, nextMissOf } from './missed'
import { nextOwed, type Owed, owedBy } from './owed'
import { promisedWhat, promiseOf } from './promiseOf'
import type { CaseState } from './state'
import { isManagers, isSupervisors, taskKey } from './taskKey'

/** One task a case owes somebody, with its day. */
export interface Task {
  kind: TaskKind
  /** Which reviewer's or complaint's; '' where there is one of the kind. */
  of: string
  /** A staff id, or the supervisors of a district (`supervision:鱼峰区`). */
  assignee: string
  /** When the work came to whoever owes it. */
  since: Instant
  dueDay: LocalDate
  dueAt: Instant
  /** A notice that is not out may still move the day. */
  provisional: boolean
  /** What the case is held to, whatever this step's own day; null where no promise runs. */
  promised: PromisedDay | null
  /** Steps of work left until what is due is done, this one included. */
  stepsLeft: number
  /** 预警 still to come, in order. */
  warnings: Warning[]
  /** When the supervisors hear that nobody has opened it; null once somebody has, or they have heard. */
  unreadAt: Instant | null
  /** When the day its case is held to is missed, on the step that carries it on; null on the others. */
  missAt: Instant | null
  pressing: Pressing | null
}
/** What somebody waiting has said of the step that is next: a complaint not answered yet, or 催办 since the work came. */
export type Pressing = 'complained' | 'urged'

/** The desk a district's supervisors share. */
export const supervisionOf = (district: string): string => `supervision:${district}`

/** 待办: everything the case owes anybody now, the step that carries it on first. Each is owed once. */
export const tasksOwed = (state: CaseState, calendar: WorkingCalendar): Task[] =>
  owedBy(state).map((owed) => taskOf(state, owed, calendar))

/** The step that carries the case on; null while it is somebody else's turn. */
export function taskOwed(state: CaseState, calendar: WorkingCalendar): Task | null {
  const owed = nextOwed(state)
  return owed && taskOf(state, owed, calendar)
}

function taskOf(state: CaseState, owed: Owed, calendar: WorkingCalendar): Task {
  const { kind, of, stepsLeft } = owed
  const key = taskKey(kind, of)
  // Handed on, it is new work to whoever gets it.
  const since = isManagers(kind) ? Math.max(owed.since, state.assignedAt) : owed.since
  const { dueDay, provisional } = plannedFor(state, owed, calendar)
  const warnings = warningsAhead(calendar, {
    dueDay,
    since,
    said: state.warned[key] ?? null,
    ...deployment.warnings,
    closing: deployment.closing,
  })
  // A contact is due weeks after it is owed: not yet opened means nothing.
  const unread = kind !== 'contact' && !state.read.includes(key) && !state.leftUnread.includes(key)
  const dueAt = closeOf(dueDay, deployment.closing)
  const unreadAt = unread ? unreadFrom(calendar, since) : null
  const pressing = nextOwed(state)?.kind === kind ? pressingOf(state, owed.since) : null
  const assignee = deskOf(state, owed)
  const promised = promisedDayOf(state, calendar)
  const missAt = nextOwed(state)?.kind === kind ? (nextMissOf(state, calendar)?.at ?? null) : null
  return {
    kind,
    of,
    assignee,
    since,
    dueDay,
    dueAt,
    provisional,
    promised,
    stepsLeft,
    warnings,
    unreadAt,
    missAt,
    pressing,
  }
}

function promisedDayOf(state: CaseState, calendar: WorkingCalendar): PromisedDay | null {
  const promised = promiseOf(state, calendar)
  return promised && { what: promisedWhat(state), day: promised.dueDay, provisional: promised.provisional }
}

function pressingOf({ complaints, urgedAt }: CaseState, since: Instant): Pressing | null {
  if (complaints.some(({ answeredAt }) => answeredAt === null)) return 'complained'
  return urgedAt !== null && urgedAt >= since ? 'urged' : null
}

/** Whose list it is on: a staff id, or the desk of a district's supervisors. */
export function deskOf({ managerId, district }: CaseState, { kind, of }: Owed): string {
  if (kind === 'review') return of
  return isSupervisors(kind) ? supervisionOf(district) : (managerId ?? '')
}

/** By when a step is due, and whether a notice that is not out may still move that day. */
function plannedFor(
  state: CaseState,
  { kind, since }: Owed,
  calendar: WorkingCalendar,
): { dueDay: LocalDate; provisional: boolean } {
  const asked = beijingDay(since)
  switch (kind) {
    case 'accept': {
      const dueDay = sameDayDue(calendar, since, deployment.closing.cutOffMinute)
      return { dueDay, provisional: !calendar.isSettled(addDays(asked, -1), dueDay) }
    }
    case 'visit': {
      // Until the survey says otherwise the work is timed as if no external line were needed: the earlier day.
      const promised = promiseOf(state, calendar)!
      const { dueDay, provisional } = promised.earlierIf ?? promised
      return dueDay === null ? promised : { dueDay, provisional }
    }
    case 'review': {
      const { dueDay, provisional } = promiseOf(state, calendar)!
      const before = calendar.previous(dueDay)
      return { dueDay: before < asked ? asked : before, provisional }
    }
    case 'outage':
      return { dueDay: localDate(state.outage!.notBefore), provisional: false }
    case 'newDay':
      return { dueDay: newDayDue(state.missed!, calendar), provisional: false }
    case 'complaint':
      return complaintDue(calendar, since)
    case 'confirmTime': {
      const dueDay = calendar.add(asked, deployment.confirmTimeDays)
      return { dueDay, provisional: !calendar.isSettled(asked, dueDay) }
    }
    case 'contact': {
      const dueDay = calendar.add(asked, contactEveryWorkingDays)
      return { dueDay, provisional: !calendar.isSettled(asked, dueDay) }
    }
    case 'reply':
    case 'inspect':
    case 'energize':
      return promiseOf(state, calendar)!
  }
}

/** So much working time after the work came: what the evening leaves of it is looked for the next working morning. */
function unreadFrom(calendar: WorkingCalendar, since: Instant): Instant {
  const { warnings, closing, unreadAfterMs } = deployment
  const day = beijingDay(since)
  const from = Math.max(since, instantAt(day, warnings.morningMinute))
  const hoursLeft = calendar.day(day).working ? Math.max(0, instantAt(day, closing.cutOffMinute) - from) : 0
  if (hoursLeft >= unreadAfterMs) return from + unreadAfterMs
  return instantAt(calendar.next(day), warnings.morningMinute) + unreadAfterMs - hoursLeft
}
