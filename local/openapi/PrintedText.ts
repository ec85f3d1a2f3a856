import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { OCR_IMAGE_BYTES_MAX } from '../limits'
import type { Line } from '../ocr/createTextReader'
import type { OpenApiAnswer } from './subscribeMessage'

/** Longer than any picture takes, models loading included. */
const ANSWER_WITHIN_MS = 60_000

const Request = z.object({
  img_url: z.string().optional(),
  /** the spelling wx-server-sdk takes */
  imgUrl: z.string().optional(),
  img: z.object({ value: z.object({ data: z.array(z.number().int().min(0).max(255)) }) }).optional(),
})

type Reading =
  | { id: number; lines: Line[]; size: { width: number; height: number } }
  | { id: number; error: string; unreadable: boolean }

/**
 * `ocr.printedText` answered by the OCR engine of this machine, in its own process, started with the first picture or by `warm`.
 * Request and answer as documented (https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/img-ocr/ocr/printedTextOCR.html);
 * an addition of this host: each item carries `score` and `least`, the engine's mean and least confidence from 0 to 1.
 */
export class PrintedText {
  private process?: ChildProcess
  private nextId = 0
  private readonly waiting = new Map<number, (reading: Reading) => void>()
  /** Calls left of the day's quota; tests lower it. */
  quotaLeft = Number.POSITIVE_INFINITY

  /** @param fetchImage the bytes behind a download URL of this host's storage, or undefined for any other URL */
  constructor(private readonly fetchImage: (url: string) => Promise<Buffer | undefined>) {}

  async read(request: unknown): Promise<OpenApiAnswer> {
    const parsed = Request.safeParse(request)
    const { img_url, imgUrl, img } = parsed.data ?? {}
    const url = img_url ?? imgUrl
    const image = img ? Buffer.from(img.value.data) : url ? await this.fetchImage(url) : undefined
    if (!image?.length) return { errcode: 101000, errmsg: 'invalid image url' }
    if (image.length > OCR_IMAGE_BYTES_MAX) return { errcode: 40006, errmsg: 'invalid media size' }
    if (this.quotaLeft < 1) return { errcode: 101002, errmsg: 'not enough market quota' }
    this.quotaLeft -= 1
    const reading = await this.ask(image)
    if ('error' in reading)
      return reading.unreadable
        ? { errcode: 101000, errmsg: `invalid image url: ${reading.error}` }
        : { errcode: -1, errmsg: `system error: ${reading.error}` }
    return {
      errcode: 0,
      errmsg: 'ok',
      items: reading.lines.map(({ text, score, least, quad }) => {
        const [left_top, right_top, right_bottom, left_bottom] = quad.map(([x, y]) => ({ x, y }))
        return { text, score, least, pos: { left_top, right_top, right_bottom, left_bottom } }
      }),
      img_size: { w: reading.size.width, h: reading.size.height },
    }
  }

  /** Loads the engine ahead of its first picture, which would wait seconds for it. */
  warm(): void {
    if (!this.process) this.start()
  }

  close(): void {
    this.process?.kill()
  }

  private ask(image: Buffer): Promise<Reading> {
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
        if (error) this.waiting.get(id)?.({ id, error: error.message, unreadable: false })
      })
    })
  }

  private start(): ChildProcess {
    // Inherits the TypeScript loader from the host's own arguments.
    const child = fork(join(__dirname, 'ocrProcess.ts'), { serialization: 'advanced' })
    child.on('message', (reading: Reading) => this.waiting.get(reading.id)?.(reading))
    child.on('error', () => {}) // reported to the sender
    child.on('exit', () => {
      this.process = undefined
      for (const [id, answer] of this.waiting) answer({ id, error: 'the OCR process ended', unreadable: false })
    })
    this.process = child
    return child
  }
}
