import { type CallContext, isTimer } from '../lib/cloud'
import { removeCopies } from '../lib/pictures/copies'
import { removeAbandoned } from '../lib/pictures/pictures'
import { codeOf } from '../lib/refusal'
import { deliverOwed } from './deliver'
import { removeStaleDrafts } from './drafts'
import { recountStale } from './recount'
import { warnDue } from './warn'

/**
 * Every minute: settles what a newly known calendar changes, warns of deadlines, sends the pushes owed, removes abandoned
 * pictures, drafts nobody came back to and copies that were looked at. Each asks an index for what is due, at most a page at a time, so its cost follows the work due; what is left over waits a minute.
 */
export async function main(
  _event: unknown,
  context: CallContext,
): Promise<{ recounted: number; warned: number; delivered: number; removed: number }> {
  // A client can name any function; only the platform's timer may set this one going.
  if (!isTimer(context)) return { recounted: 0, warned: 0, delivered: 0, removed: 0 }
  const now = Date.now()
  const [recounted, warned, delivered, removed] = [
    await safely(recountStale, now),
    await safely(warnDue, now),
    await safely(deliverOwed, now),
    (await safely(removeAbandoned, now)) + (await safely(removeCopies, now)) + (await safely(removeStaleDrafts, now)),
  ]
  return { recounted, warned, delivered, removed }
}

/** One part failing must not keep the others from running; what is due stays due. */
async function safely(part: (now: number) => Promise<number>, now: number): Promise<number> {
  try {
    return await part(now)
  } catch (error) {
    console.error(`sweep ${part.name} failed: ${codeOf(error) || (error instanceof Error ? error.name : 'unknown')}`)
    return 0
  }
}
