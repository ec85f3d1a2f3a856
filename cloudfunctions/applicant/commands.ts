import type { Command } from '@shared/flow/commands'
import { begunEarly } from '../lib/begunEarly'
import type { Call, Handlers } from '../lib/handle'
import { requireNamed } from '../lib/pictures/named'
import { proposalsOf } from '../lib/proposals'
import { supervisorsOf } from '../lib/staff'
import { owned } from '../lib/store/cases'
import type { Prepared } from '../lib/store/command'
import { commit } from '../lib/store/commit'
import type { Head } from '../lib/store/documents'
import { LookAhead } from '../lib/store/viewParts'
import { ownView } from './cases'

type Applicant = Handlers<'applicant'>
/** Actions whose command is their input as it came. */
type Plain = 'supplement' | 'replacePaper' | 'appoint' | 'requestInspection' | 'rate' | 'confirmTime' | 'requestCopy'
interface Addressed {
  id: string
  commandId: string
}

/** Records one of the applicant's commands on their own case, and answers with the case as it then stands. */
async function record(
  { id, commandId, ...request }: Addressed,
  command: Command,
  { openid, now }: Call,
  prepare: (head: Head) => Promise<Pick<Prepared, 'amend' | 'alsoTell' | 'settles'>> = async () => ({}),
) {
  const named = begunEarly(requireNamed(command, openid, now))
  const parts = new LookAhead(now)
  const committed = await commit({
    caseId: id,
    actorKey: openid,
    commandId,
    request: { id, type: command.type, ...request },
    now,
    prepare: async (found) => {
      const head = owned(found, openid)
      parts.begin(head)
      const [more, pictures] = await Promise.all([prepare(head), named])
      return { command, by: { role: 'applicant', id: head.state.personId }, pictures, ...more }
    },
  })
  return ownView(committed.head, await parts.after(committed), now)
}

/** A new action whose input is all there is to say needs its name here, and nothing else. */
const plain = (type: Plain) => (input: Addressed, call: Call) => {
  const { id: _id, commandId: _commandId, ...said } = input
  // What is left is the action's own input, parsed by its schema.
  return record(input, { type, ...said } as Command, call)
}

export const commands = {
  supplement: plain('supplement'),
  replacePaper: plain('replacePaper'),
  appoint: plain('appoint'),
  requestInspection: plain('requestInspection'),
  rate: plain('rate'),
  confirmTime: plain('confirmTime'),
  requestCopy: plain('requestCopy'),
  /** 撤回申请: consent is taken back with it, so the personal data goes; that the case existed and what was done stays. */
  withdraw: async (input, call) =>
    record(input, { type: 'withdraw' }, call, async ({ _id }) => ({ settles: await proposalIdsOf(_id) })),
  /** 催办: manager and supervisors hear of it. */
  urge: async (input, call) =>
    record(input, { type: 'urge' }, call, async (head) => ({ alsoTell: await supervisors(head) })),
  /** 投诉: the topic goes into the ledger, the words beside it where they can be erased. */
  complain: async (input, call) => {
    const { topic, words } = input
    return record(input, { type: 'complain', topic }, call, async (head) => ({
      alsoTell: await supervisors(head),
      amend: (person, { complaints }) => {
        const said = { number: complaints.length, from: 'applicant' as const, text: words }
        return { ...person, words: [...person.words, said] }
      },
    }))
  },
} satisfies Partial<Applicant>

/** What staff had not sent of a case goes with the personal data it may name. */
async function proposalIdsOf(caseId: string): Promise<string[]> {
  return (await proposalsOf(caseId)).map(({ _id }) => _id)
}

async function supervisors({ district }: Head): Promise<string[]> {
  return (await supervisorsOf(district, ['supervisor'])).map(({ _id }) => _id)
}
