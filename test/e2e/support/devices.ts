import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { PersonaId } from '../../support/driver'
import type { TestHost } from '../../support/host'
import { newPhone, type PhoneOptions } from '../../support/phone'
import { launchWeapp } from '../../support/weapp/launchWeapp'
import type { Device } from './Person'

const MINI_PROGRAM = path.resolve(__dirname, '../../../dist/miniprogram')

export interface DeviceOptions {
  persona: PersonaId
  scheme?: PhoneOptions['scheme']
}
/** Opens the app for a persona on their first page. */
export type OpenDevice = (browser: Browser, host: TestHost, options: DeviceOptions) => Promise<Device>

/** The web page in a real browser, 375×750. */
export const webPage: OpenDevice = async (browser, host, { persona, scheme }) => {
  const phone = await newPhone(browser, { hostUrl: host.url, persona, scheme })
  const { page } = phone
  await appStands(page)
  return {
    page,
    errors: phone.errors,
    close: phone.close,
    async open(address) {
      await page.goto(`/#${address}`)
    },
    back: async () => void (await page.goBack()),
    async givePicture(files, ask) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), ask()])
      await chooser.setFiles(files)
    },
    async closeApp() {
      await page.goto('about:blank')
      return async (address) => void (await page.goto(`/#${address}`))
    },
    async fillStorage() {
      await page.evaluate(() => {
        // Halves, until not even one character more fits.
        let text = 'x'.repeat(4_000_000)
        for (let count = 0; text.length > 0; count += 1) {
          try {
            localStorage.setItem(`another.${count}`, text)
          } catch {
            text = text.slice(0, Math.floor(text.length / 2))
          }
        }
      })
      return () =>
        page.evaluate(() => {
          for (const key of Object.keys(localStorage)) if (key.startsWith('another.')) localStorage.removeItem(key)
        })
    },
    async signInAgain() {
      await page.goto(`/local/as/${persona}`)
      await appStands(page)
    },
  }
}

/** The login has moved on and the first page stands. Taro's router loses a page when it is sent elsewhere while it starts. */
export async function appStands(page: Page): Promise<void> {
  await page.waitForURL((url) => !url.pathname.startsWith('/local'))
  await page.getByRole('heading').filter({ visible: true }).first().waitFor()
}

/** Where each persona's mini-program begins. */
const FIRST_PAGE: Partial<Record<PersonaId, string>> = {
  manager: '/staff/tasks/index',
  manager2: '/staff/tasks/index',
  manager3: '/staff/tasks/index',
  supervisor: '/staff/overview/index',
}

/** The compiled mini-program under WeChat's component framework. */
export const miniProgram: OpenDevice = async (browser, host, { persona, scheme }) => {
  let pictures: string[] = []
  const { token } = await host.login(persona)
  const app = await launchWeapp(browser, {
    dist: MINI_PROGRAM,
    hostUrl: host.url,
    token,
    scheme,
    start: FIRST_PAGE[persona],
    pictures: () => pictures,
  })
  return {
    page: app.page,
    errors: app.errors,
    close: app.close,
    open: app.open,
    back: app.back,
    async givePicture(files, ask) {
      pictures = [files].flat()
      await ask()
    },
    closeApp: app.closeApp,
    async fillStorage() {
      await app.set({ storageBytes: 0 })
      return () => app.set({ storageBytes: 10 * 1024 * 1024 })
    },
    // WeChat knows its user whatever happened to the host.
    async signInAgain() {
      await app.set({ token: (await host.login(persona)).token })
    },
  }
}
