import { _, db, read } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { refuse } from '../lib/refusal'
import { requireStaff } from '../lib/staff'
import { sha256 } from '../lib/store/ledger'
import { memberOf } from './colleagues'

type Staff = Handlers<'staff'>

/** invitations/{hash of the token}: the token itself is stored nowhere. */
interface InvitationDocument {
  _id: string
  staffId: string
  expiresAt: number
  /** '' until used. */
  usedBy: string
}

export const me: Staff['me'] = async (_input, { openid, now }) => memberOf(await requireStaff(openid), now)

/** Spends a one-time invitation. The same person repeating it meets the same answer; anybody else is refused. */
export const bind: Staff['bind'] = async ({ invitation }, { openid, now }) => {
  const id = sha256(invitation)
  const { total } = await db.collection('staff').where({ openid, active: true }).count()
  const invited = await read<InvitationDocument>('invitations', id)
  // A person is one member of staff; only the repeat of their own binding goes on.
  if (total !== 0 && invited?.usedBy !== openid) refuse('INVITATION_INVALID')
  // One conditional write decides who spent it.
  await db
    .collection('invitations')
    .where({ _id: id, usedBy: '', expiresAt: _.gt(now) })
    .update({ usedBy: openid })
  const spent = await read<InvitationDocument>('invitations', id)
  if (!spent || spent.usedBy !== openid) refuse('INVITATION_INVALID')
  await db.collection('staff').doc(spent.staffId).update({ openid })
  return memberOf(await requireStaff(openid), now)
}
