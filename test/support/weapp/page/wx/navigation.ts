import { settle, type WxCallbacks } from '../settle'
import type { World } from '../World'

type To = { url: string } & WxCallbacks<object>

/** Moving between pages, and the bar above them. */
export function navigationApi({ pages }: World) {
  const move = (api: string, go: (url: string) => void) => (options: To) =>
    settle(api, options, () => {
      go(options.url)
      return {}
    })
  return {
    navigateTo: move('navigateTo', (url) => pages.push(url)),
    redirectTo: move('redirectTo', (url) => pages.replace(url)),
    reLaunch: move('reLaunch', (url) => pages.restart(url)),
    switchTab: move('switchTab', (url) => pages.switchTab(url)),
    navigateBack: (options?: { delta?: number } & WxCallbacks<object>) =>
      settle('navigateBack', options, () => {
        pages.back(options?.delta)
        return {}
      }),
    setNavigationBarTitle: (options: { title: string } & WxCallbacks<object>) =>
      settle('setNavigationBarTitle', options, () => {
        document.title = options.title
        return {}
      }),
    pageScrollTo: (options: { scrollTop?: number; selector?: string; offsetTop?: number } & WxCallbacks<object>) =>
      settle('pageScrollTo', options, () => {
        const target = options.selector && pages.top?.component.getShadowRoot()?.querySelector(options.selector)
        const element = target ? (target.getBackendElement() as unknown as HTMLElement) : null
        const top = element ? element.getBoundingClientRect().top + window.scrollY : (options.scrollTop ?? 0)
        window.scrollTo(0, top + (options.offsetTop ?? 0))
        return {}
      }),
  }
}
