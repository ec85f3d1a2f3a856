import type { Handlers } from '../lib/handle'
import { openingOf } from '../lib/opening'
import { requireRole } from '../lib/staff'
import { commit } from '../lib/store/commit'
import { staffCase } from './work'

/**
 * 窗口代办, 绿色通道: an application written down for somebody who came and signed on the spot. Nobody's phone owns the
 * case; it goes to an account manager of its district like any other, who calls.
 */
export const enter: Handlers<'staff'>['enter'] = async ({ commandId, application, channel }, { openid, now }) => {
  const staff = await requireRole(openid, 'manager')
  const by = { role: staff.role, id: staff._id }
  const { head } = await commit(openingOf({ application, commandId, channel, openid, owner: '', now }, by))
  return staffCase(head, staff, now)
}
