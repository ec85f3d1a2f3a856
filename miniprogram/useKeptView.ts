import { useState } from 'react'
import { forgetView, keepView, readKept } from '@/keptViews'
import { useView, type View } from '@/useView'

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
