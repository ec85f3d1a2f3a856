import type { Handlers } from '../lib/handle'
import { confirmPicture } from '../lib/pictures/confirmPicture'
import { startUpload } from '../lib/pictures/startUpload'
import { templatesFor } from '../lib/push/templates'
import { requireStaff } from '../lib/staff'

type Staff = Handlers<'staff'>

export const reserveUpload: Staff['startUpload'] = async (input, { openid, now }) => {
  await requireStaff(openid)
  return startUpload(input, openid, now)
}

export const confirmOwnUpload: Staff['confirmUpload'] = async ({ picture }, { openid }) => {
  await requireStaff(openid)
  return confirmPicture(picture, openid)
}

export const subscriptions: Staff['subscriptions'] = async (_input, { openid }) => {
  await requireStaff(openid)
  return { templates: templatesFor('staff') }
}
