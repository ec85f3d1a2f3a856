import type { ConnectionPoint } from '@shared/contract'
import type { StaffInput } from '@shared/contract/commands'
import type { PointName } from '@shared/flow/detailViews'
import { beijingDay, type Instant } from '@shared/time/localDate'
import { _, db } from '../lib/cloud'
import { sha256 } from '../lib/digest'
import type { Handlers } from '../lib/handle'
import { nameOn } from '../lib/points'
import { refuse } from '../lib/refusal'
import { requireRole } from '../lib/staff'
import type { Head, PointDocument } from '../lib/store/documents'
import { onPage, PAGE_ROWS } from '../lib/store/page'
import { read, sound } from '../lib/store/stored'

type Staff = Handlers<'staff'>

const pointOf = ({ _id, district, names }: PointDocument): ConnectionPoint => ({ id: _id, district, names })

export const points: Staff['points'] = async ({ district, after }, { openid }) => {
  await requireRole(openid, 'manager', 'supervisor')
  const { data } = await db
    .collection('points')
    .where(after ? { district, _id: _.gt(after) } : { district })
    .orderBy('_id', 'asc')
    .limit(PAGE_ROWS + 1)
    .get()
  const page = onPage(data) as { _id: string }[]
  return { rows: sound('points', page).map(pointOf), next: data.length > PAGE_ROWS ? page[page.length - 1]._id : null }
}

/** 线路杆号更名: the name is added from its day on; every scheme that names the point stays as it was replied. */
export const renamePoint: Staff['renamePoint'] = async ({ id, from, line, pole }, { openid }) => {
  const { role, districts } = await requireRole(openid, 'manager', 'supervisor')
  const point = await read('points', id)
  const reaches = point && (districts.includes(point.district) || (role === 'supervisor' && districts.length === 0))
  if (!reaches) refuse('POINT_UNKNOWN')
  const names = [...point.names.filter((name) => name.from !== from), { from, line, pole }].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  )
  const { updated } = await db
    .collection('points')
    .where({ _id: id, names: point.names })
    .update({ names: _.set(names) })
  // Somebody renamed it at the same moment: both names are to stay.
  if (updated !== 1) refuse('BUSY')
  return pointOf({ ...point, names })
}

type Point = StaffInput<'reply'>['point']

/** A point of the list by its names of today; one that is typed stays as it is typed. */
export async function pointNamed(point: Point, { district }: Head, now: Instant): Promise<PointName> {
  if (!('id' in point)) return { line: point.line, pole: point.pole }
  const known = await read('points', point.id)
  if (known?.district !== district) refuse('POINT_UNKNOWN')
  const { line, pole } = nameOn(known, beijingDay(now))
  return { line, pole }
}

/** The point a scheme connects at: one of the list, or a new one that the same `making` always makes the same. */
export async function pointFor(
  point: Point,
  head: Head,
  making: string,
  now: Instant,
): Promise<PointName & { id: string }> {
  if ('id' in point) return { id: point.id, ...(await pointNamed(point, head, now)) }
  const { line, pole } = point
  const _id = `p-${sha256(`point:${making}`).slice(0, 20)}`
  const names: PointDocument['names'] = [{ from: beijingDay(now), line, pole }]
  const made: Omit<PointDocument, '_id'> = { district: head.district, names }
  // Made before the scheme is recorded: a point no scheme came to name is an entry of the list like any other.
  // A repeat finds it, and whatever it has been renamed to since.
  if (!(await read('points', _id))) await db.collection('points').doc(_id).set(made)
  return { id: _id, line, pole }
}
