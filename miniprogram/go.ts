import Taro from '@tarojs/taro'

/** The pages of the main package, by what they show. */
export type Page = 'home' | 'apply-certificate' | 'apply-place' | 'apply-sign' | 'case'
/** Those for everybody, case or none; in the subpackage, which the first page fetches ahead. */
type PublicPage = 'guide' | 'materials'
/** Those around a running case, in the same subpackage; all are opened with the case's id. */
export type ServicePage = 'why' | 'time' | 'scheme' | 'inspection' | 'appoint' | 'documents' | 'complain' | 'correct'

const url = (page: string, query: Record<string, string>) => {
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `/${page}/index${search.length > 0 ? `?${search.join('&')}` : ''}`
}

export const go = (page: Page, query: Record<string, string> = {}) =>
  Taro.navigateTo({ url: url(`pages/${page}`, query) })

export const goPublic = (page: PublicPage) => Taro.navigateTo({ url: url(`service/${page}`, {}) })

export const serviceUrl = (page: ServicePage, id: string) => url(`service/${page}`, { id })
export const goService = (page: ServicePage, id: string) => Taro.navigateTo({ url: serviceUrl(page, id) })

/** Goes on without a way back to this page. */
export const goInstead = (page: Page, query: Record<string, string> = {}) =>
  Taro.redirectTo({ url: url(`pages/${page}`, query) })

export const goHome = () => Taro.reLaunch({ url: url('pages/home', {}) })

/** 案件 and 待办 of staff, after they wrote an application down for somebody. */
export const goStaffCase = (id: string) => Taro.redirectTo({ url: `/staff/case/index?id=${id}` })
export const goTasks = () => Taro.navigateTo({ url: '/staff/tasks/index' })
export const goDesk = () => Taro.reLaunch({ url: '/staff/tasks/index' })

const onStaffPage = () => /^\/?staff\//.test(Taro.getCurrentInstance().router?.path ?? '')

/** One page back; where this page was opened directly, home, which for staff is 待办. */
export const goBack = () => {
  if (Taro.getCurrentPages().length > 1) return Taro.navigateBack()
  return onStaffPage() ? goDesk() : goHome()
}
