import { useEffect, useState } from 'react'
import { forgetPicture } from '@/kept/keptPictures'
import { platform } from '@/platform'
import { kindOf } from './kinds'
import { type Sheet, type SheetAction, sheetKey } from './Sheet'

/** The sheets on this device, of the person signed in. */
const INDEX = 'sheets'
const place = (key: string) => `sheet.${key}`

const listeners = new Set<() => void>()
/** Tells every page that shows sheets that one of them, or its sending, has changed. */
export function sheetsChanged(): void {
  for (const listener of listeners) listener()
}

const keys = (): string[] => platform.personal.get<string[]>(INDEX) ?? []

/** Held here too: a full or blocked storage must not swallow what is being typed. */
const held = new Map<string, Sheet>()

export const readSheet = (key: string): Sheet | null => held.get(key) ?? platform.personal.get<Sheet>(place(key))

/** The sheet of this kind about the case: as it was left, or empty. */
export function sheetOf<A extends SheetAction>(action: A, caseId: string): Sheet<A> {
  const key = sheetKey(action, caseId)
  const empty = { key, action, caseId, entry: kindOf(action).empty, pictures: [], sending: null, refusal: null }
  // Under this key nothing else is ever saved.
  return (readSheet(key) as Sheet<A> | null) ?? empty
}

export const allSheets = (): Sheet[] => keys().flatMap((key) => readSheet(key) ?? [])

/** In the order they were submitted. */
export const sheetsWaiting = (): Sheet[] =>
  allSheets()
    .filter((sheet) => sheet.sending !== null)
    .sort((a, b) => a.sending!.turn - b.sending!.turn)

export function saveSheet(sheet: Sheet): void {
  held.set(sheet.key, sheet)
  platform.personal.set(place(sheet.key), sheet)
  if (!keys().includes(sheet.key)) platform.personal.set(INDEX, [...keys(), sheet.key])
  sheetsChanged()
}

/** Removes the sheet and its pictures from the device. */
export async function forgetSheet({ key, pictures }: Sheet): Promise<void> {
  held.delete(key)
  platform.personal.remove(place(key))
  platform.personal.set(
    INDEX,
    keys().filter((other) => other !== key),
  )
  sheetsChanged()
  for (const picture of pictures) await forgetPicture(picture)
}

/** What `read` answers, kept up to date with every change to a sheet. */
export function useSheets<T>(read: () => T): T {
  const [, redraw] = useState(0)
  useEffect(() => {
    const listener = () => redraw((count) => count + 1)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
  return read()
}
