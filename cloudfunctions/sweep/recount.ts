import type { Instant } from '@shared/time/localDate'
import { calendarAt } from '../lib/clock'
import { _, db } from '../lib/cloud'
import { codeOf } from '../lib/refusal'
import { commit } from '../lib/store/commit'
import type { Head } from '../lib/store/documents'

const PAGE = 50

/**
 * 重新核定: open cases last written under another calendar than the one now known. An index on the version finds none on
 * any ordinary day. A page at a time; returns how many were settled. One that could not be is put into `passedOver`.
 */
export async function recountStale(now: Instant, passedOver: Set<string>): Promise<number> {
  const { version } = calendarAt(now)
  const stale = await Promise.all(
    [_.lt(version), _.gt(version)].map(async (calendarVersion) => {
      const { data } = await db
        .collection('applications')
        .where({ open: true, calendarVersion })
        .limit(PAGE + passedOver.size)
        .get()
      return data as Head[]
    }),
  )
  let settled = 0
  for (const { _id } of stale.flat().filter((head) => !passedOver.has(head._id))) {
    const done = await recount(_id, version, now)
    if (done === 0) passedOver.add(_id)
    settled += done
  }
  return settled
}

async function recount(caseId: string, version: string, now: Instant): Promise<number> {
  const command = { type: 'recount' as const }
  try {
    const { head } = await commit({
      caseId,
      actorKey: 'system',
      // What was settled is in the case itself: a version of the calendar that comes back is settled like a new one.
      commandId: `${caseId}:recount:${version}:${now}`,
      request: command,
      now,
      prepare: async () => ({ command, by: { role: 'system', id: 'sweep' } }),
    })
    // Recorded under a later day than this one's, it is left to those who know that calendar.
    return head.calendarVersion === version ? 1 : 0
  } catch (error) {
    // Somebody may have written the case meanwhile, and settled it with that; the next sweep looks again.
    console.error(`recount ${caseId} failed: ${codeOf(error) || (error instanceof Error ? error.name : '')}`)
    return 0
  }
}
