import { serve } from '../lib/handle'
import { colleagues, covers, setCover } from './colleagues'
import { commands } from './commands'
import { enter } from './enter'
import { ledger } from './ledger'
import { bind, me } from './membership'
import { overview } from './overview'
import { confirmOwnUpload, reserveUpload, subscriptions } from './pictures'
import { points, renamePoint } from './points'
import { dismissProposal, propose, takeOver } from './proposals'
import { oneCase, tasks } from './work'

export const main = serve('staff', {
  me,
  bind,
  tasks,
  case: oneCase,
  ...commands,
  propose,
  takeOver,
  dismissProposal,
  enter,
  startUpload: reserveUpload,
  confirmUpload: confirmOwnUpload,
  subscriptions,
  colleagues,
  covers,
  setCover,
  points,
  renamePoint,
  overview,
  ledger,
})
