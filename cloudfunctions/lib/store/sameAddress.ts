import type { Instant } from '@shared/time/localDate'
import { db } from '../cloud'
import type { Head } from './documents'
import { headsFrom } from './heads'

/** More than one running case at one address is rare; a page of them is enough. */
const MOST = 20

/** The cases that run at an address, of one applicant or of anybody, the oldest first; none where it is not known. */
export async function runningAt(addressDigest: string, now: Instant, owner?: string): Promise<Head[]> {
  if (addressDigest === '') return []
  const { data } = await db
    .collection('applications')
    .where({ addressDigest, open: true, ...(owner === undefined ? {} : { owner }) })
    .limit(MOST)
    .get()
  const heads = await headsFrom(data, now)
  return heads.sort((one, other) => one.submittedAt - other.submittedAt)
}
