import { platform } from '@/platform'
import type { Entry } from './Entry'
import { dropForm } from './forms'
import { forgetPicture } from './pictures'
import { pictureStored, read, write } from './storage'

/** The entries on this device of the person signed in, in the order they are delivered. */
const OUTBOX = 'outbox'

export const entries = (): Entry[] => read<Entry[]>(OUTBOX) ?? []

const is = (one: Entry) => (other: Entry) => other.input.commandId === one.input.commandId

export const entryOf = (intention: string): Entry | null =>
  entries().find((entry) => entry.intention === intention) ?? null

/** On its way: handed in, and neither accepted nor refused. */
export const isWaiting = (intention: string): boolean => entryOf(intention)?.refusal === null

/** What is told of a case, the oldest first. */
export const entriesAbout = (fn: Entry['fn'], caseId: string): Entry[] =>
  entries().filter((entry) => entry.fn === fn && entry.input.id === caseId && entry.title)

/** A mended entry takes the place of the refused one: what was decided on top of it stays behind it. */
export function putEntry(entry: Entry): void {
  const all = entries()
  const place = all.findIndex(({ intention }) => intention === entry.intention)
  if (place < 0) all.push(entry)
  else all[place] = entry
  write(OUTBOX, all)
}

/** Changes the entry as it is now; one that is gone stays gone. */
export const changeEntry = (entry: Entry, change: Partial<Entry>): void =>
  void write(
    OUTBOX,
    entries().map((now) => (is(entry)(now) ? { ...now, ...change } : now)),
  )

/** What stands behind an entry was written by the same hand, which knew of it: it is decided on what that one leaves. */
export function decideBehind({ intention }: Entry, version: number): void {
  const behind = (next: Entry) => next.behind === intention && !next.left
  write(
    OUTBOX,
    entries().map((next) => (behind(next) ? { ...next, input: { ...next.input, version } } : next)),
  )
}

/** Takes the entry out and leaves its form, to be changed and handed in again. */
export const takeOut = (entry: Entry): void =>
  void write(
    OUTBOX,
    entries().filter((now) => !is(entry)(now)),
  )

/** Takes the entry off the device with its form and its pictures: it was accepted, or is not wanted any more. */
export async function letGo(entry: Entry): Promise<void> {
  takeOut(entry)
  if (entry.form) dropForm(entry.form)
  for (const { picture } of entry.slots) await forgetPicture(picture)
}

/** Waits for an earlier entry that came back refused, or for one that waits for such a one. */
export function isHeld({ behind }: Entry): boolean {
  const before = behind ? entryOf(behind) : null
  return before !== null && (before.refusal !== null || isHeld(before))
}

/** Closing the app would not lose it. */
export const isStored = (entry: Entry): boolean =>
  (platform.personal.get<Entry[]>(OUTBOX) ?? []).some(is(entry)) &&
  entry.slots.every(({ picture }) => picture.id !== null || pictureStored(picture.key))
