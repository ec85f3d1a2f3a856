import type { StaffCaseView } from '@shared/contract/case'
import { useState } from 'react'
import type { Entry } from '@/outbox/Entry'
import { entryOf, isWaiting, letGo } from '@/outbox/entries'
import { dropForm, readForm, writeForm } from '@/outbox/forms'
import { handIn } from '@/outbox/handIn'
import { forgetPicture, keepPicture } from '@/outbox/pictures'
import { useKept } from '@/outbox/storage'
import { useSettled } from '@/outbox/useSettled'
import type { Picture } from '@/platform'
import type { KeptView } from '@/useKeptView'
import { staffUrl } from '../go'
import { useStaffCase } from '../ui/useStaffCase'
import { kindOf } from './kinds'
import { type Entries, type Purpose, type Sheet, type SheetAction, sheetKey } from './Sheet'

export interface OpenSheet<A extends SheetAction> {
  sheet: Sheet<A>
  /** What was handed in of it and is not accepted yet. */
  handedIn: Entry | null
  /** Changes the newest state: a picture may arrive after another edit. Nothing is changed while its entry waits. */
  edit(change: (entry: Entries[A]) => Partial<Entries[A]>): void
  addPicture(slot: string, purpose: Purpose, picture: Picture, id?: string | null): Promise<void>
  removePictures(which: (slot: string, key: string) => boolean): void
}

export interface SheetPage<A extends SheetAction> extends OpenSheet<A> {
  view: KeptView<StaffCaseView>
  /** The answer, once this sheet was accepted while the page was open. */
  done: StaffCaseView | null
}

/** The sheet of this kind about the case: as it was left, or empty. */
function sheetOf<A extends SheetAction>(action: A, caseId: string): Sheet<A> {
  const key = sheetKey(action, caseId)
  return readForm<Sheet<A>>(key) ?? { key, action, caseId, entry: kindOf(action).empty, pictures: [] }
}

/** The sheet of one case, and the ways to change it; every change is on the device before the next one. */
function useSheet<A extends SheetAction>(action: A, caseId: string): OpenSheet<A> {
  const key = sheetKey(action, caseId)
  const newest = () => sheetOf(action, caseId)
  const sheet = useKept(newest)
  const change = (how: (now: Sheet<A>) => Sheet<A>) => {
    if (!isWaiting(key)) writeForm(key, how(newest()))
  }
  return {
    sheet,
    handedIn: useKept(() => entryOf(key)),
    edit: (how) => change((now) => ({ ...now, entry: { ...now.entry, ...how(now.entry) } })),
    async addPicture(slot, purpose, picture, id = null) {
      const kept = await keepPicture(picture, id)
      change((now) => ({ ...now, pictures: [...now.pictures, { ...kept, slot, purpose }] }))
    },
    removePictures(which) {
      const gone = newest().pictures.filter(({ slot, key }) => which(slot, key))
      if (gone.length === 0) return
      change((now) => ({ ...now, pictures: now.pictures.filter(({ key }) => !gone.some((one) => one.key === key)) }))
      for (const picture of gone) void forgetPicture(picture)
    },
  }
}

/** What every page on which a sheet is filled in has in hand. */
export function useSheetPage<A extends SheetAction>(action: A, caseId: string): SheetPage<A> {
  const view = useStaffCase(caseId)
  const open = useSheet(action, caseId)
  const [done, setDone] = useState<StaffCaseView | null>(null)
  useSettled(caseId, ({ entry, result }) => {
    if (entry.intention === open.sheet.key && result.ok) setDone(result.data as StaffCaseView)
  })
  return { ...open, view, done }
}

/** Hands the sheet in, decided on this version of its case. What becomes of it stands in its entry. */
export async function handInSheet<A extends SheetAction>(sheet: Sheet<A>, version: number): Promise<void> {
  const { key, action, caseId: id } = sheet
  const { title, page, query, physical, filled } = kindOf(action)
  const { input, slots } = filled(sheet)
  // The rest of the input is that of the sheet's own action.
  const whole = { ...input, id, version } as unknown as Parameters<typeof handIn<'staff', A>>[2]
  const about = { intention: key, title, page: staffUrl(page, { id, ...query }), form: key }
  await handIn('staff', action, whole, about, { slots, physical }).catch(() => undefined)
}

/** Takes the sheet off the device with its pictures, and with what was handed in of it. */
export async function forgetSheet({ key, pictures }: Sheet): Promise<void> {
  const entry = entryOf(key)
  if (entry) await letGo(entry)
  dropForm(key)
  for (const picture of pictures) await forgetPicture(picture)
}
