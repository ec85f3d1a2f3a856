import Taro from '@tarojs/taro'
import type { Picture } from '@/platform'
import { blobs } from './blobs'

/** A picture that outlives the app being closed, until it is sent. */
export interface KeptPicture extends Omit<Picture, 'src'> {
  /** On the web the key of its bytes, in WeChat the path of the saved file. */
  key: string
  /** The server's name for it once it is uploaded. */
  id: string | null
}

const web = process.env.TARO_ENV === 'h5'

const saveFile = (tempFilePath: string): Promise<string> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: (error) => {
        // A full phone: the temporary file still serves until the app is closed.
        console.warn('saveFile', error)
        resolve(tempFilePath)
      },
    })
  })

/** Moves a fresh picture to where it survives. */
export async function keepPicture({ src, ...rest }: Picture): Promise<KeptPicture> {
  if (!web) return { ...rest, key: await saveFile(src), id: null }
  const key = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
  const blob = await fetch(src).then((answer) => answer.blob())
  await blobs.put(key, blob)
  return { ...rest, key, id: null }
}

/** The picture with a `src` an image element and an upload can use; null when the device has lost it. */
export async function openPicture({ key, id: _, ...rest }: KeptPicture): Promise<Picture | null> {
  if (web) {
    const blob = await blobs.get(key)
    return blob && { ...rest, src: URL.createObjectURL(blob) }
  }
  const there = await new Promise<boolean>((resolve) => {
    Taro.getFileSystemManager().access({ path: key, success: () => resolve(true), fail: () => resolve(false) })
  })
  return there ? { ...rest, src: key } : null
}

export async function forgetPicture({ key }: KeptPicture): Promise<void> {
  if (web) return blobs.remove(key)
  return new Promise((resolve) => {
    Taro.getFileSystemManager().unlink({ filePath: key, success: () => resolve(), fail: () => resolve() })
  })
}
