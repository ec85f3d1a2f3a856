import { deployment } from '@shared/flow/deployment'
import type { Instant } from '@shared/time/localDate'
import { db } from './cloud'
import { refuse } from './refusal'
import type { StaffDocument } from './store/documents'
import { read, sound } from './store/stored'

/** Refuses a case out of reach. Whoever had it until a few days ago hears who has it now; to everybody else it is not there. */
export async function refuseOutOfReach(caseId: string, staff: StaffDocument, now: Instant): Promise<never> {
  const present = await presentManager(caseId, staff, now)
  return present ? refuse('CASE_HANDED_OVER', { name: present.name }) : refuse('NOT_FOUND')
}

/** The account manager of a case this person handed on a few days ago, or null. A case that is not there is looked for as long. */
export async function presentManager(
  caseId: string,
  staff: StaffDocument,
  now: Instant,
): Promise<StaffDocument | null> {
  const { data } = await db
    .collection('events')
    .where({ caseId, 'event.type': 'assigned' })
    .orderBy('seq', 'desc')
    .limit(100)
    .get()
  const managers = sound('events', data).flatMap(({ at, event }) =>
    event.type === 'assigned' ? [{ at, managerId: event.managerId }] : [],
  )
  const since = now - deployment.formerManagerMs
  const hadIt = managers.some(({ at }, index) => at > since && managers[index + 1]?.managerId === staff._id)
  const [present] = managers
  return hadIt && present.managerId !== staff._id ? read('staff', present.managerId) : null
}
