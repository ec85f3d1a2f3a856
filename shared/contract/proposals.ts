import * as z from 'zod'
import { staffInputs } from './commands'
import { instant, pictureId } from './vocabulary'

const proposed = <A extends keyof typeof staffInputs>(action: A) =>
  z.object({ action: z.literal(action), input: staffInputs[action] })

/** Work a former account manager had not sent when the case was handed on: one action as it was filled in. */
export const proposal = z.discriminatedUnion('action', [
  proposed('accept'),
  proposed('appoint'),
  proposed('visit'),
  proposed('collect'),
  proposed('replacePaper'),
  proposed('askReview'),
  proposed('reply'),
  proposed('requestInspection'),
  proposed('scheduleOutage'),
  proposed('inspect'),
  proposed('energize'),
  proposed('recordAnomaly'),
  proposed('resolveAnomaly'),
])
export type Proposal = z.output<typeof proposal>

/** As the present account manager sees it: who handed it over, when, and what it says. */
export const proposalView = z.object({
  id: z.string(),
  by: z.string(),
  at: instant,
  /** '上门勘察', '装表送电' … */
  title: z.string(),
  /** What it says, in plain words. */
  lines: z.array(z.string()),
  pictures: z.array(pictureId),
  proposal,
})
export type ProposalView = z.infer<typeof proposalView>
