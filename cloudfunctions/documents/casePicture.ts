import { picturesFor, problemPictures } from '@shared/flow/casePictures'
import { beijingDay } from '@shared/time/localDate'
import { db } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { shareCopy } from '../lib/pictures/copies'
import { download, urlOf } from '../lib/pictures/pictures'
import { proposalPictures, proposalsOf } from '../lib/proposals'
import { refuse } from '../lib/refusal'
import type { StaffDocument } from '../lib/store/documents'
import { read } from '../lib/store/stored'
import { caseFor } from './caseFor'
import { watermarked } from './watermark'

/**
 * A picture of a case. Staff never get the original, and the view is recorded before it is given; the applicant gets what
 * inspectors photographed of their own works.
 */
export const casePicture: Handlers<'documents'>['casePicture'] = async ({ id, picture }, { openid, now }) => {
  const { head, staff } = await caseFor(id, openid, now)
  const held = staff ? picturesFor(head.state, staff.role) : problemPictures(head.state)
  const isHeld = held.some((one) => one.picture === picture)
  if (!isHeld && !(staff && (await isProposed(picture, id, staff)))) refuse('NOT_FOUND')
  const document = (await read('pictures', picture)) ?? refuse('PICTURE_MISSING')
  if (!staff) return urlOf(document, now)
  const bytes = (await download(document.fileId)) ?? refuse('PICTURE_MISSING')
  const copy = await watermarked(bytes, `仅供柳州用电报装使用 他用无效 ${staff.name} ${beijingDay(now)}`).catch(() =>
    refuse('PICTURE_UNREADABLE'),
  )
  await db.collection('pictureViews').add({ picture, caseId: id, staffId: staff._id, at: now })
  return shareCopy(copy, 'jpg', document.fileId, now)
}

/** Handed over by a former account manager, for whoever decides on it. */
const isProposed = async (picture: string, caseId: string, { role }: StaffDocument): Promise<boolean> =>
  role !== 'reviewer' && (await proposalsOf(caseId)).some((one) => proposalPictures(one).includes(picture))
