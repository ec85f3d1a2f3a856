import { serve } from '../lib/handle'
import { cases, home, oneCase, runningCaseAt } from './cases'
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
  runningAt: runningCaseAt,
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
