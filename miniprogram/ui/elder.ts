import { useSyncExternalStore } from 'react'
import { platform } from '@/platform'

/** 大字版: larger type and stronger contrast, remembered on this device. */
const KEY = 'elder'
let on: boolean | null = null
const listeners = new Set<() => void>()

function read(): boolean {
  on ??= platform.device.get<boolean>(KEY) ?? false
  return on
}

export function setElder(next: boolean): void {
  on = next
  platform.device.set(KEY, next)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useElder = (): boolean => useSyncExternalStore(subscribe, read, read)
