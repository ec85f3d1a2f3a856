import type { TextLine } from '@shared/certificates/types'
import { deadlines } from '@shared/deadlines'
import * as z from 'zod'
import { app } from '../cloud'
import { refuse } from '../refusal'
import type { TextReader } from './TextReader'

/** 通用印刷体识别's answer: text lines with their corners, and not how sure it is of them. */
const point = z.object({ x: z.number(), y: z.number() })
const printedText = z.object({
  items: z.array(
    z.object({
      text: z.string(),
      pos: z.object({ left_top: point, right_top: point, right_bottom: point, left_bottom: point }),
    }),
  ),
})
const failed = z.object({ errcode: z.union([z.number(), z.string()]) })

/** WeChat's errcodes: the daily quota is spent; the picture cannot be opened. */
const QUOTA_SPENT = 101002
const BAD_PICTURE = 101000

/** WeChat's own text reader. Its text is never logged. */
export const wechatReader: TextReader = {
  async lines(url) {
    const answer = await app
      .callWxOpenApi(
        { apiName: 'ocr.printedText', requestData: { type: 'photo', img_url: url } },
        { timeout: deadlines.slow.provider },
      )
      .catch(() => refuse('READER_BUSY'))
    const failure = failed.safeParse(answer.result)
    const code = failure.success ? Number(failure.data.errcode) : 0
    if (code === QUOTA_SPENT) refuse('READER_QUOTA')
    if (code === BAD_PICTURE) refuse('PICTURE_UNREADABLE')
    const read = printedText.safeParse(answer.result)
    if (code !== 0 || !read.success) refuse('READER_BUSY')
    return read.data.items.map(({ text, pos }) => {
      const corners = [pos.left_top, pos.right_top, pos.right_bottom, pos.left_bottom].map(({ x, y }) => [x, y])
      return { text, quad: corners as TextLine['quad'] }
    })
  },
}
