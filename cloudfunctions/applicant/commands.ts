import type { Command } from '@shared/flow/commands'
import type { Call, Handlers } from '../lib/handle'
import { picturesNamed } from '../lib/pictures/named'
import { requireOwnPictures } from '../lib/pictures/pictures'
import { supervisorsOf } from '../lib/staff'
import { ownCase } from '../lib/store/cases'
import { type Commit, commit } from '../lib/store/commit'
import type { Head } from '../lib/store/documents'
import { ownView } from './cases'

type Applicant = Handlers<'applicant'>
/** Actions whose command is their input as it came. */
type Plain = 'supplement' | 'appoint' | 'requestInspection' | 'rate' | 'requestCopy' | 'withdraw'
interface Addressed {
  id: string
  commandId: string
}

/** Records one of the applicant's commands on their own case, and answers with the case as it then stands. */
async function record(
  { id, commandId, ...request }: Addressed,
  command: Command,
  { openid, now }: Call,
  prepare: (head: Head) => Promise<Pick<Commit, 'amend' | 'alsoTell'>> = async () => ({}),
) {
  const prepared = ownCase(id, openid).then(async (head) => {
    const pictures = picturesNamed(command)
    const [more] = await Promise.all([prepare(head), requireOwnPictures(pictures, openid, now)])
    return {
      caseId: id,
      actorKey: openid,
      commandId,
      request: { id, type: command.type, ...request },
      by: { role: 'applicant' as const, id: head.state.personId },
      now,
      expectedVersion: null,
      pictures: Object.values(pictures).flat(),
      command,
      ...more,
    }
  })
  const { head } = await commit(prepared)
  return ownView(head, now)
}

/** A new action whose input is all there is to say needs its name here, and nothing else. */
const plain = (type: Plain) => (input: Addressed, call: Call) => {
  const { id: _id, commandId: _commandId, ...said } = input
  // What is left is the action's own input, parsed by its schema.
  return record(input, { type, ...said } as Command, call)
}

export const commands = {
  supplement: plain('supplement'),
  appoint: plain('appoint'),
  requestInspection: plain('requestInspection'),
  rate: plain('rate'),
  requestCopy: plain('requestCopy'),
  /** 撤回申请: consent is taken back with it, so the personal data goes; that the case existed and what was done stays. */
  withdraw: plain('withdraw'),
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

async function supervisors({ district }: Head): Promise<string[]> {
  return (await supervisorsOf(district, ['supervisor'])).map(({ _id }) => _id)
}
