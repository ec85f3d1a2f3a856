import type { RecordedEvent } from '@shared/flow/events'
import { db } from '../cloud'
import { sound } from './stored'

/** Rows read in one go; the platform cuts a list without a limit at 100, silently. */
const PAGE = 100

/** An event as it is stored. Its hash covers exactly this. */
export type StoredEvent = RecordedEvent & { _id: string }

/** A case's whole ledger, oldest first, as it is stored. */
export async function rawHistoryOf(caseId: string): Promise<StoredEvent[]> {
  const history: StoredEvent[] = []
  for (;;) {
    const { data } = await db
      .collection('events')
      .where({ caseId, seq: db.command.gt(history.at(-1)?.seq ?? 0) })
      .orderBy('seq', 'asc')
      .limit(PAGE)
      .get()
    history.push(...(data as StoredEvent[]))
    if (data.length < PAGE) return history
  }
}

export const withoutId = ({ _id, ...event }: StoredEvent): RecordedEvent => event

/** As above, of the events that can be read. */
export const historyOf = async (caseId: string): Promise<RecordedEvent[]> =>
  sound('events', await rawHistoryOf(caseId)).map(withoutId)
