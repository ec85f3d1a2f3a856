import type { WarningAudience } from '@shared/rules/warnings'
import { db, read } from './cloud'
import { refuse } from './refusal'
import type { Head, StaffDocument } from './store/documents'

/** The member of staff behind an identity the platform vouches for; everyone else is refused. */
export async function requireStaff(openid: string): Promise<StaffDocument> {
  // An unbound record holds '': an absent identity must never match it.
  if (!openid) refuse('NOT_SIGNED_IN')
  return (await staffOf(openid)) ?? refuse('NOT_STAFF')
}

/** The member of staff a signed-in identity belongs to, or null. */
export async function staffOf(openid: string): Promise<StaffDocument | null> {
  const { data } = await db.collection('staff').where({ openid, active: true }).limit(1).get()
  return (data as StaffDocument[])[0] ?? null
}

/** The case, if it is within this person's reach. "Not yours" and "not there" are one answer. */
export async function caseWithin(id: string, staff: StaffDocument): Promise<Head> {
  const head = await read<Head>('applications', id)
  const reaches = head && (staff.role === 'supervisor' ? inDistricts(head, staff) : head.managerId === staff._id)
  if (!reaches) refuse('NOT_FOUND')
  return head
}

/** A supervisor's reach; no districts named means the whole city. */
const inDistricts = (head: Head, { districts }: StaffDocument): boolean =>
  districts.length === 0 || districts.includes(head.district)

/**
 * The supervisors who hear of a case: a district's own, those of the whole city, or both. Where a district has none of
 * its own, the city's stand in.
 */
export async function supervisorsOf(district: string, audience: readonly WarningAudience[]): Promise<StaffDocument[]> {
  const { data } = await db.collection('staff').where({ role: 'supervisor', active: true }).limit(1000).get()
  const supervisors = data as StaffDocument[]
  const own = supervisors.filter(({ districts }) => districts.includes(district))
  const city = supervisors.filter(({ districts }) => districts.length === 0)
  const hearsCity = audience.includes('city') || (audience.includes('supervisor') && own.length === 0)
  return [...(audience.includes('supervisor') ? own : []), ...(hearsCity ? city : [])]
}
