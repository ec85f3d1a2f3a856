import * as z from 'zod'
import { OCR_IMAGE_BYTES_MAX } from '../limits'
import type { OpenApiAnswer } from './subscribeMessage'
import type { TextEngine } from './TextEngine'

const Request = z.object({
  img_url: z.string().optional(),
  /** the spelling wx-server-sdk takes */
  imgUrl: z.string().optional(),
  img: z.object({ value: z.object({ data: z.array(z.number().int().min(0).max(255)) }) }).optional(),
})

/**
 * `ocr.printedText` answered by the OCR engine of this machine. Request and answer as documented
 * (https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/img-ocr/ocr/printedTextOCR.html): text with its corners. How sure the
 * engine is stays here, because WeChat does not tell it either.
 */
export class PrintedText {
  /** Calls left of the day's quota; tests lower it. */
  quotaLeft = Number.POSITIVE_INFINITY

  /** @param fetchImage the bytes behind a download URL of this host's storage, or undefined for any other URL */
  constructor(
    private readonly engine: TextEngine,
    private readonly fetchImage: (url: string) => Promise<Buffer | undefined>,
  ) {}

  async read(request: unknown): Promise<OpenApiAnswer> {
    const parsed = Request.safeParse(request)
    const { img_url, imgUrl, img } = parsed.data ?? {}
    const url = img_url ?? imgUrl
    const image = img ? Buffer.from(img.value.data) : url ? await this.fetchImage(url) : undefined
    if (!image?.length) return { errcode: 101000, errmsg: 'invalid image url' }
    if (image.length > OCR_IMAGE_BYTES_MAX) return { errcode: 40006, errmsg: 'invalid media size' }
    if (this.quotaLeft < 1) return { errcode: 101002, errmsg: 'not enough market quota' }
    this.quotaLeft -= 1
    const reading = await this.engine.read(image)
    if ('error' in reading)
      return reading.unreadable
        ? { errcode: 101000, errmsg: `invalid image url: ${reading.error}` }
        : { errcode: -1, errmsg: `system error: ${reading.error}` }
    return {
      errcode: 0,
      errmsg: 'ok',
      items: reading.lines.map(({ text, quad }) => {
        const [left_top, right_top, right_bottom, left_bottom] = quad.map(([x, y]) => ({ x, y }))
        return { text, pos: { left_top, right_top, right_bottom, left_bottom } }
      }),
      img_size: { w: reading.size.width, h: reading.size.height },
    }
  }
}
