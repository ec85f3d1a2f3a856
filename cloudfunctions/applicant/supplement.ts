import type { Handlers } from '../lib/handle'
import { requireOwnPictures } from '../lib/pictures/pictures'
import { ownCase } from '../lib/store/cases'
import { commit } from '../lib/store/commit'
import { ownView } from './cases'

/** 补交: the applicant hands in a paper still wanted. */
export const supplement: Handlers<'applicant'>['supplement'] = async ({ commandId, id, paper }, { openid, now }) => {
  const head = await ownCase(id, openid)
  await requireOwnPictures({ [paper.group]: paper.pictures }, openid, now)
  const committed = await commit({
    caseId: id,
    actorKey: openid,
    commandId,
    request: { id, paper },
    by: { role: 'applicant', id: head.state.personId },
    now,
    expectedVersion: null,
    pictures: paper.pictures,
    command: { type: 'supplement', paper },
  })
  return ownView(committed.head, now)
}
