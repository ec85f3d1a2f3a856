import { serve } from '../lib/handle'
import { cases, home, oneCase } from './cases'
import { commands } from './commands'
import { correct } from './correct'
import { discardDraft, saveDraft } from './drafts'
import {
  confirmOwnUpload,
  discardPictures,
  ownPictureUrl,
  readOwnCertificate,
  reserveUpload,
  subscriptions,
} from './pictures'
import { submit } from './submit'

export const main = serve('applicant', {
  home,
  cases,
  case: oneCase,
  startUpload: reserveUpload,
  confirmUpload: confirmOwnUpload,
  readCertificate: readOwnCertificate,
  pictureUrl: ownPictureUrl,
  discardPictures,
  saveDraft,
  discardDraft,
  submit,
  ...commands,
  correct,
  subscriptions,
})
