import { sha256 } from '../lib/digest'
import type { Handlers } from '../lib/handle'
import { refuse } from '../lib/refusal'
import { requireStaff, staffOf } from '../lib/staff'
import { get, inTransaction } from '../lib/store/transaction'
import { memberOf } from './colleagues'

type Staff = Handlers<'staff'>

export const me: Staff['me'] = async (_input, { openid, now }) => memberOf(await requireStaff(openid), now)

/** Spends a one-time invitation. The same person repeating it meets the same answer; anybody else is refused. */
export const bind: Staff['bind'] = async ({ invitation }, { openid, now }) => {
  const id = sha256(invitation)
  // A person is one member of staff; only the repeat of their own binding goes on.
  const already = await staffOf(openid)
  await inTransaction(async (tx) => {
    const invited = (await get(tx, 'invitations', id)) ?? refuse('INVITATION_INVALID')
    if (already && already._id === invited.staffId && invited.usedBy === openid) return
    // Once spent it opens nothing any more: the record may be another's by now.
    if (already || invited.usedBy !== '' || invited.expiresAt <= now) refuse('INVITATION_INVALID')
    const staff = await get(tx, 'staff', invited.staffId)
    if (!staff?.active) refuse('INVITATION_INVALID')
    await tx.collection('invitations').doc(id).update({ usedBy: openid })
    await tx.collection('staff').doc(staff._id).update({ openid })
  })
  return memberOf(await requireStaff(openid), now)
}
