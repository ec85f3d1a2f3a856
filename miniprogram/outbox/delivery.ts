import type { ActionOf, FunctionName, RequestOf } from '@shared/contract'
import { upload } from '@/api'
import { once, withRetry } from '@/api/request'
import { asFailure, type Failure, failure } from '@/failure'
import { platform } from '@/platform'
import { type Entry, filledIn } from './Entry'
import { changeEntry, decideBehind, entries, isHeld, letGo, takeOut } from './entries'
import { openPicture } from './pictures'
import { markPicture, tellChanged } from './storage'

/** An entry's final answer, or the refusal that ended it. */
export interface Outcome {
  entry: Entry
  result: { ok: true; data: unknown } | { ok: false; failure: Failure }
}
type Listener = (outcome: Outcome) => void
/** What leaves within a minute was sent at once. */
const AT_ONCE_MS = 60_000
const listeners = new Set<Listener>()

/** Tells of every entry that got its final answer, whoever set off its delivery. Returns the way to stop. */
export function onSettled(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function settle(outcome: Outcome): void {
  for (const listener of listeners) listener(outcome)
}

/** Entries of one case go one after the other; cases do not wait for each other. */
export const laneOf = ({ input, intention }: Entry): string => input.id ?? intention
const underway = new Map<string, Promise<Failure | null>>()

export const isUnderway = (entry: Entry): boolean => underway.has(laneOf(entry))

/** Delivers what waits about one case, oldest first. Answers what stopped it; null when nothing did. Never throws. */
export function deliverLane(lane: string): Promise<Failure | null> {
  const running = underway.get(lane)
  if (running) return running
  const delivering = deliverEach(lane)
  underway.set(lane, delivering)
  tellChanged()
  return delivering
}

async function deliverEach(lane: string): Promise<Failure | null> {
  // Not before the caller has it on record as under way.
  await Promise.resolve()
  let stopped: Failure | null = null
  for (let next = nextIn(lane); next && !stopped; next = nextIn(lane)) stopped = await attempt(next)
  underway.delete(lane)
  tellChanged()
  return stopped
}

const nextIn = (lane: string) =>
  entries().find((entry) => laneOf(entry) === lane && entry.refusal === null && !isHeld(entry))

/** Delivers whatever waits. Without a network it stops; what one case's entry meets does not stop another's. Never throws. */
export async function resume(): Promise<void> {
  for (const lane of new Set(entries().map(laneOf))) {
    if (!platform.signedIn()) return
    const stopped = await deliverLane(lane)
    if (stopped?.code === 'OFFLINE' || stopped?.code === 'OFFLINE_NOW') return
  }
}

/** One delivery. Answers why there is no final answer yet; null when there is one. */
async function attempt(entry: Entry): Promise<Failure | null> {
  if (!platform.online()) return failure('OFFLINE')
  try {
    const ready = leaving(await withPicturesUploaded(entry))
    const request = filledIn(ready) as RequestOf<FunctionName, never>
    accepted(ready, await withRetry(() => once(ready.fn, ready.action as ActionOf<FunctionName>, request)))
    return null
  } catch (thrown) {
    const failed = asFailure(thrown)
    // The outcome is unknown, so it is kept and repeated. Signed out is no answer: it waits for the person to sign in again.
    if (failed.retryable || failed.code === 'NOT_SIGNED_IN') return failed
    refused(entry, failed)
    return null
  }
}

/** What leaves later than at once says when it was done; once it has left, it is repeated as it is. */
function leaving(entry: Entry): Entry {
  if (entry.left) return entry
  const late = entry.physical && Date.now() - entry.handedInAt > AT_ONCE_MS
  const gone = { ...entry, left: true, input: { ...entry.input, ...(late ? { saidAt: entry.handedInAt } : {}) } }
  changeEntry(entry, gone)
  return gone
}

/** Each id is written down as soon as it is known: a lost network does not send a picture twice. */
async function withPicturesUploaded(entry: Entry): Promise<Entry> {
  let { slots } = entry
  for (const { at, purpose, picture: kept } of slots.filter(({ picture }) => picture.id === null)) {
    const picture = await openPicture(kept)
    if (!picture) throw failure('PICTURE_MISSING')
    const id = await upload(entry.fn as 'applicant' | 'staff', purpose, picture)
    slots = slots.map((slot) => (slot.at === at ? { ...slot, picture: { ...kept, id } } : slot))
    changeEntry(entry, { slots })
    markPicture(kept.key, true)
  }
  return { ...entry, slots }
}

function accepted(entry: Entry, data: unknown): void {
  void letGo(entry)
  const version = (data as { version?: number } | null)?.version
  // Where somebody else has been there meanwhile, the version tells, and what stands behind comes back to be looked at.
  if (version !== undefined && version === (entry.input.version ?? 0) + 1) decideBehind(entry, version)
  settle({ entry, result: { ok: true, data } })
}

/** What was written is kept to be mended; what was only tapped is gone. */
function refused(entry: Entry, failed: Failure): void {
  if (entry.form) changeEntry(entry, { refusal: { code: failed.code, message: failed.message } })
  else takeOut(entry)
  settle({ entry, result: { ok: false, failure: failed } })
}
