import { applicantView, cardOf } from '@shared/flow/views'
import { _, db, read } from '../lib/cloud'
import type { Call, Handlers } from '../lib/handle'
import { pointNow } from '../lib/points'
import { factsOf, historyOf, ownCase, personOf } from '../lib/store/cases'
import type { Head, PersonDocument, StaffDocument } from '../lib/store/documents'
import { PAGE_ROWS, pageOf, readCursor } from '../lib/store/page'
import { readDraft } from './drafts'

type Applicant = Handlers<'applicant'>

/** The first page in one call: cases, draft, and the number last given. */
export const home: Applicant['home'] = async (_input, call) => {
  const [page, draft, contact] = await Promise.all([casesPage(null, call), readDraft(call.openid), lastContact(call)])
  return { cases: page, draft, lastContact: contact }
}

export const cases: Applicant['cases'] = ({ after }, call) => casesPage(after, call)

/** The asker's cases, newest first. */
async function casesPage(after: string | null, { openid, now }: Call) {
  const position = readCursor(after)
  const older = position
    ? _.or([{ submittedAt: _.lt(position.at) }, { submittedAt: position.at, _id: _.lt(position.id) }])
    : null
  const { data } = await db
    .collection('applications')
    .where(older ? _.and([{ owner: openid }, older]) : { owner: openid })
    .orderBy('submittedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(PAGE_ROWS + 1)
    .get()
  return pageOf(
    data as Head[],
    (head) => ({ at: head.submittedAt, id: head._id }),
    (head) => cardOf(factsOf(head, now)),
  )
}

async function lastContact({ openid }: Call): Promise<{ phone: string } | null> {
  const { data } = await db
    .collection('persons')
    .where({ owner: openid })
    .orderBy('createdAt', 'desc')
    .limit(1)
    .field({ phone: true })
    .get()
  const person = (data as Pick<PersonDocument, 'phone'>[])[0]
  return person?.phone ? { phone: person.phone } : null
}

export const oneCase: Applicant['case'] = async ({ id }, { openid, now }) => ownView(await ownCase(id, openid), now)

/** The applicant's whole view of a case. */
export async function ownView(head: Head, now: number): Promise<Awaited<ReturnType<Applicant['case']>>> {
  const [history, person, manager, point] = await Promise.all([
    historyOf(head._id),
    personOf(head),
    head.managerId ? read<StaffDocument>('staff', head.managerId) : null,
    pointNow(head, now),
  ])
  const told = manager && { name: manager.name, phone: manager.phone }
  return applicantView(factsOf(head, now, point), history, person, told)
}
