import type { CaseCard } from '@shared/contract/case'

type Standing = CaseCard['standing']

const STANDING: Record<Standing, { text: string; tone: 'good' | 'soon' | 'overdue' }> = {
  onTime: { text: '按时进行', tone: 'good' },
  dueSoon: { text: '快到期', tone: 'soon' },
  overdue: { text: '已超时', tone: 'overdue' },
  paused: { text: '等您这边', tone: 'good' },
  kept: { text: '按时', tone: 'good' },
  withdrawn: { text: '已撤回', tone: 'good' },
  missed: { text: '超时', tone: 'soon' },
}

/** Not accepted yet, what is due today is the acceptance: nothing of the applicant's runs out. */
const ACCEPTED_TODAY = { text: '今天受理', tone: 'good' } as const

/** How a case stands against its promise, in words and as the tone of its card. */
export function standingLook({ standing, dueDay, end }: Pick<CaseCard, 'standing' | 'dueDay' | 'end'>) {
  if (standing === 'dueSoon' && dueDay === null) return ACCEPTED_TODAY
  const { text, tone } = STANDING[standing]
  return { text: standing === 'kept' || standing === 'missed' ? text + end : text, tone }
}
