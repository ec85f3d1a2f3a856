import type { StaffCaseView } from '@shared/contract/case'
import { useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import { handIn } from '@/outbox/handIn'
import { Backfills } from '@/ui/Backfills'

interface Props {
  of: StaffCaseView
  replace: (view: StaffCaseView) => void
}

/** 补传: what came in later than it was said done, and the supervisor's answer where one is asked for. */
export function BackfillsToConfirm({ of, replace }: Props) {
  const { id, version, backfills, actions } = of
  const [failure, setFailure] = useState<Failure | null>(null)
  const answer = async (number: number, right: boolean) => {
    setFailure(null)
    try {
      const about = { intention: `confirmTime:${id}.${number}`, title: '补传时间的核实' }
      replace(await handIn('staff', 'confirmTime', { id, version, number, right }, about))
    } catch (thrown) {
      setFailure(asFailure(thrown))
    }
  }
  return <Backfills backfills={backfills} asked={actions.includes('confirmTime')} answer={answer} failure={failure} />
}
