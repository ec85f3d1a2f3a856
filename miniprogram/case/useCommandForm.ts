import type { RequestOf } from '@shared/contract'
import type { ApplicantAction, CaseView } from '@shared/contract/case'
import { type ServicePage, serviceUrl } from '@/go'
import type { Slot } from '@/outbox/Entry'
import { useForm } from '@/outbox/forms'
import { ownIntention, useCaseCommand } from './useCaseCommand'

type Act = Exclude<ApplicantAction, 'correct'>

export interface CommandForm<F, A extends Act> {
  form: F
  change: (how: (now: F) => Partial<F>) => void
  send: (input: Omit<RequestOf<'applicant', A>, 'commandId' | 'id'>, slots?: Slot[]) => Promise<boolean>
  /** Handed in, it sends itself; nothing is asked meanwhile. */
  waiting: boolean
  /** Why it was refused; null when nothing is wrong. */
  refused: string | null
}

/** What the applicant writes for one command on a case, kept on the device until it is accepted. */
export function useCommandForm<F extends object, A extends Act>(
  id: string,
  action: A,
  page: ServicePage,
  empty: F,
  onDone: (view: CaseView) => void,
): CommandForm<F, A> {
  const key = ownIntention(action, id)
  const [form, change] = useForm<F>(key, empty)
  const about = { page: serviceUrl(page, id), form: key }
  const { send, failure, refusal, waiting } = useCaseCommand(id, action, onDone, about)
  return { form, change, send, waiting, refused: refusal?.message ?? failure?.message ?? null }
}
