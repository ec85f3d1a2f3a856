import type { Instant } from '@shared/time/localDate'
import { db } from './cloud'
import { sha256 } from './digest'
import { isAway } from './staff'
import type { StaffDocument } from './store/documents'
import { sound } from './store/stored'

/** Everybody of a district who may have a case of it. At most 100 a district, its office's size. */
export async function managersOf(district: string): Promise<StaffDocument[]> {
  const { data } = await db
    .collection('staff')
    .where({ role: 'manager', districts: district, active: true })
    .orderBy('_id', 'asc')
    .limit(100)
    .get()
  return sound('staff', data)
}

/** Tasks somebody owes now. */
export async function loadOf(staffId: string): Promise<number> {
  return (await db.collection('tasks').where({ assignee: staffId }).count()).total ?? 0
}

/**
 * The account manager a new case of a district goes to: of two drawn by the case's own id, the one who owes less (the
 * power of two choices). Those away are left out while anybody is there. Null where the district has nobody.
 */
export async function managerFor(district: string, caseId: string, now: Instant): Promise<StaffDocument | null> {
  const all = await managersOf(district)
  const here = all.filter((staff) => !isAway(staff, now))
  const choice = here.length > 0 ? here : all
  if (choice.length < 2) return choice[0] ?? null
  const drawn = Buffer.from(sha256(caseId), 'hex')
  const first = drawn.readUInt32BE(0) % choice.length
  const second = (first + 1 + (drawn.readUInt32BE(4) % (choice.length - 1))) % choice.length
  const pair = [choice[first], choice[second]]
  const [a, b] = await Promise.all(pair.map(({ _id }) => loadOf(_id)))
  return pair[a <= b ? 0 : 1]
}
