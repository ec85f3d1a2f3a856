import type { CaseCard } from '@shared/contract/case'

type Standing = CaseCard['standing']

/** How a case stands against its promise, in words and as the tone of its card. */
export const STANDING: Record<Standing, { text: string; tone: 'good' | 'soon' | 'overdue' }> = {
  onTime: { text: '按时进行', tone: 'good' },
  dueSoon: { text: '快到期', tone: 'soon' },
  overdue: { text: '已超时', tone: 'overdue' },
  kept: { text: '按时通电', tone: 'good' },
  missed: { text: '超期通电', tone: 'soon' },
}
