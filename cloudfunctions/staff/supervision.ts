import { customerClass, status } from '@shared/contract/vocabulary'
import { isClosed } from '@shared/flow/state'
import { cardOf, historyLineOf } from '@shared/flow/views'
import { beijingDay, endOfDay } from '@shared/time/localDate'
import { _, db } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { caseWithin, requireRole } from '../lib/staff'
import { factsOf, historyOf } from '../lib/store/cases'
import type { Head } from '../lib/store/documents'
import { isIntact } from '../lib/store/ledger'
import { PAGE_ROWS, pageOf, readCursor } from '../lib/store/page'
import { namesOf } from './colleagues'

type Staff = Handlers<'staff'>

/** 看板: what is open, what is late, and every open case by its promised day. */
export const overview: Staff['overview'] = async ({ after }, { openid, now }) => {
  const staff = await requireRole(openid, 'supervisor')
  const reach = staff.districts.length > 0 ? { district: _.in(staff.districts) } : {}
  const open = { ...reach, open: true }
  const count = async (where: object) => (await db.collection('applications').where(where).count()).total ?? 0
  const openStatuses = status.options.filter((each) => !isClosed(each))
  const cells = customerClass.options.flatMap((each) => openStatuses.map((at) => ({ customerClass: each, status: at })))
  const [overdue, dueSoon, cases, ...counts] = await Promise.all([
    count({ ...open, dueAt: _.lte(now) }),
    count({ ...open, dueAt: _.and([_.gt(now), _.lte(endOfDay(beijingDay(now)))]) }),
    openCases(open, after, now),
    ...cells.map((cell) => count({ ...reach, status: cell.status, 'state.customerClass': cell.customerClass })),
  ])
  return { overdue, dueSoon, cases, counts: cells.map((cell, index) => ({ ...cell, open: counts[index] })) }
}

async function openCases(open: object, after: string | null, now: number) {
  const position = readCursor(after)
  const later = position ? _.or([{ dueAt: _.gt(position.at) }, { dueAt: position.at, _id: _.gt(position.id) }]) : null
  const { data } = await db
    .collection('applications')
    .where(later ? _.and([open, later]) : open)
    .orderBy('dueAt', 'asc')
    .orderBy('_id', 'asc')
    .limit(PAGE_ROWS + 1)
    .get()
  const heads = data as Head[]
  const names = await namesOf(heads.flatMap(({ managerId }) => managerId ?? []))
  return pageOf(
    heads,
    (head) => ({ at: head.dueAt, id: head._id }),
    (head) => ({
      ...cardOf(factsOf(head, now)),
      managerName: names.get(head.managerId ?? '') ?? null,
      district: head.district,
    }),
  )
}

/** One case's record, with its chain of hashes checked anew. */
export const ledger: Staff['ledger'] = async ({ id }, { openid, now }) => {
  const head = await caseWithin(id, await requireRole(openid, 'manager', 'supervisor'), now)
  const history = await historyOf(id)
  return {
    intact: isIntact(id, history, head.hash),
    events: history.map((recorded) => ({
      ...historyLineOf(recorded),
      type: recorded.event.type,
      hash: recorded.hash,
    })),
  }
}
