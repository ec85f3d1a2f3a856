import type { Handlers } from '../lib/handle'
import { ownCase } from '../lib/store/cases'
import { commit } from '../lib/store/commit'
import { ownView } from './cases'

/** 撤回申请: consent is taken back with it, so the personal data goes; that the case existed and what was done stays. */
export const withdraw: Handlers<'applicant'>['withdraw'] = async ({ commandId, id }, { openid, now }) => {
  const head = await ownCase(id, openid)
  const { head: after } = await commit({
    caseId: id,
    actorKey: openid,
    commandId,
    request: { id },
    by: { role: 'applicant', id: head.state.personId },
    now,
    expectedVersion: null,
    command: { type: 'withdraw' },
  })
  return ownView(after, now)
}
