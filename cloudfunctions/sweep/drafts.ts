import type { Instant } from '@shared/time/localDate'
import { _, db } from '../lib/cloud'

const PAGE = 50
/** A half-filled application holds a name and a number: nobody came back to it for this long, so it goes. */
const STALE_AFTER_MS = 90 * 24 * 3_600_000

/** Removes drafts nobody has touched for long, at most a page a call. Returns how many. */
export async function removeStaleDrafts(now: Instant): Promise<number> {
  const { data } = await db
    .collection('drafts')
    .where({ savedAt: _.lte(now - STALE_AFTER_MS) })
    .orderBy('savedAt', 'asc')
    .limit(PAGE)
    .get()
  const stale = data as { _id: string; savedAt: number }[]
  // Only as it was found: somebody may have come back at this moment.
  for (const { _id, savedAt } of stale) await db.collection('drafts').where({ _id, savedAt }).remove()
  return stale.length
}
