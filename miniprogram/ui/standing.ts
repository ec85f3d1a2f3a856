import type { CaseCard } from '@shared/contract/case'

type Standing = CaseCard['standing']

const STANDING: Record<Standing, { text: string; tone: 'good' | 'soon' | 'overdue' }> = {
  onTime: { text: '按时进行', tone: 'good' },
  dueSoon: { text: '快到期', tone: 'soon' },
  overdue: { text: '已超时', tone: 'overdue' },
  paused: { text: '等您这边', tone: 'good' },
  kept: { text: '按时通电', tone: 'good' },
  withdrawn: { text: '已撤回', tone: 'good' },
  missed: { text: '超时通电', tone: 'soon' },
}

/** Not accepted yet, what is due today is the acceptance: nothing of the applicant's runs out. */
const ACCEPTED_TODAY = { text: '今天受理', tone: 'good' } as const

/** How a case stands against its promise, in words and as the tone of its card. */
export const standingOf = ({ standing, dueDay }: Pick<CaseCard, 'standing' | 'dueDay'>) =>
  standing === 'dueSoon' && dueDay === null ? ACCEPTED_TODAY : STANDING[standing]
