import { applicantView } from '@shared/flow/views'
import type { Handlers } from '../lib/handle'
import { openingOf } from '../lib/opening'
import { factsOf } from '../lib/store/cases'
import { commit } from '../lib/store/commit'
import { ownView } from './cases'

/** 用电申请: decides, records and answers with the promise. A repeat answers with the same case. */
export const submit: Handlers<'applicant'>['submit'] = async ({ commandId, application }, { openid, now }) => {
  const prepared = openingOf({ application, commandId, channel: 'online', openid, owner: openid, now }, null)
  const committed = await commit(prepared)
  const { manager, opening } = await prepared
  if (committed.repeated) return ownView(committed.head, now)
  const facts = factsOf(committed.head, now)
  return applicantView(facts, committed.events, opening.person, manager && { name: manager.name, phone: manager.phone })
}
