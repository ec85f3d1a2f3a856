import { FOLD_VERSION, foldHistory } from '@shared/flow/evolve'
import type { Instant } from '@shared/time/localDate'
import * as z from 'zod'
import { calendarAt } from '../clock'
import { derivedOf } from './derived'
import type { Head } from './documents'
import { rawHistoryOf, withoutId } from './history'
import { isIntact } from './ledger'
import { schemas } from './schemas'
import { rawById, read, report, sound } from './stored'

let schema: ReturnType<typeof schemas.applications> | null = null

/** A head as today's fold makes it; null where it was made by another fold, or lacks something. */
function current(raw: unknown): Head | null {
  schema ??= schemas.applications()
  const { success, data } = schema.safeParse(raw)
  return success && data.fold === FOLD_VERSION ? data : null
}

/**
 * A case's head out of what is stored. One that another version of the fold made, or that lacks something, is folded anew from
 * its ledger, which is the truth; null, and reported, where its ledger is not whole either.
 */
export const headFrom = async (raw: unknown, now: Instant): Promise<Head | null> => current(raw) ?? refolded(raw, now)

export async function headById(id: string, now: Instant): Promise<Head | null> {
  const raw = await rawById('applications', id)
  return raw === null ? null : headFrom(raw, now)
}

/** Those of a query's rows that are, or can be folded to, heads. */
export async function headsFrom(rows: readonly unknown[], now: Instant): Promise<Head[]> {
  return (await Promise.all(rows.map((raw) => headFrom(raw, now)))).filter((head) => head !== null)
}

/** What a head holds beside its fold. What is missing of it is found in the ledger and in the person's record. */
const kept = z.object({
  _id: z.string(),
  version: z.int().optional().catch(undefined),
  owner: z.string().optional().catch(undefined),
  enteredBy: z.string().optional().catch(undefined),
  address: z.string().optional().catch(undefined),
  addressDigest: z.string().optional().catch(undefined),
  seq: z.int().optional().catch(undefined),
  told: z.object({ dueDay: z.string(), provisional: z.boolean() }).nullable().optional().catch(undefined),
  calendarVersion: z.string().optional().catch(undefined),
  tasks: z.array(z.string()).optional().catch(undefined),
})

async function refolded(raw: unknown, now: Instant): Promise<Head | null> {
  const { data: before } = kept.safeParse(raw)
  if (!before) {
    report('applications', raw, 'no id')
    return null
  }
  const { _id } = before
  const recorded = await rawHistoryOf(_id)
  // Read a moment later than the head, the ledger may be ahead of it.
  const ledger = before.seq === undefined ? recorded : recorded.slice(0, before.seq)
  const last = ledger.at(-1)
  const history = sound('events', ledger).map(withoutId)
  if (!last || !isIntact(_id, ledger.map(withoutId), last.hash) || history.length < (before.seq ?? ledger.length)) {
    report('applications', raw, 'cannot be folded: its ledger is not whole')
    return null
  }
  const state = foldHistory(history)!
  const [{ by }] = history
  const person = await read('persons', state.personId)
  const calendar = calendarAt(now)
  const derived = derivedOf(_id, state, { seq: last.seq, hash: last.hash, at: last.at }, calendar)
  return {
    ...derived,
    version: before.version ?? last.seq,
    owner: before.owner ?? person?.owner ?? '',
    enteredBy: before.enteredBy ?? (by.role === 'applicant' ? '' : by.id),
    address: state.status === 'withdrawn' ? state.district : (before.address ?? person?.address ?? ''),
    addressDigest: state.status === 'withdrawn' ? '' : (before.addressDigest ?? ''),
    // What people were last told stands, whatever today's fold makes of it.
    told: before.told === undefined ? derived.told : before.told,
    calendarVersion: before.calendarVersion ?? derived.calendarVersion,
    tasks: before.tasks ?? derived.tasks,
  }
}
