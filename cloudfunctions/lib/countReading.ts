import { setTimeout as delay } from 'node:timers/promises'
import { READING_LIMIT, type Readings, withOneMore } from '@shared/certificates/readingLimit'
import type { LocalDate } from '@shared/time/localDate'
import { db } from './cloud'
import { codeOf, Refusal, refuse } from './refusal'

const MAX_ATTEMPTS = 6
const BACKOFF_MS = 20

/**
 * Counts one reading of a person's day before the reader is asked, so that calls at once cannot pass the limit together. A reading
 * that then fails stays counted, its repetition is free.
 */
export async function countReading(openid: string, sha256: string, day: LocalDate): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const tx = await db.startTransaction()
    try {
      const { data } = await tx.collection('readings').doc(openid).get()
      const before: Readings | null = (Array.isArray(data) ? data[0] : data) ?? null
      const after = withOneMore(before, day, sha256)
      if (!after) refuse('READER_LIMIT', { most: String(READING_LIMIT.picturesADay) })
      await tx.collection('readings').doc(openid).set(after)
      await tx.commit()
      return
    } catch (error) {
      await tx.rollback({}).catch(() => undefined)
      const isConflict = codeOf(error).startsWith('DATABASE_TRANSACTION')
      if (error instanceof Refusal || !isConflict || attempt === MAX_ATTEMPTS) throw error
      await delay(BACKOFF_MS * 2 ** attempt * Math.random())
    }
  }
}
