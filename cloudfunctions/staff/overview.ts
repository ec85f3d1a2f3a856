import type { ResponseOf } from '@shared/contract'
import { type CustomerClass, customerClass, type Status, status } from '@shared/contract/vocabulary'
import { isClosed } from '@shared/flow/state'
import { cardOf } from '@shared/flow/views'
import { beijingDay, dayNumber, dayOf, endOfDay, type Instant, type LocalDate, weekday } from '@shared/time/localDate'
import { _, db } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { actingFor, desksOf, requireRole, staffNamed } from '../lib/staff'
import { factsOf } from '../lib/store/cases'
import { headsFrom } from '../lib/store/heads'
import { onPage, PAGE_ROWS, pageOf, readCursor } from '../lib/store/page'
import { sound } from '../lib/store/stored'

type Staff = Handlers<'staff'>
type Overview = ResponseOf<'staff', 'overview'>

/** 看板: what is open, what is late, what stands still, who is away, and every open case by its promised day. */
export const overview: Staff['overview'] = async ({ after, only }, { openid, now }) => {
  const staff = await requireRole(openid, 'supervisor')
  const reach = staff.districts.length > 0 ? { district: _.in(staff.districts) } : {}
  const open = { ...reach, open: true }
  const today = beijingDay(now)
  const dueBy = (day: LocalDate) => count({ ...open, dueAt: _.and([_.gt(now), _.lte(endOfDay(day))]) })
  const [overdue, dueToday, dueThisWeek, troubled, complaints, counts, away, cases] = await Promise.all([
    count({ ...open, dueAt: _.lte(now) }),
    dueBy(today),
    dueBy(sundayOf(today)),
    count({ ...reach, troubled: true }),
    complaintsOf(await desksOf(staff, now)),
    Promise.all(CELLS.map(async (cell) => ({ ...cell, open: await countOf(cell, reach) }))),
    awayNow(staff.districts, now),
    openCases(only === 'troubled' ? { ...reach, troubled: true } : open, after, now),
  ])
  return { overdue, dueToday, dueThisWeek, troubled, complaints, counts, away, cases }
}

/** Every class in every stage it can be in: low voltage knows no scheme and no inspection. */
const LOW: readonly Status[] = ['submitted', 'accepted', 'surveyed']
const HIGH = status.options.filter((each) => !isClosed(each) && each !== 'surveyed')
const CELLS = customerClass.options.flatMap((each) =>
  (each === 'hvSingle' || each === 'hvDual' ? HIGH : LOW).map((at) => ({ customerClass: each, status: at })),
)

const count = async (where: object): Promise<number> =>
  (await db.collection('applications').where(where).count()).total ?? 0

const countOf = (cell: { customerClass: CustomerClass; status: Status }, reach: object): Promise<number> =>
  count({ status: cell.status, 'state.customerClass': cell.customerClass, ...reach })

/** All a supervisor's desk holds are complaints. */
async function complaintsOf(desks: readonly string[]): Promise<number> {
  const { total } = await db
    .collection('tasks')
    .where({ assignee: _.in([...desks]) })
    .count()
  return total ?? 0
}

/** The last day of the week the day is in. */
const sundayOf = (day: LocalDate): LocalDate => dayOf(dayNumber(day) + ((7 - weekday(day)) % 7))

/** 假期代班 that lasts: at most 100, more than one office has people. */
async function awayNow(districts: readonly string[], now: Instant): Promise<Overview['away']> {
  const { data } = await db
    .collection('staff')
    .where({ 'cover.until': _.gte(beijingDay(now)) })
    .orderBy('cover.until', 'asc')
    .limit(100)
    .get()
  const mine = sound('staff', data).filter(
    (one) => one.active && (districts.length === 0 || one.districts.some((district) => districts.includes(district))),
  )
  return Promise.all(
    mine.map(async ({ _id: id, name, cover }) => {
      return { id, name, coveredBy: (await actingFor(id, now))?.name ?? '', until: cover.until }
    }),
  )
}

async function openCases(which: object, after: string | null, now: Instant): Promise<Overview['cases']> {
  const position = readCursor(after)
  const later = position ? _.or([{ dueAt: _.gt(position.at) }, { dueAt: position.at, _id: _.gt(position.id) }]) : null
  const { data } = await db
    .collection('applications')
    .where(later ? _.and([which, later]) : which)
    .orderBy('dueAt', 'asc')
    .orderBy('_id', 'asc')
    .limit(PAGE_ROWS + 1)
    .get()
  const heads = await headsFrom(onPage(data), now)
  const managers = await staffNamed(heads.flatMap(({ managerId }) => managerId ?? []))
  return pageOf({ raw: data, key: 'dueAt' }, heads, (head) => ({
    ...cardOf(factsOf(head, now)),
    managerName: managers.get(head.managerId ?? '')?.name ?? null,
    district: head.district,
  }))
}
