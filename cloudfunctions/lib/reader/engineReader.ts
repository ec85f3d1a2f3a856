import { textLine } from '@shared/certificates/types'
import { deadlines } from '@shared/deadlines'
import * as z from 'zod'
import { refuse } from '../refusal'
import type { TextReader } from './TextReader'

const answer = z.object({ lines: z.array(textLine.required({ score: true, least: true })) })

/** HTTP 422: the picture cannot be opened. */
const UNREADABLE = 422

/**
 * A text reader of one's own, which says of every line how sure it is: `POST {url}` answers
 * `{lines: [{text, score, least, quad}]}`. Its text is never logged.
 */
export const engineReader = (address: string): TextReader => ({
  async lines(url) {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url }),
      signal: AbortSignal.timeout(deadlines.slow.provider),
    }).catch(() => refuse('READER_BUSY'))
    if (response.status === UNREADABLE) refuse('PICTURE_UNREADABLE')
    const read = answer.safeParse(await response.json().catch(() => null))
    if (!response.ok || !read.success) refuse('READER_BUSY')
    return read.data.lines
  },
})
