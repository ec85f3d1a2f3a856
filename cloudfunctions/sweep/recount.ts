import { FOLD_VERSION } from '@shared/flow/evolve'
import type { Instant } from '@shared/time/localDate'
import { calendarAt } from '../lib/clock'
import { _, db } from '../lib/cloud'
import { logFailure } from '../lib/log'
import { commit } from '../lib/store/commit'
import type { Head } from '../lib/store/documents'

const PAGE = 50

/**
 * 重新核定: open cases last written under another calendar than the one now known, and every case that an earlier fold wrote. An
 * index finds none on any ordinary day. A page at a time; returns how many were settled. One that could not be is put into
 * `passedOver`.
 */
export async function recountStale(now: Instant, passedOver: Set<string>): Promise<number> {
  const { version } = calendarAt(now)
  const stale = await Promise.all([
    page({ open: true, calendarVersion: _.lt(version) }, passedOver),
    page({ open: true, calendarVersion: _.gt(version) }, passedOver),
    page({ fold: _.lt(FOLD_VERSION) }, passedOver),
    // Written before there was a version.
    page({ fold: _.exists(false) }, passedOver),
  ])
  let settled = 0
  for (const caseId of new Set(stale.flat())) {
    const done = await recount(caseId, version, now)
    if (done === 0) passedOver.add(caseId)
    settled += done
  }
  return settled
}

async function page(where: object, passedOver: Set<string>): Promise<string[]> {
  const { data } = await db
    .collection('applications')
    .where(where)
    .field({ _id: true })
    .limit(PAGE + passedOver.size)
    .get()
  return (data as Pick<Head, '_id'>[]).map(({ _id }) => _id).filter((id) => !passedOver.has(id))
}

/** A command like any other: it settles the calendar, and writes the head as today's fold makes it. */
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
    logFailure(`recount ${caseId}`, error)
    return 0
  }
}
