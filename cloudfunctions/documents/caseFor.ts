import type { Instant } from '@shared/time/localDate'
import { refuse } from '../lib/refusal'
import { caseWithin, staffOf } from '../lib/staff'
import type { Head, StaffDocument } from '../lib/store/documents'
import { headById } from '../lib/store/heads'

/** Whose eyes a document is for: the applicant's own, or those of a member of staff. */
export interface Reader {
  head: Head
  staffId: string | null
  staff: StaffDocument | null
}

/** The case, for its applicant or for staff within reach; to everybody else it is not there. */
export async function caseFor(id: string, openid: string, now: Instant): Promise<Reader> {
  const head = await headById(id, now)
  if (head && head.owner !== '' && head.owner === openid) return { head, staffId: null, staff: null }
  const staff = await staffOf(openid)
  if (!staff) refuse('NOT_FOUND')
  return { head: await caseWithin(id, staff, now), staffId: staff._id, staff }
}
