import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'
import type { Browser, Locator, Page } from 'playwright-core'
import { newPhone, type PhoneOptions } from '../phone'
import { packMiniProgram } from './packMiniProgram'
import type { WeappSettings, WxCall } from './page/types'

/** How a mini-program is started. */
export interface WeappOptions extends Partial<Omit<WeappSettings, 'hostUrl' | 'token'>> {
  /** The built mini-program: the folder that holds app.json. */
  dist: string
  /** Origin of the local host, which answers cloud calls. */
  hostUrl: string
  /** The session of the person holding the phone. */
  token: string
  /** The pictures the person takes, as paths, asked for at every chooseMedia; none means the person backs out. */
  pictures?: () => string[]
  /** First page with its parameters; the app's own first page unless named. */
  start?: string
  /** What the phone's storage held before, as `exportStorage` gave it. */
  storage?: Record<string, unknown>
  scheme?: PhoneOptions['scheme']
}

/** A compiled mini-program running in a simulated phone. */
export interface Weapp {
  page: Page
  /** Uncaught exceptions and console errors, oldest first. */
  errors: string[]
  /** Closes every page and opens this one, as a link into the app does. */
  open(url: string): Promise<void>
  /** The phone's back key. */
  back(): Promise<void>
  /** The open pages, the visible one last, as package paths without a leading slash. */
  stackPaths(): Promise<string[]>
  /** Waits until this page is the visible one. */
  waitForPage(path: string): Promise<void>
  /** The last visible element saying exactly this (or matching); what WeChat draws over the page comes last. */
  text(text: string | RegExp): Locator
  /** Waits for that element and taps it. */
  tapText(text: string | RegExp): Promise<void>
  pullDown(): Promise<void>
  /** Every `wx.*` call so far, or those of one name (`cloud.callFunction`, `showToast`, …). */
  wxCalls(name?: string): Promise<WxCall[]>
  /** Changes how the phone, the network or the person behaves from now on. */
  set(change: Partial<WeappSettings>): Promise<void>
  /** Cuts the phone's network, or restores it. */
  setOffline(offline: boolean): Promise<void>
  exportStorage(): Promise<Record<string, unknown>>
  /** Ends the app as WeChat does; answers the way to open it again, on this page, with what the phone holds of it. */
  closeApp(): Promise<(first: string) => Promise<void>>
  close(): Promise<void>
}

/** 柳州市政府, GCJ-02. */
const LIUZHOU = {
  latitude: 24.3264,
  longitude: 109.4281,
  name: '柳州市人民政府',
  address: '广西柳州市城中区三中路66号',
}

/**
 * Runs a mini-program as it was built for WeChat: its own scripts, templates and styles under WeChat's component framework
 * (glass-easel), with `wx.*` written here. Native elements are approximations; nothing here replaces a look on a phone.
 */
export async function launchWeapp(browser: Browser, options: WeappOptions): Promise<Weapp> {
  const pack = packMiniProgram(options.dist)
  const settings: WeappSettings = {
    hostUrl: options.hostUrl,
    token: options.token,
    subscribe: options.subscribe ?? 'accept',
    place: options.place === undefined ? LIUZHOU : options.place,
    scanned: options.scanned ?? null,
    denied: options.denied ?? [],
    privacyAgreed: options.privacyAgreed ?? true,
    loseAnswers: options.loseAnswers ?? 0,
    storageBytes: options.storageBytes ?? 10 * 1024 * 1024,
  }
  const { page, context, errors, close } = await newPhone(browser, { scheme: options.scheme ?? 'light' })
  // Served under the host's own origin, so that the app's requests are not cross-origin.
  const shell = `${options.hostUrl}/weapp-shell`
  await page.route(shell, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: shellPage() }))
  await page.exposeFunction('takePictures', (count: number) =>
    (options.pictures?.() ?? []).slice(0, count).map((file) => ({
      name: path.basename(file),
      base64: readFileSync(file, 'base64'),
    })),
  )
  /** Starts the app with what the phone holds of it. */
  const start = async (storage: Record<string, unknown>, files: Record<string, string>, first: string) => {
    await page.goto(shell)
    await page.addScriptTag({ content: pageBundle() })
    await page.evaluate(
      ([pack, settings, storage, files, first]) => {
        window.weapp = window.bootWeapp(pack, settings, storage, files)
        window.weapp.launch(first)
      },
      [pack, settings, storage, files, first] as const,
    )
  }
  await start(options.storage ?? {}, {}, options.start ?? `/${pack.configs.app!.pages![0]}`)
  const text = (wanted: string | RegExp) => page.getByText(wanted, { exact: true }).filter({ visible: true }).last()
  return {
    page,
    errors,
    close,
    text,
    open: (url) => page.evaluate((to) => window.weapp.reLaunch(to), url),
    back: () => page.evaluate(() => window.weapp.back()),
    stackPaths: () => page.evaluate(() => window.weapp.stackPaths()),
    waitForPage: async (wanted) => {
      await page.waitForFunction((path) => window.weapp.stackPaths().at(-1) === path, wanted)
    },
    tapText: (wanted) => text(wanted).tap(),
    pullDown: () => page.evaluate(() => window.weapp.pullDown()),
    wxCalls: async (name) => {
      const calls = await page.evaluate(() => window.weapp.calls)
      return name ? calls.filter((call) => call.name === name) : calls
    },
    set: (change) => page.evaluate((given) => void Object.assign(window.weapp.settings, given), change),
    setOffline: (offline) => context.setOffline(offline),
    exportStorage: () => page.evaluate(() => window.weapp.exportStorage()),
    async closeApp() {
      const [storage, files] = await page.evaluate(
        () => [window.weapp.exportStorage(), window.weapp.exportFiles()] as const,
      )
      await page.goto('about:blank')
      return (first) => start(storage, files, first)
    },
  }
}

function shellPage(): string {
  const styles = ['nativeStyles.css', 'overlay.css']
    .map((file) => readFileSync(path.join(__dirname, file), 'utf8'))
    .join('')
  return `<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>${styles}</style><body></body></html>`
}

let bundle: string | undefined

function pageBundle(): string {
  bundle ??= buildSync({
    entryPoints: [path.join(__dirname, 'page/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
  }).outputFiles[0]!.text
  return bundle
}
