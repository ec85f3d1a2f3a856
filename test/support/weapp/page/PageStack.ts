import type { Engine, PageView } from './Engine'
import { resolvePath } from './ModuleLoader'
import { WxError } from './settle'
import type { AppConfig, MiniProgramPackage } from './types'

/** WeChat refuses an eleventh page. */
const MAX_PAGES = 10

/** The pages of the running app, the visible one last, with WeChat's lifecycle calls. */
export class PageStack {
  private pages: PageView[] = []
  private readonly tabs = new Map<string, PageView>()
  /** Where a hidden page was scrolled to, and its title, which it may have set itself. */
  private readonly left = new WeakMap<PageView, { scrollY: number; title: string }>()
  private readonly known: Set<string>
  private readonly config: AppConfig

  constructor(
    private readonly engine: Engine,
    private readonly pack: MiniProgramPackage,
  ) {
    this.config = pack.configs.app as AppConfig
    const inPackages = (this.config.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
    )
    this.known = new Set([...this.config.pages, ...inPackages])
    window.addEventListener('scroll', () => this.scrolledTo(window.scrollY))
  }

  get top(): PageView | undefined {
    return this.pages.at(-1)
  }

  paths(): string[] {
    return this.pages.map((page) => page.path)
  }

  callers(): unknown[] {
    return this.pages.map((page) => page.caller)
  }

  /** Resolves an address the way the visible page would, and splits off its parameters. Throws WxError for an unknown page. */
  parse(url: string): { path: string; query: Record<string, string> } {
    const [target = '', search = ''] = url.split('?')
    const path = resolvePath(this.top?.path ?? '', this.top || target.startsWith('/') ? target : `/${target}`)
    if (!this.known.has(path)) throw new WxError(`page "${path}" is not found`)
    // WeChat hands the parameters over as they stand in the address: decoding is the page's business.
    const pairs = search
      .split('&')
      .filter(Boolean)
      .map((pair) => [pair.split('=')[0]!, pair.slice(pair.indexOf('=') + 1)])
    return { path, query: Object.fromEntries(pairs) as Record<string, string> }
  }

  push(url: string): void {
    const { path, query } = this.parse(url)
    if (this.isTab(path)) throw new WxError('can not navigateTo a tabbar page')
    if (this.pages.length >= MAX_PAGES) throw new WxError('webview count limit exceed')
    this.hideTop()
    this.show(path, query)
  }

  replace(url: string): void {
    const { path, query } = this.parse(url)
    if (this.isTab(path)) throw new WxError('can not redirectTo a tabbar page')
    this.drop(this.pages.pop())
    this.show(path, query)
  }

  restart(url: string): void {
    const { path, query } = this.parse(url)
    for (const page of new Set([...this.pages.reverse(), ...this.tabs.values()])) this.drop(page)
    this.pages = []
    this.tabs.clear()
    this.show(path, query)
  }

  switchTab(url: string): void {
    const { path } = this.parse(url)
    if (!this.isTab(path)) throw new WxError('can not switch to no-tabBar page')
    this.hideTop()
    for (const page of this.pages) if (!this.isTab(page.path)) this.drop(page)
    this.pages = []
    const kept = this.tabs.get(path)
    if (kept) this.reveal(kept)
    else this.show(path, {})
  }

  back(delta = 1): void {
    if (this.pages.length < 2) throw new WxError('cannot navigate back at first page')
    for (let left = Math.min(delta, this.pages.length - 1); left > 0; left--) this.drop(this.pages.pop())
    this.reveal(this.pages.pop()!)
  }

  /** Calls one of the visible page's lifecycle methods; a mistake in it is reported, not thrown. */
  call(name: string, ...given: unknown[]): unknown {
    return this.top && callOn(this.top, name, given)
  }

  private show(path: string, query: Record<string, string>): void {
    const page = this.engine.createPage(path, query)
    this.pages.push(page)
    if (this.isTab(path)) this.tabs.set(path, page)
    window.scrollTo(0, 0)
    document.title = this.pack.configs[path]?.navigationBarTitleText ?? this.config.window?.navigationBarTitleText ?? ''
    callOn(page, 'onLoad', [query])
    callOn(page, 'onShow', [])
    callOn(page, 'onReady', [])
  }

  private reveal(page: PageView): void {
    this.pages.push(page)
    page.element.style.display = ''
    for (const sheet of page.sheets) sheet.media = ''
    const { scrollY, title } = this.left.get(page)!
    document.title = title
    window.scrollTo(0, scrollY)
    callOn(page, 'onShow', [])
  }

  private hideTop(): void {
    const page = this.top
    if (!page) return
    callOn(page, 'onHide', [])
    this.left.set(page, { scrollY: window.scrollY, title: document.title })
    page.element.style.display = 'none'
    // A page's styles never reach another page.
    for (const sheet of page.sheets) sheet.media = 'not all'
  }

  private drop(page: PageView | undefined): void {
    if (!page) return
    callOn(page, 'onUnload', [])
    page.destroy()
  }

  private isTab(path: string): boolean {
    return (this.config.tabBar?.list ?? []).some((tab) => tab.pagePath === path)
  }

  private scrolledTo(scrollTop: number): void {
    this.call('onPageScroll', { scrollTop })
    const distance = this.pack.configs[this.top?.path ?? '']?.onReachBottomDistance ?? 50
    if (scrollTop + window.innerHeight >= document.documentElement.scrollHeight - distance) this.call('onReachBottom')
  }
}

function callOn(page: PageView, name: string, given: unknown[]): unknown {
  const method = page.caller[name]
  if (typeof method !== 'function') return undefined
  try {
    return method.apply(page.caller, given)
  } catch (error) {
    reportError(error)
    return undefined
  }
}
