import type { Handlers } from '../lib/handle'
import { submitApplication } from '../lib/opening'
import { requireRole } from '../lib/staff'
import { staffSees } from './work'

/**
 * 窗口代办, 绿色通道: an application written down for somebody who came and signed on the spot. Nobody's phone owns the
 * case; it goes to an account manager of its district like any other, who calls.
 */
export const enter: Handlers<'staff'>['enter'] = async ({ commandId, application, channel }, { openid, now }) => {
  const staff = await requireRole(openid, 'manager')
  const by = { role: staff.role, id: staff._id }
  const { head, parts } = await submitApplication({ application, commandId, channel, openid, owner: '', now }, by)
  return staffSees(head, parts, [], staff, now)
}
