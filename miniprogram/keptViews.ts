import { platform } from '@/platform'

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
  while (recent.length > 0 && !enough()) {
    forgetView(recent.pop()!)
    platform.personal.set(RECENT, recent)
  }
  return enough()
}

/** Takes a view off the device. */
export const forgetView = (key: string): void => platform.personal.remove(place(key))
