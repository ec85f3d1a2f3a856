import type { Draft as OwnDraft } from '@shared/contract/application'
import type { Channel } from '@shared/contract/vocabulary'
import { useSyncExternalStore } from 'react'
import { applicant } from '@/api'
import { onSettled } from '@/outbox/delivery'
import { write as keep, read as readKept, remove } from '@/outbox/storage'

/**
 * Half-filled applications: one's own, and at a counter the one staff write down for whoever came. Every change is on the device at
 * once. One's own is on the server a moment later, so that neither a closed app nor another phone loses it; the other stays where the
 * person who came will sign, and the two never meet.
 */
export type Whose = 'own' | 'counter'
/** `channel`: how it is written down for somebody else. */
export type Draft = OwnDraft & { channel?: Exclude<Channel, 'online'> }
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

const KEY = { own: 'draft', counter: 'draft.counter' } as const
/** The certificate's picture and reading beside each draft. */
const SHOT = { own: 'shot', counter: 'shot.counter' } as const
const PAUSE_BEFORE_SAVING_MS = 1200
export const SUBMIT = 'submit'
/** One an application: while the answer to one person's is lost, another's is not to be taken for it. */
export const enteringOf = (commandId: string): string => `enter:${commandId}`
const EMPTY: Kept = { draft: { step: 'certificate' }, savedAt: 0, dirty: false }

const listeners = new Set<() => void>()
const kept: Partial<Record<Whose, Kept>> = {}
/** Whose draft the pages are about; each says so as it is shown. */
let whose: Whose = 'own'
let timer: ReturnType<typeof setTimeout> | undefined
let saving: Promise<void> = Promise.resolve()

function read(of: Whose): Kept {
  kept[of] ??= readKept<Kept>(KEY[of]) ?? EMPTY
  return kept[of]
}

function write(of: Whose, next: Kept): void {
  kept[of] = next
  keep(KEY[of], next)
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

/** From here on the pages are about this draft. Said while a page renders, so that others hear of it only afterwards. */
export function workOn(next: Whose): void {
  if (whose === next) return
  whose = next
  void Promise.resolve().then(tell)
}

export const currentDraft = (): Draft => read(whose).draft
export const shotKey = (): string => SHOT[whose]

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
export const changeDraft = (patch: Patch): void => change(whose, patch)

function change(of: Whose, patch: Patch): void {
  const { draft, savedAt } = read(of)
  const merged: Draft = { ...draft, ...patch } as Draft
  if (patch.identity) merged.identity = { ...draft.identity, ...patch.identity }
  if (patch.contact) merged.contact = { ...draft.contact, ...patch.contact }
  if (patch.place) merged.place = { ...draft.place, ...patch.place }
  // Photographed again, a paper is lost no more.
  if (merged.lost) merged.lost = merged.lost.filter((paper) => !merged[paper]?.pictures?.length)
  write(of, { draft: merged, savedAt, dirty: true })
  if (of === 'counter') return
  clearTimeout(timer)
  timer = setTimeout(saveDraft, PAUSE_BEFORE_SAVING_MS)
}

/** The server has these pictures no more: the draft goes on without the papers they are of, and says so. */
function lose(of: Whose, gone: readonly string[]): void {
  const { draft } = read(of)
  const papers = (['identity', 'property'] as const).filter((paper) =>
    draft[paper]?.pictures?.some((picture) => gone.includes(picture)),
  )
  if (papers.length === 0) return
  change(of, {
    lost: [...new Set([...(draft.lost ?? []), ...papers])],
    ...(papers.includes('identity') ? { identity: { pictures: [] } } : {}),
    ...(papers.includes('property') ? { property: undefined } : {}),
  })
}

/** Sends one's own draft now. A failure is silent: the device has it, and the next change or opening sends it again. */
export function saveDraft(): Promise<void> {
  clearTimeout(timer)
  saving = saving.then(async () => {
    const sent = read('own')
    if (!sent.dirty) return
    try {
      const { savedAt, gone } = await applicant('saveDraft', { draft: sent.draft })
      const now = read('own')
      if (now.draft === sent.draft) write('own', { ...now, savedAt, dirty: false })
      else if (now.dirty) write('own', { ...now, savedAt })
      lose('own', gone)
    } catch (error) {
      console.warn('draft kept on the device', error)
    }
  })
  return saving
}

/** Takes the server's copy of one's own into account: it wins where this device has nothing newer of its own. */
export function meetDraft(saved: { draft: Draft; savedAt: number; gone: string[] } | null): void {
  const mine = read('own')
  if (mine.dirty) {
    const elsewhere = saved !== null && saved.savedAt > mine.savedAt && mine.savedAt > 0
    if (!elsewhere) {
      void saveDraft()
      return
    }
  }
  if (saved) {
    if (saved.savedAt !== mine.savedAt) write('own', { draft: saved.draft, savedAt: saved.savedAt, dirty: false })
    lose('own', saved.gone)
  } else if (mine.savedAt > 0) forget('own')
}

/** Anything worth continuing. */
export const hasDraft = ({ identity, place, property, lost }: Draft): boolean =>
  Boolean(
    property || lost?.length || identity?.name || identity?.number || identity?.pictures?.length || place?.address,
  )

function forget(of: Whose): void {
  if (of === 'own') clearTimeout(timer)
  remove(SHOT[of])
  write(of, EMPTY)
}

/** Begins an application for somebody who came to the counter; whatever was left of another's is gone. */
export function beginAtCounter(channel: Exclude<Channel, 'online'>): void {
  forget('counter')
  workOn('counter')
  changeDraft({ channel })
}

export const discardCounterDraft = (): void => forget('counter')

/** Drops one's own on the device and on the server; a save under way is waited for, so that it cannot bring it back. */
export async function discardDraft(): Promise<void> {
  forget('own')
  await saving
  await applicant('discardDraft', {})
}

// An application that got through, now or after a restart, has used its draft up.
onSettled(({ entry, result }) => {
  const { commandId } = read('counter').draft
  if (commandId && entry.intention === enteringOf(commandId) && result.ok) discardCounterDraft()
  if (!result.ok && result.failure.code === 'PICTURE_GONE') {
    const gone = result.failure.params.pictures.split(',')
    if (entry.intention === SUBMIT) lose('own', gone)
    else if (commandId && entry.intention === enteringOf(commandId)) lose('counter', gone)
  }
  if (entry.intention === SUBMIT && result.ok) discardDraft().catch((error) => console.warn('draft', error))
})
