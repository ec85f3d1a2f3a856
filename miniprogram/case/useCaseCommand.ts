import type { RequestOf } from '@shared/contract'
import type { ApplicantAction, CaseView } from '@shared/contract/case'
import { useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import type { About, Slot } from '@/outbox/Entry'
import { entryOf } from '@/outbox/entries'
import { handIn } from '@/outbox/handIn'
import { useKept } from '@/outbox/storage'

type Act = Exclude<ApplicantAction, 'correct'>
type Input<A extends Act> = Omit<RequestOf<'applicant', A>, 'commandId' | 'id'>

/** As people call what they hand in. */
const TITLES: Record<Act, string> = {
  supplement: '补交的材料',
  replacePaper: '换的材料',
  appoint: '约的时间',
  requestInspection: '报验',
  urge: '催办',
  confirmTime: '补传时间的确认',
  rate: '评价',
  complain: '投诉',
  requestCopy: '盖章件',
  withdraw: '撤回',
}

/** Apart from what the same person may hand in as staff. */
export const ownIntention = (action: ApplicantAction, id: string): string => `own.${action}:${id}`

/**
 * One of the applicant's commands on a case. `waiting`: it is on the device and sends itself. `failure`: why it was refused, or why
 * nothing waits.
 */
export function useCaseCommand<A extends Act>(
  id: string,
  action: A,
  onDone: (view: CaseView) => void,
  { intention = ownIntention(action, id), ...mended }: Partial<About> = {},
) {
  const [failed, setFailed] = useState<Failure | null>(null)
  const entry = useKept(() => entryOf(intention))
  const waiting = entry !== null && entry.refusal === null
  const send = async (input: Input<A>, slots: Slot[] = []) => {
    setFailed(null)
    try {
      // The input and the id together are the action's request.
      const request = { ...input, id } as unknown as Omit<RequestOf<'applicant', A>, 'commandId' | 'saidAt'>
      onDone(
        (await handIn(
          'applicant',
          action,
          request,
          { intention, title: TITLES[action], ...mended },
          { slots },
        )) as CaseView,
      )
      return true
    } catch (thrown) {
      setFailed(asFailure(thrown))
      return false
    }
  }
  // What waits says so itself.
  return { send, failure: waiting ? null : failed, refusal: entry?.refusal ?? null, waiting, entry }
}
