import { useSyncExternalStore } from 'react'
import { platform } from '@/platform'

/**
 * What a person has written or photographed, kept on the device. What the device would not store is held here until the app is
 * closed, and every page says so.
 */
const held = new Map<string, unknown>()
const listeners = new Set<() => void>()
let changes = 0

export function tellChanged(): void {
  changes += 1
  for (const listener of listeners) listener()
}

export const read = <T>(key: string): T | null => (held.has(key) ? (held.get(key) as T) : platform.personal.get<T>(key))

/** Whether the device has stored it. */
export function write(key: string, value: unknown): boolean {
  const stored = platform.personal.set(key, value)
  if (stored) held.delete(key)
  else held.set(key, value)
  tellChanged()
  return stored
}

export function remove(key: string): void {
  held.delete(key)
  platform.personal.remove(key)
  tellChanged()
}

const pictureKey = (key: string) => `picture.${key}`
/** A picture is stored, uploaded or no longer needed; or it lasts only as long as the app is open. */
export function markPicture(key: string, safe: boolean): void {
  if (safe ? held.delete(pictureKey(key)) : held.set(pictureKey(key), null)) tellChanged()
}
export const pictureStored = (key: string): boolean => !held.has(pictureKey(key))

export const allStored = (): boolean => held.size === 0

/** Tries again to store what was refused: there may be room now. */
export function storeAgain(): boolean {
  for (const [key, value] of [...held]) if (value !== null) write(key, value)
  return allStored()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What `look` answers, kept up to date with every change of what is kept. */
export function useKept<T>(look: () => T): T {
  const current = () => changes
  useSyncExternalStore(subscribe, current, current)
  return look()
}
