import type { TaskTotals } from '@shared/contract/case'
import { taskRowOf } from '@shared/flow/taskRow'
import { staffView } from '@shared/flow/views'
import { beijingDay, endOfDay, type Instant } from '@shared/time/localDate'
import { calendarAt } from '../lib/clock'
import { _, db } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { proposalsOf, proposalViews } from '../lib/proposals'
import { caseWithin, desksOf, reaches, requireStaff } from '../lib/staff'
import { factsOf } from '../lib/store/cases'
import type { Head, ProposalDocument, StaffDocument, TaskDocument } from '../lib/store/documents'
import { onPage, PAGE_ROWS, type Position, pageOf, readCursor } from '../lib/store/page'
import { runningAt } from '../lib/store/sameAddress'
import { sound } from '../lib/store/stored'
import { type ViewParts, viewPartsOf } from '../lib/store/viewParts'

type Staff = Handlers<'staff'>

/** 待办 of every desk the asker works, nearest deadline first; the page sorts what it shows by slack. */
export const tasks: Staff['tasks'] = async ({ after }, { openid, now }) => {
  const staff = await requireStaff(openid)
  const position = readCursor(after)
  const desks = await desksOf(staff, now)
  const [totals, ...lists] = await Promise.all([totalsOf(desks, now), ...desks.map((desk) => tasksOf(desk, position))])
  // Each list is in order and long enough by itself, so together they hold the page.
  const raw = lists.flat().sort((a, b) => a.dueAt - b.dueAt || (a._id < b._id ? -1 : 1))
  const calendar = calendarAt(now)
  const page = pageOf({ raw, key: 'dueAt' }, sound('tasks', onPage(raw)), (task) =>
    taskRowOf(task._id, task, calendar, now),
  )
  return { ...page, totals }
}

/** Counted over everything the desks owe, by the same bounds as a row's standing. */
async function totalsOf(desks: readonly string[], now: Instant): Promise<TaskTotals> {
  const count = async (due: object): Promise<number> =>
    (
      await db
        .collection('tasks')
        .where({ assignee: _.in([...desks]), ...due })
        .count()
    ).total ?? 0
  const [all, overdue, dueSoon] = await Promise.all([
    count({}),
    count({ dueAt: _.lte(now) }),
    count({ dueAt: _.and([_.gt(now), _.lte(endOfDay(beijingDay(now)))]) }),
  ])
  return { all, overdue, dueSoon }
}

/** Enough of a stored task to put it in order. */
type Sorted = Pick<TaskDocument, '_id' | 'dueAt'>

async function tasksOf(assignee: string, position: Position | null): Promise<Sorted[]> {
  const later = position ? _.or([{ dueAt: _.gt(position.at) }, { dueAt: position.at, _id: _.gt(position.id) }]) : null
  const { data } = await db
    .collection('tasks')
    .where(later ? _.and([{ assignee }, later]) : { assignee })
    .orderBy('dueAt', 'asc')
    .orderBy('_id', 'asc')
    .limit(PAGE_ROWS + 1)
    .get()
  return data as Sorted[]
}

export const oneCase: Staff['case'] = async ({ id }, { openid, now }) => {
  const staff = await requireStaff(openid)
  const head = await caseWithin(id, staff, now)
  const [parts, proposals] = await Promise.all([viewPartsOf(head, now, staff), proposalsOf(id)])
  return staffSees(head, parts, proposals, staff, now)
}

/** A case as this member of staff sees it. */
export async function staffSees(
  head: Head,
  { history, person, people, point }: ViewParts,
  handedOver: readonly ProposalDocument[],
  staff: StaffDocument,
  now: Instant,
) {
  const { managerId } = head
  const manager = managerId ? { id: managerId, name: people.get(managerId)?.name ?? '' } : null
  const [proposals, sameAddress] = await Promise.all([
    handedOver.length > 0 ? proposalViews(handedOver) : [],
    othersAtAddress(head, staff, now),
  ])
  const viewer = { id: staff._id, role: staff.role, manager, colleagues: people, proposals }
  return { ...staffView(factsOf(head, now, point), history, person, viewer), sameAddress }
}

/** Other cases that run at the same address, within this person's reach; a reviewer is asked about a scheme alone. */
async function othersAtAddress(head: Head, staff: StaffDocument, now: Instant): Promise<string[]> {
  if (staff.role === 'reviewer' || !head.open) return []
  const others = (await runningAt(head.addressDigest, now)).filter(({ _id }) => _id !== head._id)
  const reached = await Promise.all(others.map((other) => reaches(other, staff, now)))
  return others.filter((_other, index) => reached[index]).map(({ _id }) => _id)
}
