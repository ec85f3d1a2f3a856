import { picturesOf } from '@shared/flow/views'
import { shownDay } from '@shared/wording'
import { db, read } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { shareCopy } from '../lib/pictures/copies'
import { download } from '../lib/pictures/pictures'
import { refuse } from '../lib/refusal'
import { caseWithin, requireStaff } from '../lib/staff'
import type { PictureDocument } from '../lib/store/documents'
import { watermarked } from './watermark'

/** A person's paper for a member of staff within reach: never the original, and the view is recorded before it is given. */
export const casePicture: Handlers<'documents'>['casePicture'] = async ({ id, picture }, { openid, now }) => {
  const staff = await requireStaff(openid)
  const head = await caseWithin(id, staff)
  if (!picturesOf(head.state).some((held) => held.picture === picture)) refuse('NOT_FOUND')
  const document = await read<PictureDocument>('pictures', picture)
  const bytes = document && (await download(document.fileId))
  if (!bytes) refuse('PICTURE_MISSING')
  const copy = await watermarked(bytes, `仅供柳州用电报装使用 他用无效 ${staff.name} ${shownDay(now)}`).catch(() =>
    refuse('PICTURE_UNREADABLE'),
  )
  await db.collection('pictureViews').add({ picture, caseId: id, staffId: staff._id, at: now })
  return shareCopy(copy, 'jpg', document.fileId, now)
}
