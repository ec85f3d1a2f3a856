import type { ConnectionPoint } from '@shared/contract'
import type { StaffInput } from '@shared/contract/commands'
import { beijingDay, type Instant } from '@shared/time/localDate'
import { _, db } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { nameOn } from '../lib/points'
import { refuse } from '../lib/refusal'
import { requireRole } from '../lib/staff'
import type { Head, PointDocument } from '../lib/store/documents'
import { sha256 } from '../lib/store/ledger'
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

/** The point a scheme connects at, by its names of today: one of the list, or a new one the same command always makes the same. */
export async function pointFor(
  point: StaffInput<'reply'>['point'],
  { district }: Head,
  commandId: string,
  now: Instant,
): Promise<{ id: string; line: string; pole: string }> {
  const today = beijingDay(now)
  if ('id' in point) {
    const known = await read('points', point.id)
    if (known?.district !== district) refuse('POINT_UNKNOWN')
    const { line, pole } = nameOn(known, today)
    return { id: point.id, line, pole }
  }
  const { line, pole } = point
  const _id = `p-${sha256(`point:${commandId}`).slice(0, 20)}`
  const made: Omit<PointDocument, '_id'> = { district, names: [{ from: today, line, pole }] }
  // Made before the scheme is recorded: a point no scheme came to name is an entry of the list like any other.
  // A repeat finds it, and whatever it has been renamed to since.
  if (!(await read('points', _id))) await db.collection('points').doc(_id).set(made)
  return { id: _id, line, pole }
}
