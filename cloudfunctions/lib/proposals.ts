import type { Proposal, ProposalView } from '@shared/contract/proposals'
import type { Command } from '@shared/flow/commands'
import { proposalText } from '@shared/flow/proposalView'
import type { Instant } from '@shared/time/localDate'
import { _, db } from './cloud'
import { picturesNamed } from './pictures/named'
import { staffNamed } from './staff'
import type { ProposalDocument } from './store/documents'
import { sound } from './store/stored'

const PAGE = 50

/** What former account managers handed over of a case and nobody has decided on, oldest first. */
export async function proposalsOf(caseId: string): Promise<ProposalDocument[]> {
  const { data } = await db.collection('proposals').where({ caseId }).orderBy('at', 'asc').limit(PAGE).get()
  return sound('proposals', data)
}

/** As whoever decides on them sees them. */
export async function proposalViews(found: readonly ProposalDocument[]): Promise<ProposalView[]> {
  const people = await staffNamed(found.map(({ staffId }) => staffId))
  return found.map(({ _id: id, staffId, at, proposal }) => ({
    ...proposalText(proposal),
    ...{ id, at, proposal },
    by: people.get(staffId)?.name ?? '',
    pictures: Object.values(picturesNamed(commandIn(proposal))).flat(),
  }))
}

/** As the command it would become where nothing has to be looked up for it: enough to tell its pictures. */
export function commandIn({ action, input }: Proposal): Command {
  const { saidAt: _saidAt, ...said } = { saidAt: null, ...input }
  return { type: action, ...said } as Command
}

export const proposalPictures = ({ proposal }: ProposalDocument): string[] =>
  Object.values(picturesNamed(commandIn(proposal))).flat()

/** Removes what nobody has decided on for long, at most a page a call; its pictures go by themselves. Returns how many. */
export async function removeOldProposals(now: Instant): Promise<number> {
  const { data } = await db
    .collection('proposals')
    .where({ removeAt: _.lte(now) })
    .orderBy('removeAt', 'asc')
    .limit(PAGE)
    .get()
  for (const { _id } of data as { _id: string }[]) await db.collection('proposals').doc(_id).remove()
  return data.length
}
