import Taro from '@tarojs/taro'

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

export const staffUrl = (page: StaffPage, query: Record<string, string>) => {
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `/staff/${page}/index${search.length > 0 ? `?${search.join('&')}` : ''}`
}

export const goStaff = (page: StaffPage, query: Record<string, string> = {}) =>
  Taro.navigateTo({ url: staffUrl(page, query) })

/** Back to 待办 as the first page: a finished form is not to be found behind it. */
export const goTasks = () => Taro.reLaunch({ url: staffUrl('tasks', {}) })

/** Back to where a form was opened from; to the case when it was opened by its address. */
export const goBackToCase = (id: string) =>
  Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url: staffUrl('case', { id }) })
