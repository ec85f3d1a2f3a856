import { WxError } from './settle'

interface StoredFile {
  bytes: Uint8Array<ArrayBuffer>
  /** A blob URL, so that a picture element can show the file. */
  url: string
}

/** The mini-program's own files: temporary pictures and the user folder, addressed by `wxfile://` paths. */
export class VirtualFiles {
  private readonly files = new Map<string, StoredFile>()
  private count = 0

  /** `saved`: what an earlier run of the app left, as `saved` gave it. */
  constructor(
    private readonly assets: Record<string, string>,
    saved: Record<string, string> = {},
  ) {
    for (const [path, base64] of Object.entries(saved)) {
      this.write(path, fromBase64(base64))
      // A path is never given twice.
      this.count = Math.max(this.count, Number(/tmp_(\d+)/.exec(path)?.[1] ?? 0))
    }
  }

  /** What outlives the app being closed: everything that is not temporary. */
  saved(): Record<string, string> {
    const kept = [...this.files].filter(([path]) => !path.startsWith('wxfile://tmp_'))
    return Object.fromEntries(kept.map(([path, { bytes }]) => [path, toBase64(bytes)]))
  }

  /** Stores bytes under a fresh temporary path and answers it. */
  add(bytes: Uint8Array<ArrayBuffer>, extension: string): string {
    const path = `wxfile://tmp_${++this.count}.${extension}`
    this.write(path, bytes)
    return path
  }

  write(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    if (this.files.has(path)) this.remove(path)
    this.files.set(path, { bytes, url: URL.createObjectURL(new Blob([bytes], { type: mediaType(path) })) })
  }

  has(path: string): boolean {
    return this.files.has(path)
  }

  read(path: string): Uint8Array<ArrayBuffer> {
    const file = this.files.get(path)
    if (!file) throw new WxError(`no such file or directory, open '${path}'`, { errno: 1300002 })
    return file.bytes
  }

  remove(path: string): void {
    const file = this.files.get(path)
    if (!file) throw new WxError(`no such file or directory, unlink '${path}'`, { errno: 1300002 })
    URL.revokeObjectURL(file.url)
    this.files.delete(path)
  }

  /** The address a picture element loads for a source the app names: a file, a packaged picture, or the web. */
  resolve(source: string): string {
    return this.files.get(source)?.url ?? this.assets[source.startsWith('/') ? source : `/${source}`] ?? source
  }
}

/** The media type a file's name promises. */
export function mediaType(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  if (extension === 'png') return 'image/png'
  return extension === 'jpg' || extension === 'jpeg' ? 'image/jpeg' : 'application/octet-stream'
}

/** Decodes base64 text. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

/** Encodes bytes as base64 text. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
