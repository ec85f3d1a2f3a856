import Taro from '@tarojs/taro'

/** The pages of the main package, by what they show. */
export type Page = 'home' | 'apply-certificate' | 'apply-place' | 'apply-sign' | 'case'
/** Those for everybody, case or none; in the subpackage, which the first page fetches ahead. */
type PublicPage = 'guide' | 'materials'
/** Those around a running case, in the same subpackage; all are opened with the case's id. */
export type ServicePage = 'why' | 'time' | 'scheme' | 'inspection' | 'appoint' | 'documents' | 'complain' | 'correct'

type Query = Record<string, string>

/** WeChat refuses an eleventh page. */
const MOST_PAGES = 10

/** What is only said as a page opens, or added by the platform: not what page it is. */
const ASIDE = /^(?:fresh|corrected|stamp|\$.*)$/

/** The address of a page, e.g. `/pages/case/index?id=…`. */
export const urlOf = (path: string, query: Query = {}) => {
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `/${path}/index${search.length > 0 ? `?${search.join('&')}` : ''}`
}

/** A page by its address, without what does not tell it from another; the platforms spell both parts in ways of their own. */
const nameOf = (route = '', options: Record<string, string | undefined> = {}) => {
  const [path = '', search = ''] = route.replace(/^\//, '').split('?')
  const said = [...search.split('&').filter(Boolean), ...Object.entries(options).map((pair) => pair.join('='))]
  const kept = said.map(decodeURIComponent).filter((pair) => !ASIDE.test(pair.split('=')[0] ?? ''))
  return [path, ...new Set(kept.sort())].join('&')
}

/** A navigation the platform refuses says so: a tap that does nothing looks like a page that is broken. */
const told = async (moving: Promise<unknown>): Promise<void> => {
  try {
    await moving
  } catch (error) {
    console.warn('navigation', error)
    await Taro.showToast({ title: '这一页没有打开，请再点一次', icon: 'none' })
  }
}

/** Opens an address. A page that stands in the stack is gone back to; where the stack is full, the page left gives way. */
export function open(url: string): Promise<void> {
  const stack = Taro.getCurrentPages() as { route?: string; options?: Query }[]
  const above = stack
    .map(({ route, options }) => nameOf(route, options))
    .reverse()
    .indexOf(nameOf(url))
  if (above === 0) return Promise.resolve()
  if (above > 0) return told(Taro.navigateBack({ delta: above }))
  return stack.length < MOST_PAGES ? told(Taro.navigateTo({ url })) : openInstead(url)
}

/** Goes on without a way back to this page. */
export const openInstead = (url: string) => told(Taro.redirectTo({ url }))

const openAlone = (path: string) => told(Taro.reLaunch({ url: urlOf(path) }))

export const serviceUrl = (page: ServicePage, id: string) => urlOf(`service/${page}`, { id })

export const go = (page: Page, query?: Query) => open(urlOf(`pages/${page}`, query))
export const goPublic = (page: PublicPage) => open(urlOf(`service/${page}`))
export const goService = (page: ServicePage, id: string) => open(serviceUrl(page, id))
export const goInstead = (page: Page, query?: Query) => openInstead(urlOf(`pages/${page}`, query))
export const goHome = () => openAlone('pages/home')
/** 待办, over the page it is opened from. */
export const goTasks = () => open(urlOf('staff/tasks'))
/** Back to 待办 as the first page: a finished form is not to be found behind it. */
export const goDesk = () => openAlone('staff/tasks')

/** What the first page opens over itself as soon as it stands. */
let next: string | null = null

/** What was handed in lies behind: the case stands over the first page, and the way back leads there. */
export const goCaseOverHome = (query: Query) => {
  next = urlOf('pages/case', query)
  return goHome()
}
export const goCaseOverDesk = (id: string) => {
  next = urlOf('staff/case', { id })
  return goDesk()
}

/** Said by the first pages once they stand. */
export const goOn = () => {
  const url = next
  next = null
  if (url) void open(url)
}

const onStaffPage = () => /^\/?staff\//.test(Taro.getCurrentInstance().router?.path ?? '')

/** One page back; where this page was opened directly, home, which for staff is 待办. */
export const goBack = () => {
  if (Taro.getCurrentPages().length > 1) return told(Taro.navigateBack())
  return onStaffPage() ? goDesk() : goHome()
}
