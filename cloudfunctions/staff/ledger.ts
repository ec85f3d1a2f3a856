import { historyLineOf } from '@shared/flow/views'
import type { Handlers } from '../lib/handle'
import { caseWithin, requireRole } from '../lib/staff'
import { historyOf } from '../lib/store/cases'
import { isIntact } from '../lib/store/ledger'

/** One case's record, with its chain of hashes checked anew. */
export const ledger: Handlers<'staff'>['ledger'] = async ({ id }, { openid, now }) => {
  const head = await caseWithin(id, await requireRole(openid, 'manager', 'supervisor'), now)
  const history = await historyOf(id)
  return {
    intact: isIntact(id, history, head.hash),
    events: history.map((recorded) => ({
      ...historyLineOf(recorded),
      type: recorded.event.type,
      hash: recorded.hash,
    })),
  }
}
