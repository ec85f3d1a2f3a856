import { beijingDay } from '@shared/time/localDate'
import { countReading } from '../lib/countReading'
import type { Handlers } from '../lib/handle'
import { confirmPicture } from '../lib/pictures/confirmPicture'
import { letGoOwn, ownPicture, urlOf } from '../lib/pictures/pictures'
import { startUpload } from '../lib/pictures/startUpload'
import { templatesFor } from '../lib/push/templates'
import { readCertificate } from '../lib/readCertificate'
import { refuse } from '../lib/refusal'

type Applicant = Handlers<'applicant'>

export const reserveUpload: Applicant['startUpload'] = (input, { openid, now }) => startUpload(input, openid, now)

export const confirmOwnUpload: Applicant['confirmUpload'] = ({ picture }, { openid }) => confirmPicture(picture, openid)

export const ownPictureUrl: Applicant['pictureUrl'] = async ({ picture }, { openid, now }) =>
  urlOf(await ownPicture(picture, openid), now)

export const discardPictures: Applicant['discardPictures'] = async ({ pictures }, { openid, now }) => {
  await letGoOwn(pictures, openid, now)
  return {}
}

export const readOwnCertificate: Applicant['readCertificate'] = async ({ picture, hint }, { openid, now }) => {
  const document = await ownPicture(picture, openid)
  if (!document.confirmed) refuse('PICTURE_MISSING')
  const today = beijingDay(now)
  const { url } = await urlOf(document, now)
  await countReading(openid, document.sha256, today)
  return readCertificate(document, url, today, hint)
}

export const subscriptions: Applicant['subscriptions'] = async () => ({ templates: templatesFor('applicant') })
