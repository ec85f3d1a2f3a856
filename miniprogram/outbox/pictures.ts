import { type Picture, platform } from '@/platform'
import { markPicture } from './storage'

/** A picture that outlives the app being closed, until it is sent. */
export interface KeptPicture extends Omit<Picture, 'src'> {
  /** The device's name for its bytes. */
  key: string
  /** The server's name for it once it is uploaded. */
  id: string | null
}

/** Moves a fresh picture to where it survives. `id`: the server's name, where it is there already. */
export async function keepPicture({ src, ...rest }: Picture, id: string | null = null): Promise<KeptPicture> {
  const { key, stored } = await platform.keepFile(src)
  markPicture(key, stored || id !== null)
  return { ...rest, key, id }
}

/** The picture with a `src` an image element and an upload can use; null when the device has lost it. */
export async function openPicture({ key, id: _, ...rest }: KeptPicture): Promise<Picture | null> {
  const src = await platform.openFile(key)
  return src === null ? null : { ...rest, src }
}

export function forgetPicture({ key }: KeptPicture): Promise<void> {
  markPicture(key, true)
  return platform.forgetFile(key)
}
