import type { Command } from '@shared/flow/commands'
import type { Call, Handlers } from '../lib/handle'
import { type NamedPictures, requireOwnPictures } from '../lib/pictures/pictures'
import { caseWithin, requireStaff } from '../lib/staff'
import { commit } from '../lib/store/commit'
import { staffCase } from './work'

type Staff = Handlers<'staff'>
interface StaffCommand {
  commandId: string
  id: string
  version: number
}

/** Records one staff command on a case within reach, and answers with the case as it then stands. */
async function record(input: StaffCommand, command: Command, pictures: NamedPictures, { openid, now }: Call) {
  const { commandId, id, version } = input
  const allowed = requireAllowed(id, pictures, openid, now)
  const prepared = allowed.then((staff) => ({
    caseId: id,
    actorKey: openid,
    commandId,
    // The version is the asker's view, not the intention: a repeat may have been sent with a newer one.
    request: { id, command },
    by: { role: staff.role, id: staff._id },
    now,
    expectedVersion: version,
    pictures: Object.values(pictures).flat(),
    command,
  }))
  const committed = await commit(prepared)
  return staffCase(committed.head, await allowed, now)
}

/** The member of staff, once it is certain that the case and the pictures are theirs to work with. */
async function requireAllowed(id: string, pictures: NamedPictures, openid: string, now: number) {
  const staff = await requireStaff(openid)
  await caseWithin(id, staff)
  await requireOwnPictures(pictures, openid, now)
  return staff
}

export const accept: Staff['accept'] = (input, call) => record(input, { type: 'accept' }, {}, call)

export const visit: Staff['visit'] = (input, call) => {
  const { externalLine, meterPosition, note, papers } = input
  const pictures: NamedPictures = Object.fromEntries(papers.map((paper) => [paper.group, paper.pictures]))
  return record(input, { type: 'visit', externalLine, meterPosition, note, papers }, pictures, call)
}

export const collect: Staff['collect'] = (input, call) =>
  record(input, { type: 'collect', paper: input.paper }, { [input.paper.group]: input.paper.pictures }, call)

export const energize: Staff['energize'] = (input, call) =>
  record(input, { type: 'energize', meterNumber: input.meterNumber }, {}, call)
