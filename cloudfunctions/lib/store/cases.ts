import type { PointName } from '@shared/flow/detailViews'
import type { RecordedEvent } from '@shared/flow/events'
import type { CaseFacts } from '@shared/flow/views'
import type { Instant } from '@shared/time/localDate'
import { calendarAt } from '../clock'
import { db, read } from '../cloud'
import { refuse } from '../refusal'
import type { EventDocument, Head, PersonDocument } from './documents'

/** Rows read in one go; the platform cuts a list without a limit at 100, silently. */
const PAGE = 100

/** A case's whole ledger, oldest first. */
export async function historyOf(caseId: string): Promise<RecordedEvent[]> {
  const history: RecordedEvent[] = []
  for (;;) {
    const { data } = await db
      .collection('events')
      .where({ caseId, seq: db.command.gt(history.length) })
      .orderBy('seq', 'asc')
      .limit(PAGE)
      .get()
    history.push(...(data as EventDocument[]).map(({ _id, ...event }) => event))
    if (data.length < PAGE) return history
  }
}

/** What a view is made of. `point`: what the scheme's connection point is called now; a card shows none. */
export function factsOf(head: Head, now: Instant, point: PointName | null = null): CaseFacts {
  const { _id: id, version, state, address } = head
  return { id, version, state, address, point, calendar: calendarAt(now), now }
}

export async function personOf(head: Head): Promise<PersonDocument> {
  const person = await read<PersonDocument>('persons', head.state.personId)
  if (!person) throw new Error('a case without its person record')
  return person
}

/** The case, if it is this applicant's. */
export const ownCase = async (id: string, openid: string): Promise<Head> =>
  owned(await read<Head>('applications', id), openid)

/** As above, of one that was looked for already. "Not yours" and "not there" are one answer. */
export const owned = (head: Head | null, openid: string): Head => (head?.owner === openid ? head : refuse('NOT_FOUND'))
