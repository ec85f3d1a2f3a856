import { READING_LIMIT, withOneMore } from '@shared/certificates/readingLimit'
import type { LocalDate } from '@shared/time/localDate'
import { refuse } from './refusal'
import { get, inTransaction, put } from './store/transaction'

/**
 * Counts one reading of a person's day before the reader is asked, so that calls at once cannot pass the limit together. A reading
 * that then fails stays counted, its repetition is free.
 */
export const countReading = (openid: string, sha256: string, day: LocalDate): Promise<void> =>
  inTransaction(async (tx) => {
    const after = withOneMore(await get(tx, 'readings', openid), day, sha256)
    if (!after) refuse('READER_LIMIT', { most: String(READING_LIMIT.picturesADay) })
    await put(tx, 'readings', { _id: openid, ...after })
  })
