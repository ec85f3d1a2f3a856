import { readCertificate as extract, isDoubtful } from '@shared/certificates/readCertificate'
import { type CertificateKind, RETAKE_TEXT, type TextLine } from '@shared/certificates/types'
import type { ResponseOf } from '@shared/contract'
import type { LocalDate } from '@shared/time/localDate'
import { z } from 'zod'
import { app } from './cloud'
import { refuse } from './refusal'
import type { PictureDocument } from './store/documents'

/** 通用印刷体识别's answer: text lines with their corners. `score` and `least` are additions of the local gateway. */
const point = z.object({ x: z.number(), y: z.number() })
const printedText = z.object({
  items: z.array(
    z.object({
      text: z.string(),
      score: z.number().optional(),
      least: z.number().optional(),
      pos: z.object({ left_top: point, right_top: point, right_bottom: point, left_bottom: point }),
    }),
  ),
})
const failed = z.object({ errcode: z.union([z.number(), z.string()]) })

/** WeChat's errcodes: the daily quota is spent; the picture cannot be opened. */
const QUOTA_SPENT = 101002
const BAD_PICTURE = 101000

/** The SDK's own 15 s is short for a picture; the function itself ends at 60 s. */
const READER_TIMEOUT_MS = 50_000

/** Asks WeChat's text reader. Its text is never logged. */
async function linesOf(url: string): Promise<TextLine[]> {
  const answer = await app
    .callWxOpenApi(
      { apiName: 'ocr.printedText', requestData: { type: 'photo', img_url: url } },
      { timeout: READER_TIMEOUT_MS },
    )
    .catch(() => refuse('READER_BUSY'))
  const failure = failed.safeParse(answer.result)
  const code = failure.success ? Number(failure.data.errcode) : 0
  if (code === QUOTA_SPENT) refuse('READER_QUOTA')
  if (code === BAD_PICTURE) refuse('PICTURE_UNREADABLE')
  const read = printedText.safeParse(answer.result)
  if (code !== 0 || !read.success) refuse('READER_BUSY')
  return read.data.items.map(({ text, score, least, pos }) => {
    const corners = [pos.left_top, pos.right_top, pos.right_bottom, pos.left_bottom].map(({ x, y }) => [x, y])
    return { text, score, least, quad: corners as TextLine['quad'] }
  })
}

/** Reads a certificate off a confirmed picture. A picture that cannot be read is an answer with a hint, not an error. */
export async function readCertificate(
  picture: PictureDocument,
  url: string,
  today: LocalDate,
  hint?: CertificateKind,
): Promise<ResponseOf<'applicant', 'readCertificate'>> {
  const size = { width: picture.width, height: picture.height }
  const reading = extract(await linesOf(url), size, hint, today)
  const fields = Object.entries(reading.fields).map(([key, field]) => {
    return [key, { ...field, doubtful: isDoubtful(field) }] as const
  })
  return {
    kind: reading.kind,
    side: reading.side ?? null,
    several: reading.retake === 'onePaper',
    fields: Object.fromEntries(fields),
    retake: reading.retake && RETAKE_TEXT[reading.retake],
    size,
  }
}
