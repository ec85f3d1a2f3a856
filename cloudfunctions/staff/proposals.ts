import { titleOfCase } from '@shared/flow/titles'
import { beijingDay } from '@shared/time/localDate'
import { sha256 } from '../lib/digest'
import { presentManager } from '../lib/handedOver'
import type { Call, Handlers } from '../lib/handle'
import { requireNamed } from '../lib/pictures/named'
import { commandIn, proposalPictures, proposalsOf } from '../lib/proposals'
import { refuse } from '../lib/refusal'
import { caseWithin, requireRole } from '../lib/staff'
import { commandKey, requestHash } from '../lib/store/command'
import type { CommandDocument, Head, OutboxDocument, ProposalDocument, StaffDocument } from '../lib/store/documents'
import { headById } from '../lib/store/heads'
import { add, get, inTransaction } from '../lib/store/transaction'
import { viewPartsOf } from '../lib/store/viewParts'
import { answer, asked, type Prepare, replied, saidDone } from './commands'
import { staffSees } from './work'

type Staff = Handlers<'staff'>

/** Nobody having decided on it for so long, it goes. */
const KEPT_MS = 30 * 24 * 3_600_000

/** 转给现任: what could not be sent before the case was handed on goes to whoever has it now, and is told of. */
export const propose: Staff['propose'] = async ({ commandId, id, proposal }, { openid, now }) => {
  const staff = await requireRole(openid, 'manager')
  const [found, head] = await Promise.all([presentManager(id, staff, now), headById(id, now)])
  const present = found ?? refuse('NOT_FOUND')
  if (!head || head.status === 'withdrawn') refuse('NOT_FOUND')
  const key = { actorKey: openid, commandId }
  const hash = requestHash({ request: { type: 'propose', id, proposal } })
  const pictures = await requireNamed(commandIn(proposal), openid, now)
  const removeAt = now + KEPT_MS
  const made: ProposalDocument = {
    _id: sha256(`proposal:${openid}:${commandId}`).slice(0, 32),
    ...{ caseId: id, staffId: staff._id, openid, at: now, removeAt, proposal },
  }
  const recorded = await inTransaction(async (tx) => {
    const done = await get(tx, 'commands', commandKey(key))
    // Sent before the case was handed on, its answer lost: it stands in the record.
    if (done) return done.requestHash !== hash
    await add(tx, 'proposals', [made])
    for (const picture of pictures) await tx.collection('pictures').doc(picture).update({ expiresAt: removeAt })
    await add(tx, 'outbox', [pushOf(made, head, present)])
    const record: CommandDocument = {
      _id: commandKey(key),
      ...{ requestHash: hash, caseId: id, version: head.version, at: now },
    }
    await add(tx, 'commands', [record])
    return false
  })
  return { manager: present.name, recorded }
}

/** The present account manager hears of it. */
const pushOf = ({ _id, at }: ProposalDocument, head: Head, present: StaffDocument): OutboxDocument => ({
  _id: `${head._id}:${_id}:${present._id}`,
  caseId: head._id,
  to: { kind: 'staff', staffId: present._id },
  message: {
    template: 'task',
    what: titleOfCase(head.state),
    district: head.district,
    dueDay: beijingDay(at),
    tip: '同事转来没发出的内容',
  },
  status: 'owed',
  nextAt: at,
  attempts: 0,
  errcode: null,
})

/** The present account manager's own command, with what a former one had filled in and photographed. */
export const takeOver: Staff['takeOver'] = async (input, call) => {
  const { id, commandId, proposal } = input
  const done: Prepare = async (head, staff) => {
    const found = (await proposalsOf(id)).find(({ _id }) => _id === proposal) ?? refuse('PROPOSAL_GONE')
    const prepared = await preparedBy(found, commandId, call)(head, staff)
    return { ...prepared, pictures: await requireNamed(prepared.command, found.openid, call.now), settles: [proposal] }
  }
  return answer('takeOver', input, done, call)
}

function preparedBy({ proposal }: ProposalDocument, commandId: string, call: Call): Prepare {
  switch (proposal.action) {
    case 'askReview':
      return asked(proposal.input, call)
    case 'reply':
      return replied(proposal.input, commandId, call)
    default:
      return async (head) => ({
        command: commandIn(proposal),
        ...(await saidDone('saidAt' in proposal.input ? proposal.input.saidAt : null, head)),
      })
  }
}

/** 不用了: it goes, and so do its pictures that nothing else holds. */
export const dismissProposal: Staff['dismissProposal'] = async ({ id, proposal }, { openid, now }) => {
  const staff = await requireRole(openid, 'manager')
  const head = await caseWithin(id, staff, now)
  const found = (await proposalsOf(id)).find(({ _id }) => _id === proposal)
  if (found)
    await inTransaction(async (tx) => {
      await tx.collection('proposals').doc(proposal).delete()
      for (const picture of proposalPictures(found))
        await tx.collection('pictures').doc(picture).update({ expiresAt: now })
    })
  const [parts, left] = await Promise.all([viewPartsOf(head, now, staff), proposalsOf(id)])
  return staffSees(head, parts, left, staff, now)
}
