import { type CallContext, isTimer } from '../lib/cloud'
import { inCall, logFailure, requestIdOf } from '../lib/log'
import { removeCopies } from '../lib/pictures/copies'
import { removeAbandoned } from '../lib/pictures/pictures'
import { removeOldProposals } from '../lib/proposals'
import { closeDays } from '../lib/record/closeDays'
import { migratePage } from '../lib/store/migrate'
import { deliverOwed } from './deliver'
import { removeStaleDrafts } from './drafts'
import { recountStale } from './recount'
import { warnDue } from './warn'

/** No page is begun after this long: the longest ends well within the function's 60 seconds. */
const BEGIN_WITHIN_MS = 25_000

interface Swept {
  migrated: number
  closed: number
  recounted: number
  warned: number
  delivered: number
  removed: number
}

/**
 * Every minute: migrates what an earlier release wrote, closes the days that have ended, settles what a newly known calendar changes,
 * warns of deadlines, sends the pushes owed, removes abandoned pictures, drafts nobody came back to and copies that were looked at. Each asks an index for what is due, a page each in turn
 * until nothing is left or the time is up, so its cost follows the work due; what is left over waits a minute.
 */
export async function main(_event: unknown, context: CallContext): Promise<Swept> {
  const total: Swept = { migrated: 0, closed: 0, recounted: 0, warned: 0, delivered: 0, removed: 0 }
  // A client can name any function; only the platform's timer may set this one going.
  if (!isTimer(context)) return total
  await inCall(requestIdOf(context), () => sweepAll(total))
  return total
}

async function sweepAll(total: Swept): Promise<void> {
  const started = performance.now()
  const passedOver = new Set<string>()
  for (;;) {
    const before = passedOver.size
    const swept = await sweepOnce(Date.now(), passedOver)
    for (const part of Object.keys(total) as (keyof Swept)[]) total[part] += swept[part]
    // A page nothing could be done about is not the end: there may be others behind it.
    const idle = passedOver.size === before && Object.values(swept).every((count) => count === 0)
    if (idle || performance.now() - started > BEGIN_WITHIN_MS) return
  }
}

/** A page of each. */
async function sweepOnce(now: number, passedOver: Set<string>): Promise<Swept> {
  return {
    migrated: await safely('migratePage', migratePage()),
    closed: await safely('closeDays', closeDays(now)),
    recounted: await safely('recountStale', recountStale(now, passedOver)),
    warned: await safely('warnDue', warnDue(now, passedOver)),
    delivered: await safely('deliverOwed', deliverOwed(now)),
    removed:
      (await safely('removeAbandoned', removeAbandoned(now))) +
      (await safely('removeCopies', removeCopies(now))) +
      (await safely('removeStaleDrafts', removeStaleDrafts(now))) +
      (await safely('removeOldProposals', removeOldProposals(now))),
  }
}

/** One part failing must not keep the others from running; what is due stays due. */
async function safely(name: string, part: Promise<number>): Promise<number> {
  try {
    return await part
  } catch (error) {
    logFailure(`sweep ${name}`, error)
    return 0
  }
}
