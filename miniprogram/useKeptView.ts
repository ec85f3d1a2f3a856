import { useState } from 'react'
import { platform } from '@/platform'
import { useView, type View } from '@/useView'

/** What was last seen is kept on the device, so that the field without a network still shows the work. */
interface Kept<T> {
  value: T
  at: number
  /** Absent in what the first version of the app kept. */
  shape?: number
}
/** Raised when a view changes its shape: what an older version of the app kept is not shown by a newer one. */
const SHAPE = 2
const place = (key: string) => `seen.${key}`
const RECENT = 'seen'
const MOST = 100

export function readKept<T>(key: string): Kept<T> | null {
  const kept = platform.personal.get<Kept<T>>(place(key))
  return kept?.shape === SHAPE ? kept : null
}

/** Keeps a view; the ones not seen for longest make room. */
export function keepView(key: string, value: unknown): void {
  platform.personal.set(place(key), { value, at: Date.now(), shape: SHAPE })
  const recent = [key, ...(platform.personal.get<string[]>(RECENT) ?? []).filter((other) => other !== key)]
  for (const old of recent.slice(MOST)) platform.personal.remove(place(old))
  platform.personal.set(RECENT, recent.slice(0, MOST))
}

/** Takes views off the device, the ones not seen for longest first, until there is room; false when that was not enough. */
export function dropOldViews(enough: () => boolean): boolean {
  const recent = platform.personal.get<string[]>(RECENT) ?? []
  while (recent.length > 0) {
    forgetView(recent.pop()!)
    platform.personal.set(RECENT, recent)
    if (enough()) return true
  }
  return enough()
}

/** Takes a view off the device. */
export const forgetView = (key: string): void => platform.personal.remove(place(key))

export interface KeptView<T> extends View<T> {
  /** The newest there is: the answer, else what was kept. */
  shown: T | null
  /** When what is shown was fetched, ms; null once it is fresh. */
  keptAt: number | null
}

interface Options<T> {
  everyMs?: number
  /** False for what nobody will need in the field any more: it leaves the device. */
  needed?: (value: T) => boolean
}

/** `useView` that starts from what was seen last. */
export function useKeptView<T>(
  key: string,
  load: () => Promise<T>,
  { everyMs, needed = () => true }: Options<T> = {},
): KeptView<T> {
  const [kept] = useState(() => readKept<T>(key))
  const keep = (value: T) => (needed(value) ? keepView(key, value) : forgetView(key))
  const view = useView(async () => {
    const value = await load()
    keep(value)
    return value
  }, everyMs)
  const replace = (value: T) => {
    keep(value)
    view.replace(value)
  }
  return {
    ...view,
    replace,
    shown: view.data ?? kept?.value ?? null,
    keptAt: view.data === null && kept ? kept.at : null,
  }
}
