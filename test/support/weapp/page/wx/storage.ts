import { settle, type WxCallbacks, WxError } from '../settle'
import type { World } from '../World'

/** WeChat's limit for one key, in bytes. */
const MAX_KEY_BYTES = 1024 * 1024

type Keyed<R extends object = object> = { key: string } & WxCallbacks<R>

/** `wx.getStorage` and its kin. Values are kept as JSON would keep them. */
export function storageApi({ storage, settings }: World) {
  const bytesOf = (text: string) => new Blob([text]).size
  const takenBesides = (key: string) =>
    [...storage].reduce((sum, [name, value]) => (name === key ? sum : sum + bytesOf(JSON.stringify(value))), 0)
  const write = (key: string, value: unknown) => {
    const text = JSON.stringify(value) ?? 'null'
    const bytes = bytesOf(text)
    if (bytes > MAX_KEY_BYTES) throw new WxError('entry size limit reached')
    if (takenBesides(key) + bytes > settings.storageBytes) throw new WxError('exceed storage max size')
    storage.set(key, JSON.parse(text))
  }
  const read = (key: string): unknown => structuredClone(storage.get(key))
  const info = () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10240 })
  return {
    getStorageSync: (key: string) => (storage.has(key) ? read(key) : ''),
    setStorageSync: write,
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: info,
    getStorage: (options: Keyed<{ data: unknown }>) =>
      settle('getStorage', options, () => {
        if (!storage.has(options.key)) throw new WxError('data not found')
        return { data: read(options.key) }
      }),
    setStorage: (options: Keyed & { data: unknown }) =>
      settle('setStorage', options, () => {
        write(options.key, options.data)
        return {}
      }),
    removeStorage: (options: Keyed) =>
      settle('removeStorage', options, () => {
        storage.delete(options.key)
        return {}
      }),
    clearStorage: (options?: WxCallbacks<object>) =>
      settle('clearStorage', options, () => {
        storage.clear()
        return {}
      }),
    getStorageInfo: (options?: WxCallbacks<ReturnType<typeof info>>) => settle('getStorageInfo', options, info),
  }
}
