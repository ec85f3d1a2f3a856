import Taro from '@tarojs/taro'

/** The pages, by what they show. */
export type Page =
  | 'home'
  | 'apply-certificate'
  | 'apply-place'
  | 'apply-sign'
  | 'case'
  | 'why'
  | 'guide'
  | 'materials'
  | 'correct'

const url = (page: Page, query: Record<string, string>) => {
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `/pages/${page}/index${search.length > 0 ? `?${search.join('&')}` : ''}`
}

export const go = (page: Page, query: Record<string, string> = {}) => Taro.navigateTo({ url: url(page, query) })

/** Goes on without a way back to this page. */
export const goInstead = (page: Page, query: Record<string, string> = {}) => Taro.redirectTo({ url: url(page, query) })

export const goHome = () => Taro.reLaunch({ url: url('home', {}) })

/** 案件 and 待办 of staff, after they wrote an application down for somebody. */
export const goStaffCase = (id: string) => Taro.redirectTo({ url: `/staff/case/index?id=${id}` })
export const goDesk = () => Taro.reLaunch({ url: '/staff/tasks/index' })

/** One page back; home when this page was opened directly. */
export const goBack = () => (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : goHome())
