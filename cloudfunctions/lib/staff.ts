import type { StaffRole } from '@shared/contract/vocabulary'
import { supervisionOf } from '@shared/flow/tasks'
import { LIUZHOU_DISTRICTS } from '@shared/places/liuzhouDistricts'
import type { WarningAudience } from '@shared/rules/warnings'
import { beijingDay, type Instant } from '@shared/time/localDate'
import { _, db } from './cloud'
import { refuseOutOfReach } from './handedOver'
import { refuse } from './refusal'
import type { Head, StaffDocument } from './store/documents'
import { headById } from './store/heads'
import { read, sound } from './store/stored'

/** The member of staff behind an identity the platform vouches for; everyone else is refused. */
export async function requireStaff(openid: string): Promise<StaffDocument> {
  // An unbound record holds '': an absent identity must never match it.
  if (!openid) refuse('NOT_SIGNED_IN')
  return (await staffOf(openid)) ?? refuse('NOT_STAFF')
}

/** As above, of one of these roles. */
export async function requireRole(openid: string, ...roles: StaffRole[]): Promise<StaffDocument> {
  const staff = await requireStaff(openid)
  return roles.includes(staff.role) ? staff : refuse('NOT_ALLOWED')
}

/** The member of staff a signed-in identity belongs to, or null. */
export async function staffOf(openid: string): Promise<StaffDocument | null> {
  const { data } = await db.collection('staff').where({ openid, active: true }).limit(1).get()
  return sound('staff', data)[0] ?? null
}

/** Whether somebody else does this person's work now (假期代班). */
export const isAway = ({ cover }: StaffDocument, now: Instant): boolean =>
  cover.staffId !== '' && cover.until >= beijingDay(now)

/** Those whose work this account manager does now; of a colleague who is away too, also those they stood in for. */
export async function coveredBy(staff: StaffDocument, now: Instant): Promise<StaffDocument[]> {
  if (staff.role !== 'manager') return []
  const found = new Map([[staff._id, staff]])
  for (let asked = [staff._id]; asked.length > 0; ) {
    const { data } = await db
      .collection('staff')
      .where({ 'cover.staffId': _.in(asked), 'cover.until': _.gte(beijingDay(now)) })
      .limit(100)
      .get()
    const others = sound('staff', data).filter(({ _id }) => !found.has(_id))
    for (const other of others) found.set(other._id, other)
    asked = others.map(({ _id }) => _id)
  }
  found.delete(staff._id)
  return [...found.values()]
}

/** Whoever does this person's work now: they, their stand-in, or the stand-in of one who is away too. */
export async function actingFor(staffId: string, now: Instant): Promise<StaffDocument | null> {
  const passed = new Set<string>()
  let acting = await read('staff', staffId)
  while (acting && isAway(acting, now) && !passed.has(acting._id)) {
    passed.add(acting._id)
    acting = (await read('staff', acting.cover.staffId)) ?? null
  }
  return acting
}

/** Whose lists this person works: their own and those they stand in for, or their districts' supervision. */
export async function desksOf(staff: StaffDocument, now: Instant): Promise<string[]> {
  if (staff.role === 'supervisor') {
    const districts = staff.districts.length > 0 ? staff.districts : LIUZHOU_DISTRICTS.map(({ name }) => name)
    return districts.map(supervisionOf)
  }
  return [staff._id, ...(await coveredBy(staff, now)).map(({ _id }) => _id)]
}

/** The case, if it is within this person's reach. */
export const caseWithin = async (id: string, staff: StaffDocument, now: Instant): Promise<Head> =>
  within(await headById(id, now), staff, now)

/** As above, of one that was looked for already. To a stranger, "not yours" and "not there" are one answer, and take as long. */
export async function within(head: Head | null, staff: StaffDocument, now: Instant): Promise<Head> {
  const reached = await reaches(head, staff, now)
  return head && reached ? head : refuseOutOfReach(head?._id ?? '', staff, now)
}

/** Whether a case is within this person's reach. One that is not there is asked after as long as a stranger's. */
export async function reaches(head: Head | null, staff: StaffDocument, now: Instant): Promise<boolean> {
  switch (staff.role) {
    case 'supervisor':
      // No districts named means the whole city.
      return staff.districts.length === 0 || staff.districts.includes(head?.district ?? '')
    case 'reviewer':
      return head?.reviewers.includes(staff._id) ?? false
    case 'manager':
      if (head?.managerId === staff._id || head?.enteredBy === staff._id) return true
      return (await coveredBy(staff, now)).some(({ _id }) => _id === head?.managerId)
  }
}

/** Staff by their ids. */
export async function staffNamed(ids: readonly string[]): Promise<Map<string, StaffDocument>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { data } = await db
    .collection('staff')
    .where({ _id: _.in(wanted) })
    .limit(wanted.length)
    .get()
  return new Map(sound('staff', data).map((staff) => [staff._id, staff]))
}

/**
 * The supervisors who hear of a case: a district's own, those of the whole city, or both. Where a district has none of
 * its own, the city's stand in.
 */
export async function supervisorsOf(district: string, audience: readonly WarningAudience[]): Promise<StaffDocument[]> {
  const { data } = await db.collection('staff').where({ role: 'supervisor', active: true }).limit(1000).get()
  const supervisors = sound('staff', data)
  const own = supervisors.filter(({ districts }) => districts.includes(district))
  const city = supervisors.filter(({ districts }) => districts.length === 0)
  const hearsCity = audience.includes('city') || (audience.includes('supervisor') && own.length === 0)
  return [...(audience.includes('supervisor') ? own : []), ...(hearsCity ? city : [])]
}
