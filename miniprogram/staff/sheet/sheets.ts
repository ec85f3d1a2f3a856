import { useEffect, useState } from 'react'
import { forgetPicture } from '@/kept/keptPictures'
import { platform } from '@/platform'
import type { Sheet } from './Sheet'

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

export const allSheets = (): Sheet[] => keys().flatMap((key) => readSheet(key) ?? [])

export const sheetsWaiting = (): Sheet[] => allSheets().filter((sheet) => sheet.sending !== null)

export function saveSheet(sheet: Sheet): void {
  held.set(sheet.key, sheet)
  platform.personal.set(place(sheet.key), sheet)
  if (!keys().includes(sheet.key)) platform.personal.set(INDEX, [...keys(), sheet.key])
  sheetsChanged()
}

/** Removes the sheet and its pictures from the device. */
export async function forgetSheet({ key, papers }: Sheet): Promise<void> {
  held.delete(key)
  platform.personal.remove(place(key))
  platform.personal.set(
    INDEX,
    keys().filter((other) => other !== key),
  )
  sheetsChanged()
  for (const picture of papers.flatMap((paper) => paper.pictures)) await forgetPicture(picture)
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
