import { serve } from '../lib/handle'
import { cases, home, oneCase } from './cases'
import { correct } from './correct'
import { discardDraft, saveDraft } from './drafts'
import { confirmOwnUpload, ownPictureUrl, readOwnCertificate, reserveUpload, subscriptions } from './pictures'
import { submit } from './submit'
import { supplement } from './supplement'
import { withdraw } from './withdraw'

export const main = serve('applicant', {
  home,
  cases,
  case: oneCase,
  startUpload: reserveUpload,
  confirmUpload: confirmOwnUpload,
  readCertificate: readOwnCertificate,
  pictureUrl: ownPictureUrl,
  saveDraft,
  discardDraft,
  submit,
  supplement,
  correct,
  withdraw,
  subscriptions,
})
