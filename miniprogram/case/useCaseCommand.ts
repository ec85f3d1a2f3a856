import type { RequestOf } from '@shared/contract'
import type { ApplicantAction, CaseView } from '@shared/contract/case'
import { useState } from 'react'
import { command, pendingCommand } from '@/api'
import { asFailure, type Failure } from '@/failure'

type Act = Exclude<ApplicantAction, 'correct'>

/** One of the applicant's commands on a case: sent once, kept until it is answered, its failure ready to show. */
export function useCaseCommand<A extends Act>(id: string, action: A, onDone: (view: CaseView) => void) {
  const intention = `${action}:${id}`
  const [failure, setFailure] = useState<Failure | null>(null)
  const send = async (input: Omit<RequestOf<'applicant', A>, 'commandId' | 'id'>) => {
    setFailure(null)
    try {
      // The input and the id together are the action's request.
      const request = { ...input, id } as unknown as Omit<RequestOf<'applicant', A>, 'commandId'>
      onDone((await command(intention, 'applicant', action, request)) as CaseView)
      return true
    } catch (thrown) {
      setFailure(asFailure(thrown))
      return false
    }
  }
  return { send, failure, waiting: pendingCommand(intention) !== null }
}
