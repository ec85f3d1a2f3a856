import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Line } from '../ocr/createTextReader'

/** Longer than any picture takes, models loading included. */
const ANSWER_WITHIN_MS = 60_000

export type Reading =
  | { lines: Line[]; size: { width: number; height: number } }
  | { error: string; unreadable: boolean }

/** The OCR engine of this machine, in its own process, started with the first picture or by `warm`. */
export class TextEngine {
  private process?: ChildProcess
  private nextId = 0
  private readonly waiting = new Map<number, (reading: Reading) => void>()

  /** Loads the engine ahead of its first picture, which would wait seconds for it. */
  warm(): void {
    if (!this.process) this.start()
  }

  close(): void {
    this.process?.kill()
  }

  read(image: Buffer): Promise<Reading> {
    const child = this.process ?? this.start()
    const id = this.nextId++
    return new Promise((resolve) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), ANSWER_WITHIN_MS)
      this.waiting.set(id, (reading) => {
        clearTimeout(timer)
        this.waiting.delete(id)
        resolve(reading)
      })
      child.send({ id, image }, (error) => {
        if (error) this.waiting.get(id)?.({ error: error.message, unreadable: false })
      })
    })
  }

  private start(): ChildProcess {
    // Inherits the TypeScript loader from the host's own arguments.
    const child = fork(join(__dirname, 'ocrProcess.ts'), { serialization: 'advanced' })
    child.on('message', ({ id, ...reading }: Reading & { id: number }) => this.waiting.get(id)?.(reading as Reading))
    child.on('error', () => {}) // reported to the sender
    child.on('exit', () => {
      this.process = undefined
      for (const answer of this.waiting.values()) answer({ error: 'the OCR process ended', unreadable: false })
    })
    this.process = child
    return child
  }
}
