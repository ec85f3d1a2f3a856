import type { CaseCard } from '@shared/contract/case'
import { standingLook } from '@/ui/standing'

/** How a case stands, said to the people who do it: the applicant's words speak to the applicant. */
export function staffStanding(of: Pick<CaseCard, 'standing' | 'dueDay' | 'end'>) {
  const { text, tone } = standingLook(of)
  return { text: of.standing === 'paused' ? '用户的时间' : text, tone }
}
