import { useEffect, useRef, useState } from 'react'
import { forgetPicture, keepPicture } from '@/outbox/pictures'
import type { Picture } from '@/platform'
import type { SheetPicture } from '../sheet/Sheet'

/** A drawing for reviewers, until it is handed in with the question; left behind with the page, it goes. */
export function useDrawing() {
  const [pictures, setPictures] = useState<SheetPicture[]>([])
  const own = useRef<SheetPicture[]>([])
  const handedIn = useRef(false)
  const change = (now: SheetPicture[]) => {
    own.current = now
    setPictures(now)
  }
  useEffect(
    () => () => {
      if (!handedIn.current) for (const picture of own.current) void forgetPicture(picture)
    },
    [],
  )
  return {
    pictures,
    async add(picture: Picture, id: string | null) {
      const kept = await keepPicture(picture, id)
      change([...own.current, { ...kept, slot: 'drawing', purpose: 'drawing' }])
    },
    remove(key: string) {
      const gone = own.current.filter((picture) => picture.key === key)
      change(own.current.filter((picture) => picture.key !== key))
      for (const picture of gone) void forgetPicture(picture)
    },
    /** From here on what was handed in takes care of them. */
    handOver(): SheetPicture[] {
      handedIn.current = true
      return pictures
    },
    clear() {
      handedIn.current = false
      change([])
    },
  }
}
