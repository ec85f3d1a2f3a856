import type { FunctionName, RequestOf, ResponseOf } from '@shared/contract'
import type { CommandOf } from '@/api/CommandOf'
import { failure } from '@/failure'
import { deliverLane, isUnderway, laneOf, type Outcome, onSettled } from './delivery'
import type { About, Entry, Slot } from './Entry'
import { decideBehind, entries, entryOf, isStored, putEntry } from './entries'

/** A version 4 UUID. WeChat's logic layer has no `crypto`; an id only has to be new among one person's commands. */
export const newCommandId = (): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(Math.random() * 16)
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16)
  })

const awaited = new Set<string>()
/** A page is waiting to show what becomes of it. */
export const isAwaited = ({ input }: Entry): boolean => awaited.has(input.commandId)

interface Parts {
  slots?: Slot[]
  commandId?: string
  physical?: boolean
}

/**
 * Hands something in: written to the device first and repeated with the same id after a lost answer, a closed app or the return of the
 * network, so it is neither lost nor doubled. While an entry of the same intention is unanswered, that one is sent again instead.
 * Throws Failure: a retryable one when it waits on the device, any other when it was refused.
 */
export async function handIn<F extends FunctionName, A extends CommandOf<F>>(
  fn: F,
  action: A,
  input: Omit<RequestOf<F, A>, 'commandId' | 'saidAt'>,
  about: About,
  parts: Parts = {},
): Promise<ResponseOf<F, A>> {
  const entry = begin({ fn, action, input, ...about }, parts)
  const id = entry.input.commandId
  const settled: Outcome[] = []
  const stop = onSettled((outcome) => {
    if (outcome.entry.input.commandId === id) settled.push(outcome)
  })
  awaited.add(id)
  const stopped = await deliverLane(laneOf(entry))
  awaited.delete(id)
  stop()
  const [outcome] = settled
  if (!outcome) throw isStored(entry) ? (stopped ?? failure('OFFLINE')) : failure('NOT_STORED')
  if (!outcome.result.ok) throw outcome.result.failure
  return outcome.result.data as ResponseOf<F, A>
}

type HandedIn = About & { fn: FunctionName; action: string; input: object }

/** The entry of this intention that waits, or a new one; in place of a refused one when it was mended. */
function begin({ input, ...about }: HandedIn, { slots = [], commandId = newCommandId(), physical }: Parts): Entry {
  const before = entryOf(about.intention)
  if (before && !before.refusal) return before
  // What was mended was done when it was first handed in.
  const handedInAt = before?.handedInAt ?? Date.now()
  const entry: Entry = {
    ...about,
    input: { ...input, commandId },
    slots: before ? withKnownIds(slots, before) : slots,
    handedInAt,
    physical,
    left: false,
    refusal: null,
  }
  const behind = before ? before.behind : lastWaiting(entry)?.intention
  if (behind) entry.behind = behind
  putEntry(entry)
  if (entry.input.version !== undefined) decideBehind(entry, entry.input.version)
  return entry
}

/** What was uploaded for the refused entry is not sent again; where the server knows one of them no more, all are. */
function withKnownIds(slots: Slot[], { slots: sent, refusal }: Entry): Slot[] {
  const lost = refusal?.code === 'PICTURE_MISSING' || refusal?.code === 'PICTURE_GONE'
  const idOf = ({ id, key }: Slot['picture']) =>
    id ?? sent.find(({ picture }) => picture.key === key)?.picture.id ?? null
  return slots.map((slot) => ({ ...slot, picture: { ...slot.picture, id: lost ? null : idOf(slot.picture) } }))
}

/** What was written about a case without the answer to what was written before it is decided on top of that. */
const lastWaiting = (entry: Entry) =>
  entry.form === undefined || entry.input.version === undefined
    ? undefined
    : entries().findLast((other) => laneOf(other) === laneOf(entry) && other.form && other.refusal === null)

/** Whether a waiting entry may be changed again: not once it has left, for its outcome is unknown, nor while another rests on it. */
export const mayTakeBack = (entry: Entry): boolean =>
  !entry.left && !isUnderway(entry) && !entries().some(({ behind }) => behind === entry.intention)
