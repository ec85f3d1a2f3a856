import type { Handlers } from '../lib/handle'
import { submitApplication } from '../lib/opening'
import { ownView } from './cases'

/** 用电申请: decides, records and answers with the promise. A repeat answers with the same case. */
export const submit: Handlers<'applicant'>['submit'] = async ({ commandId, application }, { openid, now }) => {
  const incoming = { application, commandId, channel: 'online' as const, openid, owner: openid, now }
  const { head, parts } = await submitApplication(incoming, null)
  return ownView(head, parts, now)
}
