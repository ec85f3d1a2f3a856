import type { Command } from '@shared/flow/commands'
import type { Call, Handlers } from '../lib/handle'
import { picturesNamed } from '../lib/pictures/named'
import { requireOwnPictures } from '../lib/pictures/pictures'
import { caseWithin, desksOf, requireStaff } from '../lib/staff'
import { type Commit, commit } from '../lib/store/commit'
import type { Head, StaffDocument } from '../lib/store/documents'
import { reachableManager, reviewersNamed } from './colleagues'
import { pointFor } from './points'
import { staffCase } from './work'

type Staff = Handlers<'staff'>
/** Actions whose command is their input as it came. */
type Plain =
  | 'accept'
  | 'appoint'
  | 'visit'
  | 'collect'
  | 'requestInspection'
  | 'scheduleOutage'
  | 'inspect'
  | 'energize'
  | 'recordAnomaly'
  | 'resolveAnomaly'

interface StaffCommand {
  commandId: string
  id: string
  version?: number
}
/** A command, and what else is written with it. */
interface Prepared extends Pick<Commit, 'amend' | 'alsoTell'> {
  command: Command
}

/** Records one staff command on a case within reach. What it needs looked up is looked up once the case is known to be. */
async function record<I extends StaffCommand>(
  input: I,
  prepare: (input: I, head: Head, staff: StaffDocument) => Prepared | Promise<Prepared>,
  { openid, now }: Call,
): Promise<{ head: Head; staff: StaffDocument }> {
  const { commandId, id, version } = input
  const allowed = requireStaff(openid)
  const prepared = allowed.then(async (staff) => {
    const head = await caseWithin(id, staff, now)
    const { command, ...more } = await prepare(input, head, staff)
    const pictures = picturesNamed(command)
    await requireOwnPictures(pictures, openid, now)
    // The version is the asker's view, not the intention: a repeat may have been sent with a newer one.
    const { version: _, commandId: __, ...request } = input
    return {
      caseId: id,
      actorKey: openid,
      commandId,
      request: { type: command.type, ...request },
      by: { role: staff.role, id: staff._id },
      now,
      expectedVersion: version ?? null,
      pictures: Object.values(pictures).flat(),
      command,
      ...more,
    }
  })
  const { head } = await commit(prepared)
  return { head, staff: await allowed }
}

/** As above, answering with the case as it then stands. */
async function answer<I extends StaffCommand>(
  input: I,
  prepare: (input: I, head: Head, staff: StaffDocument) => Prepared | Promise<Prepared>,
  call: Call,
) {
  const { head, staff } = await record(input, prepare, call)
  return staffCase(head, staff, call.now)
}

/** A new action whose input is all there is to say needs its name here, and nothing else. */
const plain = (type: Plain) => (input: StaffCommand, call: Call) => {
  const { id: _id, commandId: _commandId, version: _version, ...said } = input
  // What is left is the action's own input, parsed by its schema.
  return answer(input, () => ({ command: { type, ...said } as Command }), call)
}

export const commands = {
  accept: plain('accept'),
  appoint: plain('appoint'),
  visit: plain('visit'),
  collect: plain('collect'),
  requestInspection: plain('requestInspection'),
  scheduleOutage: plain('scheduleOutage'),
  inspect: plain('inspect'),
  energize: plain('energize'),
  recordAnomaly: plain('recordAnomaly'),
  resolveAnomaly: plain('resolveAnomaly'),
  /** 会签: only reviewers on the list, each with the department they sign for. */
  askReview: async (input, call) => {
    const { template } = input
    const asked = async () => ({
      type: 'askReview' as const,
      template,
      reviewers: await reviewersNamed(input.reviewers),
    })
    return answer(input, async () => ({ command: await asked() }), call)
  },
  review: async (input, call) => {
    const { opinion, note } = input
    return answer(input, (_, __, { _id }) => ({ command: { type: 'review', staffId: _id, opinion, note } }), call)
  },
  reply: async (input, call) => {
    const { id: _id, commandId, version: _version, point, ...said } = input
    const replied = async (head: Head) => ({
      type: 'reply' as const,
      ...said,
      point: await pointFor(point, head, commandId, call.now),
    })
    return answer(input, async (_, head) => ({ command: await replied(head) }), call)
  },
  /** 转办 and 改派: only to somebody who works in the case's district. */
  reassign: async (input, call) => {
    const { managerId, reason } = input
    const checked = async ({ district }: Head) => reachableManager(managerId, district)
    return answer(
      input,
      async (_, head) => ({ command: { type: 'reassign', managerId: await checked(head), reason } }),
      call,
    )
  },
  answerComplaint: async (input, call) => {
    const { number, words } = input
    const said = { number, from: 'supervisor' as const, text: words }
    return answer(
      input,
      () => ({
        command: { type: 'answerComplaint', number },
        amend: (person) => ({ ...person, words: [...person.words, said] }),
      }),
      call,
    )
  },
  markRead: async (input, call) => {
    await record(
      input,
      // Whose opinion a reviewer has looked at is never theirs to say.
      async ({ task, of }, _, staff) => {
        const desks = await desksOf(staff, call.now)
        return { command: { type: 'markRead', task, of: staff.role === 'reviewer' ? staff._id : of, desks } }
      },
      call,
    )
    return {}
  },
} satisfies Partial<Staff>
