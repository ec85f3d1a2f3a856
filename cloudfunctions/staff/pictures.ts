import { picturesOf } from '@shared/flow/views'
import { db, read } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { confirmUpload, startUpload, urlOf } from '../lib/pictures/pictures'
import { templatesFor } from '../lib/push/templates'
import { refuse } from '../lib/refusal'
import { caseWithin, requireStaff } from '../lib/staff'
import type { PictureDocument } from '../lib/store/documents'

type Staff = Handlers<'staff'>

export const reserveUpload: Staff['startUpload'] = async (input, { openid, now }) => {
  await requireStaff(openid)
  return startUpload(input, openid, now)
}

export const confirmOwnUpload: Staff['confirmUpload'] = async ({ picture }, { openid }) => {
  await requireStaff(openid)
  return confirmUpload(picture, openid)
}

/** A picture of a case within reach. The view is recorded before the address is given. */
export const pictureOfCase: Staff['pictureUrl'] = async ({ id, picture }, { openid, now }) => {
  const staff = await requireStaff(openid)
  const head = await caseWithin(id, staff)
  if (!picturesOf(head.state).some((held) => held.picture === picture)) refuse('NOT_FOUND')
  const document = await read<PictureDocument>('pictures', picture)
  if (!document) refuse('PICTURE_MISSING')
  await db.collection('pictureViews').add({ picture, caseId: id, staffId: staff._id, at: now })
  return urlOf(document, now)
}

export const subscriptions: Staff['subscriptions'] = async (_input, { openid }) => {
  await requireStaff(openid)
  return { templates: templatesFor('staff') }
}
