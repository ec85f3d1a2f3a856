import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { constants, createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { copyFile, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { OBJECT_KEY_BYTES_MAX, UPLOAD_BYTES_MAX } from '../limits'
import { syncFolder } from '../writeDurably'

export class TooLargeError extends Error {}

/**
 * Cloud storage in one folder. An object's file is named by the hash of its path, so no path can leave the folder or collide with another.
 * A write is complete and durable or not there: temporary file, fsync, rename, fsync of the folder.
 */
export class FileStore {
  /** Signs URLs; a new one at each boot ends every URL handed out before. */
  private readonly key = randomBytes(32)

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true })
    // Uploads that a crash cut off.
    for (const name of readdirSync(folder)) if (name.endsWith('.part')) rmSync(join(folder, name))
  }

  /** A path as object storage accepts it: relative, no empty or dot segment, no control character. */
  static isPath(path: unknown): path is string {
    return (
      typeof path === 'string' &&
      Buffer.byteLength(path) <= OBJECT_KEY_BYTES_MAX &&
      !/\p{Cc}|\\/u.test(path) &&
      path.split('/').every((segment) => !['', '.', '..'].includes(segment))
    )
  }

  /** @throws TooLargeError above UPLOAD_BYTES_MAX, or the file system's own error; nothing is left behind */
  async write(path: string, content: Readable): Promise<void> {
    await this.replace(path, async (temporary) => {
      const handle = await open(temporary, 'wx')
      try {
        let bytes = 0
        // The stream stays whole on an error: its other end still has to be answered.
        for await (const chunk of content.iterator({ destroyOnReturn: false })) {
          bytes += chunk.length
          if (bytes > UPLOAD_BYTES_MAX) throw new TooLargeError(`more than ${UPLOAD_BYTES_MAX} bytes`)
          await handle.appendFile(chunk)
        }
      } finally {
        await handle.close()
      }
    })
  }

  async copy(from: string, to: string): Promise<void> {
    await this.replace(to, (temporary) => copyFile(this.fileOf(from), temporary, constants.COPYFILE_EXCL))
  }

  /** @returns size in bytes, or undefined when there is no such object */
  async size(path: string): Promise<number | undefined> {
    return stat(this.fileOf(path)).then(
      (found) => found.size,
      () => undefined,
    )
  }

  read(path: string): Readable {
    return createReadStream(this.fileOf(path))
  }

  /** @returns the whole content, or undefined when there is no such object */
  async readWhole(path: string): Promise<Buffer | undefined> {
    return readFile(this.fileOf(path)).catch(() => undefined)
  }

  /** @returns false when there was no such object */
  async remove(path: string): Promise<boolean> {
    const there = (await this.size(path)) !== undefined
    await rm(this.fileOf(path), { force: true })
    syncFolder(this.folder)
    return there
  }

  /** A signature that allows one method on one path until an instant (epoch seconds). */
  sign(method: 'GET' | 'PUT', path: string, expires: number): string {
    return createHmac('sha256', this.key).update(`${method}\n${path}\n${expires}`).digest('base64url')
  }

  allows(method: 'GET' | 'PUT', path: string, expires: number, signature: string, nowMs: number): boolean {
    const [given, expected] = [Buffer.from(signature), Buffer.from(this.sign(method, path, expires))]
    return given.length === expected.length && timingSafeEqual(given, expected) && nowMs < expires * 1000
  }

  private fileOf(path: string): string {
    return join(this.folder, createHash('sha256').update(path).digest('hex'))
  }

  private async replace(path: string, fill: (temporary: string) => Promise<void>): Promise<void> {
    const temporary = join(this.folder, `${randomBytes(12).toString('hex')}.part`)
    try {
      await fill(temporary)
      const handle = await open(temporary, 'r+')
      await handle.sync().finally(() => handle.close())
      await rename(temporary, this.fileOf(path))
      syncFolder(this.folder)
    } finally {
      await rm(temporary, { force: true })
    }
  }
}
