import { taskRowOf } from '@shared/flow/taskRow'
import { staffView } from '@shared/flow/views'
import { calendarAt } from '../lib/clock'
import { _, db, read } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { caseWithin, requireStaff } from '../lib/staff'
import { factsOf, historyOf, personOf } from '../lib/store/cases'
import type { Head, StaffDocument, TaskDocument } from '../lib/store/documents'
import { PAGE_ROWS, pageOf, readCursor } from '../lib/store/page'

type Staff = Handlers<'staff'>

/** 待办, nearest deadline first: with at most three steps a case that is the order of slack. */
export const tasks: Staff['tasks'] = async ({ after }, { openid, now }) => {
  const staff = await requireStaff(openid)
  const position = readCursor(after)
  const later = position ? _.or([{ dueAt: _.gt(position.at) }, { dueAt: position.at, _id: _.gt(position.id) }]) : null
  const mine = { assignee: staff._id }
  const { data } = await db
    .collection('tasks')
    .where(later ? _.and([mine, later]) : mine)
    .orderBy('dueAt', 'asc')
    .orderBy('_id', 'asc')
    .limit(PAGE_ROWS + 1)
    .get()
  const calendar = calendarAt(now)
  return pageOf(
    data as TaskDocument[],
    (task) => ({ at: task.dueAt, id: task._id }),
    (task) => taskRowOf(task._id, task, calendar, now),
  )
}

export const oneCase: Staff['case'] = async ({ id }, { openid, now }) => {
  const staff = await requireStaff(openid)
  return staffCase(await caseWithin(id, staff), staff, now)
}

/** A case as this member of staff sees it. */
export async function staffCase(head: Head, staff: StaffDocument, now: number) {
  const [history, person, manager] = await Promise.all([
    historyOf(head._id),
    personOf(head),
    head.managerId === staff._id || !head.managerId ? staff : read<StaffDocument>('staff', head.managerId),
  ])
  const named = head.managerId && manager ? { id: manager._id, name: manager.name } : null
  return staffView(factsOf(head, now), history, person, named, staff.role)
}
