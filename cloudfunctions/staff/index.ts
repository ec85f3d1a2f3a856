import { serve } from '../lib/handle'
import { accept, collect, energize, visit } from './commands'
import { bind, me } from './membership'
import { confirmOwnUpload, reserveUpload, subscriptions } from './pictures'
import { ledger, overview } from './supervision'
import { oneCase, tasks } from './work'

export const main = serve('staff', {
  me,
  bind,
  tasks,
  case: oneCase,
  accept,
  visit,
  collect,
  energize,
  startUpload: reserveUpload,
  confirmUpload: confirmOwnUpload,
  subscriptions,
  overview,
  ledger,
})
