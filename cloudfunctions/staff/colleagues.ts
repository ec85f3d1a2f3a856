import type { ResponseOf } from '@shared/contract'
import type { Instant } from '@shared/time/localDate'
import { beijingDay } from '@shared/time/localDate'
import { loadOf, managersOf } from '../lib/assignment'
import { _, db } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { refuse } from '../lib/refusal'
import { actingFor, caseWithin, coveredBy, isAway, requireRole, requireStaff } from '../lib/staff'
import type { StaffDocument } from '../lib/store/documents'
import { sound } from '../lib/store/stored'

type Staff = Handlers<'staff'>
type Colleague = ResponseOf<'staff', 'covers'>['managers'][number]

async function colleagueOf(staff: StaffDocument, now: Instant): Promise<Colleague> {
  const { _id: id, name, department } = staff
  return { id, name, department, away: isAway(staff, now), open: await loadOf(id) }
}

const colleaguesOf = (all: readonly StaffDocument[], now: Instant) =>
  Promise.all(all.map((one) => colleagueOf(one, now)))

/** Whom a case could be handed to, and whose opinion could be asked. */
export const colleagues: Staff['colleagues'] = async ({ id }, { openid, now }) => {
  const head = await caseWithin(id, await requireRole(openid, 'manager', 'supervisor'), now)
  const others = (await managersOf(head.district)).filter(({ _id }) => _id !== head.managerId)
  return { managers: await colleaguesOf(others, now), reviewers: await colleaguesOf(await reviewers(), now) }
}

/** At most 100, the circle of a whole city's grid company. */
async function reviewers(): Promise<StaffDocument[]> {
  const { data } = await db
    .collection('staff')
    .where({ role: 'reviewer', active: true })
    .orderBy('_id', 'asc')
    .limit(100)
    .get()
  return sound('staff', data)
}

/** Reviewers by their ids, with the department each signs for. Refuses one who is not on the list. */
export async function reviewersNamed(ids: readonly string[]): Promise<{ staffId: string; department: string }[]> {
  const known = await reviewers()
  return ids.map((staffId) => {
    const found = known.find(({ _id }) => _id === staffId)
    return found ? { staffId, department: found.department } : refuse('REVIEWER_UNKNOWN')
  })
}

/** The id, if it is of an account manager who works in the district. */
export async function reachableManager(managerId: string, district: string): Promise<string> {
  const found = (await managersOf(district)).find(({ _id }) => _id === managerId)
  return found ? found._id : refuse('COLLEAGUE_UNKNOWN')
}

/** The asker, who stands in for them, and for whom they do. */
export async function memberOf(staff: StaffDocument, now: Instant): Promise<ResponseOf<'staff', 'me'>> {
  const { _id: id, name, role, districts, cover } = staff
  const [standIn, covered] = await Promise.all([
    isAway(staff, now) ? actingFor(staff._id, now) : null,
    coveredBy(staff, now),
  ])
  return {
    id,
    name,
    role,
    districts,
    coveredBy: standIn && { staffId: standIn._id, name: standIn.name, until: cover.until },
    covers: covered.map((other) => ({ staffId: other._id, name: other.name, until: other.cover.until })),
  }
}

/** Those who share a district with the asker, and are there themselves. */
async function standIns(staff: StaffDocument, now: Instant): Promise<StaffDocument[]> {
  const all = (await Promise.all(staff.districts.map(managersOf))).flat()
  const found = new Map(all.map((one) => [one._id, one]))
  found.delete(staff._id)
  return [...found.values()].filter((one) => !isAway(one, now))
}

export const covers: Staff['covers'] = async (_input, { openid, now }) => {
  const staff = await requireRole(openid, 'manager')
  return { managers: await colleaguesOf(await standIns(staff, now), now) }
}

/** 假期代班. One's own setting, so the last word wins; a stand-in who is away themselves is refused. */
export const setCover: Staff['setCover'] = async ({ cover }, { openid, now }) => {
  const staff = await requireRole(openid, 'manager')
  if (cover && cover.until < beijingDay(now)) refuse('DAY_PAST')
  if (cover && !(await standIns(staff, now)).some(({ _id }) => _id === cover.staffId)) refuse('COLLEAGUE_UNKNOWN')
  await db
    .collection('staff')
    .doc(staff._id)
    .update({ cover: _.set(cover ?? { staffId: '', until: '' }) })
  return memberOf(await requireStaff(openid), now)
}
