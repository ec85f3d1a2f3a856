import { settle, type WxCallbacks, WxError } from '../settle'
import { fromBase64, toBase64 } from '../VirtualFiles'
import type { World } from '../World'

type Encoding = 'base64' | 'utf8' | 'utf-8'
type Data = string | ArrayBuffer
type ReadOptions = { filePath: string; encoding?: Encoding } & WxCallbacks<{ data: Data }>
type WriteOptions = { filePath: string; data: Data; encoding?: Encoding } & WxCallbacks<object>

/** `wx.getFileSystemManager()` over the mini-program's own files. */
export function fileApi({ files }: World) {
  const read = (path: string, encoding?: Encoding): Data => {
    const bytes = files.read(path)
    if (!encoding) return bytes.slice().buffer
    return encoding === 'base64' ? toBase64(bytes) : new TextDecoder().decode(bytes)
  }
  const write = (path: string, data: Data, encoding: Encoding = 'utf8') => {
    if (!path.startsWith('wxfile://')) throw new WxError(`permission denied, open ${path}`)
    if (data instanceof ArrayBuffer) files.write(path, new Uint8Array(data.slice(0)))
    else files.write(path, encoding === 'base64' ? fromBase64(data) : new TextEncoder().encode(data))
  }
  const manager = {
    readFile: (options: ReadOptions) =>
      settle('readFile', options, () => ({ data: read(options.filePath, options.encoding) })),
    readFileSync: read,
    writeFile: (options: WriteOptions) =>
      settle('writeFile', options, () => {
        write(options.filePath, options.data, options.encoding)
        return {}
      }),
    writeFileSync: write,
    unlink: (options: { filePath: string } & WxCallbacks<object>) =>
      settle('unlink', options, () => {
        files.remove(options.filePath)
        return {}
      }),
    unlinkSync: (path: string) => files.remove(path),
    access: (options: { path: string } & WxCallbacks<object>) =>
      settle('access', options, () => {
        files.read(options.path)
        return {}
      }),
    accessSync: (path: string) => void files.read(path),
    getFileInfo: (options: { filePath: string } & WxCallbacks<{ size: number }>) =>
      settle('getFileInfo', options, () => ({ size: files.read(options.filePath).length })),
    saveFile: (options: { tempFilePath: string; filePath?: string } & WxCallbacks<{ savedFilePath: string }>) =>
      settle('saveFile', options, () => {
        const savedFilePath = options.filePath ?? options.tempFilePath.replace('wxfile://', 'wxfile://store_')
        files.write(savedFilePath, files.read(options.tempFilePath))
        files.remove(options.tempFilePath)
        return { savedFilePath }
      }),
  }
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => manager,
    // Opening a document hands it to another app: nothing to show here, but it must exist.
    openDocument: (options: { filePath: string } & WxCallbacks<object>) =>
      settle('openDocument', options, () => {
        files.read(options.filePath)
        return {}
      }),
  }
}
