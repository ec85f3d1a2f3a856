import type { Locator, Page } from 'playwright-core'
import { typeInto } from '../../support/phone'
import { shot } from '../../support/shots'

/** What differs between the web page and the mini-program for whoever holds the phone. */
export interface Device {
  readonly page: Page
  /** Uncaught exceptions and console errors, oldest first. */
  readonly errors: string[]
  /** Goes to an address of the app such as `/pages/case/index?id=…`, as a link or a push does. */
  open(address: string): Promise<void>
  /** The way back of this platform. */
  back(): Promise<void>
  /** Hands this file over when `ask` makes the app open the camera or the album. */
  givePicture(files: string | string[], ask: () => Promise<void>): Promise<void>
  /** Ends the app; answers the way to open it again, on this page, with what the device holds of it. */
  closeApp(): Promise<(address: string) => Promise<void>>
  /** Something else fills what the device has for small values; answers the way to free it. */
  fillStorage(): Promise<() => Promise<void>>
  /** Signs the same person in again, on the same phone, after the host forgot them. */
  signInAgain(): Promise<void>
  close(): Promise<void>
}

/**
 * A person at a phone. Everything is found by what a screen reader says of it or by the words on the screen, in the same way in the
 * browser and in the mini-program; hidden pages of the stack are not there for a person.
 */
export class Person {
  readonly page: Page

  constructor(readonly device: Device) {
    this.page = device.page
  }

  button(name: string | RegExp): Locator {
    return this.visible(this.page.getByRole('button', { name, exact: typeof name === 'string' }))
  }

  async tap(name: string | RegExp): Promise<void> {
    await this.button(name).tap()
  }

  /** Answers a dialog, whichever way the platform draws it. */
  async answer(words: string): Promise<void> {
    await this.visible(this.page.getByText(words, { exact: true })).tap()
  }

  /** Taps an option; names begin with its words, a note may follow. */
  async choose(option: string): Promise<void> {
    await this.visible(this.page.getByRole('radio', { name: startsWith(option) })).tap()
  }

  async tick(name: string): Promise<void> {
    await this.visible(this.page.getByRole('checkbox', { name })).tap()
  }

  field(label: string): Locator {
    return this.visible(this.page.getByRole('textbox', { name: startsWith(label) }))
  }

  async fill(label: string, value: string): Promise<void> {
    await typeInto(this.field(label), value)
  }

  async valueOf(label: string): Promise<string> {
    return this.field(label).inputValue()
  }

  /** Waits until these words stand on the screen. */
  async sees(words: string | RegExp): Promise<Locator> {
    const found = this.visible(this.page.getByText(words))
    await found.waitFor()
    return found
  }

  /** Waits until a screen reader would find this. */
  async hears(role: 'listitem' | 'group' | 'status' | 'button' | 'img', name: string | RegExp): Promise<void> {
    await this.visible(this.page.getByRole(role, { name })).waitFor()
  }

  async seesNot(words: string | RegExp): Promise<void> {
    await this.visible(this.page.getByText(words)).waitFor({ state: 'hidden' })
  }

  async count(role: 'button' | 'listitem' | 'group', name: string | RegExp): Promise<number> {
    return this.page.getByRole(role, { name }).filter({ visible: true }).count()
  }

  /** Everything that stands on the screen. */
  async words(): Promise<string> {
    return this.page.locator('body').innerText()
  }

  async takePicture(files: string | string[], button = '拍照'): Promise<void> {
    await this.device.givePicture(files, () => this.tap(button))
  }

  /** Signs, and looks whether it shows: what loads above the pad moves it away, and whoever sees no ink signs again. */
  async sign(): Promise<void> {
    const pad = this.visible(this.page.getByRole('img', { name: /手写签名/ }))
    const unsigned = this.visible(this.page.getByText('请用手指在这里签名'))
    await pad.waitFor()
    for (let times = 0; times < 3 && (times === 0 || (await unsigned.count()) > 0); times += 1) {
      await this.settled()
      await this.writeOn(pad)
    }
    await unsigned.waitFor({ state: 'detached' })
  }

  /** Two strokes with a finger. */
  private async writeOn(pad: Locator): Promise<void> {
    await pad.scrollIntoViewIfNeeded()
    const box = (await pad.boundingBox())!
    const at = (x: number, y: number) => ({ x: box.x + box.width * x, y: box.y + box.height * y })
    const strokes = [
      [at(0.2, 0.3), at(0.3, 0.6), at(0.4, 0.4), at(0.5, 0.7)],
      [at(0.55, 0.3), at(0.7, 0.35), at(0.65, 0.7), at(0.8, 0.6)],
    ]
    const touch = await this.page.context().newCDPSession(this.page)
    // At the speed of a hand, and resting before the finger lifts: a stroke cut off in full flight is taken for a fling, and the
    // next tap only stops that.
    let seconds = Date.now() / 1000 - 3
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) => {
      seconds += 0.1
      return touch.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp: seconds })
    }
    for (const stroke of strokes) {
      await send('touchStart', [stroke[0]!])
      for (const point of [...stroke.slice(1), stroke.at(-1)!]) await send('touchMove', [point])
      await send('touchEnd', [])
    }
    await touch.detach()
  }

  /** Waits until nothing moves or loads any more: a page that slides in is somewhere else a moment later. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(() => {
      const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
      const busy = [...document.querySelectorAll('[aria-busy=true]')].filter((element) => element.checkVisibility())
      return busy.length === 0 && moving.every(({ playState }) => playState !== 'running')
    })
  }

  async shot(name: string): Promise<void> {
    await this.settled()
    await shot(this.page, name)
  }

  private visible(locator: Locator): Locator {
    return locator.filter({ visible: true }).last()
  }
}

const startsWith = (words: string) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(，|$)`)
