import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

/** A page on a simulated phone, and everything that went wrong on it. */
export interface Phone {
  page: Page
  context: BrowserContext
  /** Uncaught exceptions and console errors, oldest first. A test ends by expecting none. */
  errors: string[]
  close(): Promise<void>
}

export interface PhoneOptions {
  /** Where the local host answers; the phone starts there. */
  hostUrl?: string
  /** Signs in as this persona through the host's development login. */
  persona?: string
  scheme?: 'light' | 'dark'
}

/** How long anything on a phone may take before it is taken for missing; reading a certificate on a loaded machine takes longest. */
export const PATIENCE_MS = 60_000

/** The screen every phone test runs on, in CSS pixels. */
export const PHONE_SCREEN = { width: 375, height: 750 }

/** Opens a 375×750 touch screen in zh-CN and Beijing time, signed in when a persona is named. */
export async function newPhone(browser: Browser, options: PhoneOptions = {}): Promise<Phone> {
  const context = await browser.newContext({
    viewport: PHONE_SCREEN,
    screen: PHONE_SCREEN,
    // One pixel a pixel: small pictures, quickly taken.
    deviceScaleFactor: 1,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.scheme ?? 'light',
    baseURL: options.hostUrl,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const errors = collectErrors(page)
  if (options.hostUrl) await page.goto(options.persona ? `/local/as/${options.persona}` : '/')
  return { page, context, errors, close: () => context.close() }
}

/** Gathers what a person with the developer tools open would see in red. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.stack ?? String(error)))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const { url } = message.location()
    // What the app itself is told of (a refused call, a cut network) is its to handle; a missing favicon is nobody's mistake.
    const told = /\/(v1\/functions|storage)\//.test(url) || message.text().includes('net::ERR_INTERNET_DISCONNECTED')
    if (message.text().startsWith('Failed to load resource') && (told || url.endsWith('/favicon.ico'))) return
    errors.push(`console.error ${message.text()} ${url}`)
  })
  return errors
}

/**
 * Types into a field. Some 10 ms after a card appears Taro's web component moves its children into place, and a field loses its focus
 * with them: no hand is that fast, a test is, and its text would go nowhere.
 */
export async function typeInto(field: Locator, text: string): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await field.fill(text)
    if ((await field.inputValue()) === text) return
  }
  throw new Error(`the field does not take ${JSON.stringify(text)}`)
}
