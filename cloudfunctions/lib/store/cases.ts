import type { PointNames } from '@shared/flow/detailViews'
import type { CaseFacts } from '@shared/flow/views'
import type { Instant } from '@shared/time/localDate'
import { calendarAt } from '../clock'
import { refuse } from '../refusal'
import { ERASED_PERSON, type Head, type PersonDocument } from './documents'
import { headById } from './heads'
import { read } from './stored'

/** What a view is made of. `point`: what the scheme's points are called now; a card shows none. */
export function factsOf(head: Head, now: Instant, point: PointNames | null = null): CaseFacts {
  const { _id: id, version, state, address } = head
  return { id, version, state, address, point, calendar: calendarAt(now), now }
}

export async function personOf(head: Head): Promise<PersonDocument> {
  const { personId } = head.state
  // One that cannot be read is reported; the case goes on without it.
  return (await read('persons', personId)) ?? { _id: personId, owner: head.owner, createdAt: 0, ...ERASED_PERSON }
}

/** The case, if it is this applicant's. */
export const ownCase = async (id: string, openid: string, now: Instant): Promise<Head> =>
  owned(await headById(id, now), openid)

/** As above, of one that was looked for already. "Not yours" and "not there" are one answer. */
export const owned = (head: Head | null, openid: string): Head => (head?.owner === openid ? head : refuse('NOT_FOUND'))
