import type { CaseView } from '@shared/contract/case'
import { Backfills } from '@/ui/Backfills'
import { useCaseCommand } from './useCaseCommand'

interface Props {
  of: CaseView
  onDone: (view: CaseView) => void
}

/** 补传: the applicant says whether it was done when the account manager's device says. */
export function TimeQuestion({ of, onDone }: Props) {
  const { send, failure, waiting } = useCaseCommand(of.id, 'confirmTime', onDone)
  const asked = of.actions.includes('confirmTime') && !waiting
  const answer = (number: number, right: boolean) => send({ number, right })
  return <Backfills backfills={of.backfills} asked={asked} answer={answer} failure={failure} />
}
