import { serve } from '../lib/handle'
import { colleagues, covers, setCover } from './colleagues'
import { commands } from './commands'
import { enter } from './enter'
import { bind, me } from './membership'
import { confirmOwnUpload, reserveUpload, subscriptions } from './pictures'
import { points, renamePoint } from './points'
import { ledger, overview } from './supervision'
import { oneCase, tasks } from './work'

export const main = serve('staff', {
  me,
  bind,
  tasks,
  case: oneCase,
  ...commands,
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
