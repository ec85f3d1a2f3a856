import type { Draft } from '@shared/contract/application'
import { useSyncExternalStore } from 'react'
import { applicant, onCommandSettled } from '@/api'
import { platform } from '@/platform'

/**
 * The one half-filled application. Every change is on the device at once and on the server a moment later, so that neither a closed
 * app nor another phone loses it.
 */
interface Kept {
  draft: Draft
  /** The server's time of the copy this one grew from; 0 while there is none. */
  savedAt: number
  /** Changed since. */
  dirty: boolean
}
type Patch = Omit<Partial<Draft>, 'identity' | 'contact' | 'place'> & {
  [Part in 'identity' | 'contact' | 'place']?: Partial<NonNullable<Draft[Part]>>
}

const KEY = 'draft'
const PAUSE_BEFORE_SAVING_MS = 1200
export const SUBMIT = 'submit'
const EMPTY: Kept = { draft: { step: 'certificate' }, savedAt: 0, dirty: false }

const listeners = new Set<() => void>()
let kept: Kept | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let saving: Promise<void> = Promise.resolve()

function read(): Kept {
  kept ??= platform.personal.get<Kept>(KEY) ?? EMPTY
  return kept
}

function write(next: Kept): void {
  kept = next
  platform.personal.set(KEY, next)
  for (const listener of listeners) listener()
}

export const currentDraft = (): Draft => read().draft

export function useDraft(): Draft {
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  return useSyncExternalStore(subscribe, currentDraft, currentDraft)
}

/** Merges a change; identity, contact and place are merged by their own fields. */
export function changeDraft(patch: Patch): void {
  const { draft, savedAt } = read()
  const merged: Draft = { ...draft, ...patch } as Draft
  if (patch.identity) merged.identity = { ...draft.identity, ...patch.identity }
  if (patch.contact) merged.contact = { ...draft.contact, ...patch.contact }
  if (patch.place) merged.place = { ...draft.place, ...patch.place }
  write({ draft: merged, savedAt, dirty: true })
  clearTimeout(timer)
  timer = setTimeout(saveDraft, PAUSE_BEFORE_SAVING_MS)
}

/** Sends the draft now. A failure is silent: the device has it, and the next change or opening sends it again. */
export function saveDraft(): Promise<void> {
  clearTimeout(timer)
  saving = saving.then(async () => {
    const sent = read()
    if (!sent.dirty) return
    try {
      const { savedAt } = await applicant('saveDraft', { draft: sent.draft })
      const now = read()
      if (now.draft === sent.draft) write({ ...now, savedAt, dirty: false })
      else if (now.dirty) write({ ...now, savedAt })
    } catch (error) {
      console.warn('draft kept on the device', error)
    }
  })
  return saving
}

/** Takes the server's copy into account: it wins where this device has nothing newer of its own. */
export function meetDraft(saved: { draft: Draft; savedAt: number } | null): void {
  const mine = read()
  if (mine.dirty) {
    const elsewhere = saved !== null && saved.savedAt > mine.savedAt && mine.savedAt > 0
    if (!elsewhere) {
      void saveDraft()
      return
    }
  }
  if (saved) {
    if (saved.savedAt !== mine.savedAt) write({ draft: saved.draft, savedAt: saved.savedAt, dirty: false })
  } else if (mine.savedAt > 0) forget()
}

/** Anything worth continuing. */
export const hasDraft = ({ identity, place }: Draft): boolean =>
  Boolean(identity?.name || identity?.number || identity?.pictures?.length || place?.address)

function forget(): void {
  clearTimeout(timer)
  platform.personal.remove('shot')
  write(EMPTY)
}

/** Drops the draft on the device and on the server; a save under way is waited for, so that it cannot bring it back. */
export async function discardDraft(): Promise<void> {
  forget()
  await saving
  await applicant('discardDraft', {})
}

// An application that got through, now or after a restart, has used its draft up.
onCommandSettled(({ pending, result }) => {
  if (pending.intention === SUBMIT && result.ok) discardDraft().catch((error) => console.warn('draft', error))
})
