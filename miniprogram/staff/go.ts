import Taro from '@tarojs/taro'
import { goBack, open, openInstead, urlOf } from '@/go'

/** The staff pages, by what they show. */
export type StaffPage =
  | 'tasks'
  | 'case'
  | 'visit'
  | 'reply'
  | 'review'
  | 'report'
  | 'inspect'
  | 'outage'
  | 'newDay'
  | 'contact'
  | 'energize'
  | 'overview'
  | 'ledger'
  | 'bind'
  | 'reassign'
  | 'appoint'
  | 'anomaly'
  | 'complaint'
  | 'cover'
  | 'counter'
  | 'points'

export const staffUrl = (page: StaffPage, query?: Record<string, string>) => urlOf(`staff/${page}`, query)

export const goStaff = (page: StaffPage, query?: Record<string, string>) => open(staffUrl(page, query))

/** Back to where a form was opened from; to the case when it was opened by its address. */
export const goBackToCase = (id: string) =>
  Taro.getCurrentPages().length > 1 ? goBack() : openInstead(staffUrl('case', { id }))
