import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'

/** One subscribe message as the simulated WeChat gateway received it. */
export interface Push {
  /** epoch milliseconds by the host's clock */
  at: number
  openid: string
  templateId: string
  page: string
  /** template key → text shown */
  data: Record<string, string>
  /** 0 delivered, 43101 refused by the recipient */
  errcode: number
}

/** The pushes ever sent, in a file that only grows: one JSON line each, synced before the sender is answered. */
export class PushLog {
  readonly pushes: Push[] = []
  private readonly handle: number
  private bytes: number

  constructor(file: string) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    // A line without its end was cut by a crash and never acknowledged.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    for (const line of whole.split('\n')) if (line) this.pushes.push(JSON.parse(line))
    this.handle = openSync(file, 'a')
    this.bytes = Buffer.byteLength(whole)
    ftruncateSync(this.handle, this.bytes)
  }

  append(push: Push): void {
    const line = Buffer.from(`${JSON.stringify(push)}\n`)
    try {
      if (writeSync(this.handle, line) < line.length) throw new Error('disk full')
      fsyncSync(this.handle)
    } catch (error) {
      ftruncateSync(this.handle, this.bytes) // part of a line would swallow the next one
      throw error
    }
    this.bytes += line.length
    this.pushes.push(push)
  }

  close(): void {
    closeSync(this.handle)
  }
}
