import { forgetPicture, keepPicture } from '@/kept/keptPictures'
import type { Picture } from '@/platform'
import type { Entries, Purpose, Sheet, SheetAction } from './Sheet'
import { saveSheet, sheetOf, useSheets } from './sheets'

export interface OpenSheet<A extends SheetAction> {
  sheet: Sheet<A>
  /** Changes the newest state: a picture may arrive after another edit. Nothing is changed while the sheet is being sent. */
  edit(change: (entry: Entries[A]) => Partial<Entries[A]>): void
  addPicture(slot: string, purpose: Purpose, picture: Picture, id?: string | null): Promise<void>
  removePictures(which: (slot: string, key: string) => boolean): void
}

/** The sheet of one case, and the ways to change it; every change is on the device before the next one. */
export function useSheet<A extends SheetAction>(action: A, caseId: string): OpenSheet<A> {
  const newest = () => sheetOf(action, caseId)
  const sheet = useSheets(newest)
  const change = (how: (now: Sheet<A>) => Sheet<A>) => {
    const now = newest()
    if (!now.sending) saveSheet(how(now))
  }
  return {
    sheet,
    edit: (how) => change((now) => ({ ...now, entry: { ...now.entry, ...how(now.entry) } })),
    async addPicture(slot, purpose, picture, id = null) {
      const kept = await keepPicture(picture)
      change((now) => ({ ...now, pictures: [...now.pictures, { ...kept, id, slot, purpose }] }))
    },
    removePictures(which) {
      const gone = newest().pictures.filter(({ slot, key }) => which(slot, key))
      if (gone.length === 0) return
      change((now) => ({ ...now, pictures: now.pictures.filter((picture) => !gone.includes(picture)) }))
      for (const picture of gone) void forgetPicture(picture)
    },
  }
}
