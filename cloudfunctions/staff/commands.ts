import type { StaffInput } from '@shared/contract/commands'
import type { Command } from '@shared/flow/commands'
import { wrongPoints } from '@shared/flow/decideHighVoltage'
import type { Instant } from '@shared/time/localDate'
import { begunEarly } from '../lib/begunEarly'
import type { Call, Handlers } from '../lib/handle'
import { requireNamed } from '../lib/pictures/named'
import { proposalsOf } from '../lib/proposals'
import { Refusal } from '../lib/refusal'
import { desksOf, requireStaff, supervisorsOf, within } from '../lib/staff'
import type { Committed, Prepared } from '../lib/store/command'
import { commit } from '../lib/store/commit'
import type { Head, StaffDocument } from '../lib/store/documents'
import { LookAhead } from '../lib/store/viewParts'
import { reachableManager, reviewersNamed } from './colleagues'
import { pointFor, pointNamed } from './points'
import { staffSees } from './work'

type Staff = Handlers<'staff'>
/** Actions whose command is their input as it came. */
type Plain =
  | 'accept'
  | 'appoint'
  | 'visit'
  | 'collect'
  | 'replacePaper'
  | 'requestInspection'
  | 'scheduleOutage'
  | 'giveNewDay'
  | 'contact'
  | 'inspect'
  | 'energize'
  | 'recordAnomaly'
  | 'resolveAnomaly'
  | 'confirmTime'

/** What is asked: a command of the case, or one a former manager had filled in. */
type Asked = Command['type'] | 'takeOver'

interface StaffCommand {
  commandId: string
  id: string
  version?: number
  saidAt?: Instant | null
}
/** A command, and what else is written with it; of a case within reach. */
export type Prepare = (
  head: Head,
  staff: StaffDocument,
) => Promise<Pick<Prepared, 'command' | 'pictures' | 'amend' | 'settles' | 'alsoTell' | 'saidAt'>>

/** Records one staff command on a case within reach. What it needs looked up is looked up once the case is known to be. */
async function record(
  type: Asked,
  { commandId, id, version, saidAt: _saidAt, ...said }: StaffCommand,
  prepare: Prepare,
  { openid, now }: Call,
): Promise<{ committed: Committed; staff: StaffDocument }> {
  const asking = begunEarly(requireStaff(openid))
  const committed = await commit({
    caseId: id,
    actorKey: openid,
    commandId,
    // The version is the asker's view and the time the device's, not the intention: a repeat may come with others.
    request: { type, id, ...said },
    now,
    prepare: async (found) => {
      const staff = await asking
      const head = await within(found, staff, now)
      const prepared = await prepare(head, staff)
      return { by: { role: staff.role, id: staff._id }, expectedVersion: version, ...prepared }
    },
  })
  return { committed, staff: await asking }
}

/** As above, answering with the case as it then stands. */
export async function answer(type: Asked, input: StaffCommand, prepare: Prepare, call: Call) {
  const { now } = call
  const parts = new LookAhead(now)
  const looking: Prepare = (head, staff) => {
    parts.begin(head, staff)
    return prepare(head, staff)
  }
  const { committed, staff } = await record(type, input, looking, call)
  const { head, repeated, version } = committed
  // Who handed a case on is answered once more as long as it is as they left it; then it is out of their reach.
  if (repeated && head.version !== version) await within(head, staff, now)
  const [seen, proposals] = await Promise.all([parts.after(committed), proposalsOf(head._id)])
  return staffSees(head, seen, proposals, staff, now)
}

/** The time an act was said done, and the supervisors who are asked where it has to be confirmed. */
export async function saidDone(
  saidAt: Instant | null,
  { district }: Head,
): Promise<Pick<Prepared, 'saidAt' | 'alsoTell'>> {
  if (saidAt === null) return {}
  return { saidAt, alsoTell: (await supervisorsOf(district, ['supervisor'])).map(({ _id }) => _id) }
}

/** A new action whose input is all there is to say needs its name here, and nothing else. */
const plain = (type: Plain) => (input: StaffCommand, call: Call) => {
  const { id: _id, commandId: _commandId, version: _version, saidAt = null, ...said } = input
  // What is left is the action's own input, parsed by its schema.
  const command = { type, ...said } as Command
  const pictures = begunEarly(requireNamed(command, call.openid, call.now))
  const done: Prepare = async (head) => {
    return { command, pictures: await pictures, ...(await saidDone(saidAt, head)) }
  }
  return answer(type, input, done, call)
}

export const asked =
  ({ template, point, standby, outage, drawing, reviewers }: StaffInput<'askReview'>, { now }: Call): Prepare =>
  async (head) => {
    const [people, ...points] = await Promise.all([
      reviewersNamed(reviewers),
      pointNamed(point, head, now),
      ...(standby ? [pointNamed(standby, head, now)] : []),
    ])
    return { command: { type: 'askReview', template, points, outage, drawing, reviewers: people } }
  }

export const replied =
  ({ point, standby, ...said }: StaffInput<'reply'>, commandId: string, { now }: Call): Prepare =>
  async (head) => {
    const all = standby ? [point, standby] : [point]
    const names = await Promise.all(all.map((one) => pointNamed(one, head, now)))
    // Nothing new comes into the list for a reply that names too many points, or too few.
    const wrong = wrongPoints(head.state, said.template, names)
    if (wrong && !wrong.ok) throw new Refusal(wrong.error)
    const [main, second] = await Promise.all([
      pointFor(point, head, commandId, now),
      standby && pointFor(standby, head, `${commandId}:standby`, now),
    ])
    return { command: { type: 'reply', ...said, point: main, standby: second } }
  }

export const commands = {
  accept: plain('accept'),
  appoint: plain('appoint'),
  visit: plain('visit'),
  collect: plain('collect'),
  replacePaper: plain('replacePaper'),
  requestInspection: plain('requestInspection'),
  scheduleOutage: plain('scheduleOutage'),
  giveNewDay: plain('giveNewDay'),
  contact: plain('contact'),
  inspect: plain('inspect'),
  energize: plain('energize'),
  recordAnomaly: plain('recordAnomaly'),
  resolveAnomaly: plain('resolveAnomaly'),
  confirmTime: plain('confirmTime'),
  /** 会签: only reviewers on the list, each with the department they sign for. */
  askReview: async (input, call) => {
    const done: Prepare = async (head, staff) => {
      const prepared = await asked(input, call)(head, staff)
      return { ...prepared, pictures: await requireNamed(prepared.command, call.openid, call.now) }
    }
    return answer('askReview', input, done, call)
  },
  review: async (input, call) => {
    const { opinion, note } = input
    const given: Prepare = async (_head, { _id }) => ({ command: { type: 'review', staffId: _id, opinion, note } })
    return answer('review', input, given, call)
  },
  reply: async (input, call) => {
    const { id: _id, commandId, version: _version, ...said } = input
    return answer('reply', input, replied(said, commandId, call), call)
  },
  /** 转办 and 改派: only to somebody who works in the case's district. */
  reassign: async (input, call) => {
    const { managerId, reason } = input
    const handed: Prepare = async ({ district }) => {
      return { command: { type: 'reassign', managerId: await reachableManager(managerId, district), reason } }
    }
    return answer('reassign', input, handed, call)
  },
  answerComplaint: async (input, call) => {
    const { number, words } = input
    const said = { number, from: 'supervisor' as const, text: words }
    const answered: Prepare = async () => ({
      command: { type: 'answerComplaint', number },
      amend: (person) => ({ ...person, words: [...person.words, said] }),
    })
    return answer('answerComplaint', input, answered, call)
  },
  markRead: async (input, call) => {
    const { task, of } = input
    const opened: Prepare = async (_head, staff) => {
      const desks = await desksOf(staff, call.now)
      // Whose opinion a reviewer has looked at is never theirs to say.
      return { command: { type: 'markRead', task, of: staff.role === 'reviewer' ? staff._id : of, desks } }
    }
    await record('markRead', input, opened, call)
    return {}
  },
} satisfies Partial<Staff>
