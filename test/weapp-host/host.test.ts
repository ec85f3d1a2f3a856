import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { launchBrowser } from '../support/chromium'
import { shot } from '../support/shots'
import { launchWeapp, type Weapp, type WeappOptions } from '../support/weapp/launchWeapp'
import { HostStandIn } from './HostStandIn'

const dist = path.join(__dirname, 'fixture')
const folder = mkdtempSync(path.join(tmpdir(), 'weapp-host-'))
const photo = path.join(folder, 'photo.png')

let browser: Browser
let host: HostStandIn
let app: Weapp

beforeAll(async () => {
  browser = await launchBrowser()
  await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0a8f5b' } }).toFile(photo)
})
beforeEach(async () => {
  host = await HostStandIn.start()
})
afterEach(async () => {
  const errors = app.errors
  await app.close()
  await host.stop()
  expect(errors).toEqual([])
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

async function launch(options: Partial<WeappOptions> = {}): Promise<Weapp> {
  app = await launchWeapp(browser, { dist, hostUrl: host.url, token: 'session-1', ...options })
  return app
}

const status = (text: string | RegExp) => app.page.getByRole('status').filter({ hasText: text }).first().waitFor()
const name = () => app.page.getByLabel('姓名')

test('scripts see no browser, and the address reaches the page', async () => {
  await launch({ start: '/pages/form/form?from=list' })
  await app.text('系统 undefined,undefined,undefined,undefined list').waitFor()
  expect(await app.page.title()).toBe('填写')
})

test('every control reaches the app, and the cloud call carries all of it with the session', async () => {
  await launch()
  await name().fill('张三李四王五')
  await app.page.getByLabel('说明').fill('两行\n说明')
  await app.tapText('地区 城中区')
  await shot(app.page, 'weapp-host-sheet')
  await app.tapText('柳北区')
  await app.text('地区 柳北区').waitFor()
  await app.tapText('日期 2026-04-01')
  await app.page.locator('input[type=date]').fill('2026-04-10')
  await app.tapText('确定')
  await app.text('日期 2026-04-10').waitFor()
  await app.tapText('商业')
  await app.tapText('乙')
  await app.tapText('甲')
  await app.page.getByRole('switch', { name: '同意' }).tap()
  await app.tapText('提交')
  await app.text(/^张三李四/).waitFor()
  const data = {
    name: '张三李四',
    note: '两行\n说明',
    area: 1,
    day: '2026-04-10',
    kind: '商业',
    many: ['甲', '乙'],
    agreed: true,
  }
  expect(host.calls).toEqual([{ authorization: 'Bearer session-1', data }])
  expect(await app.stackPaths()).toEqual(['pages/form/form', 'pages/result/result'])
})

test('a tap bubbles with the dataset, catchtap stops it, and a disabled button swallows it', async () => {
  await launch()
  await app.tapText('内')
  await app.text('内').waitFor()
  await app.tapText('外')
  await app.text('内外2').waitFor()
  await app.page.getByRole('button', { name: '提交' }).tap({ force: true })
  await app.tapText('外')
  await app.text('内外2外2').waitFor()
  expect(host.calls).toEqual([])
})

test('pages keep their own styles and state; components speak to their page; an eleventh page is refused', async () => {
  await launch()
  await name().fill('王五')
  await app.page.getByRole('switch').tap()
  await app.tapText('提交')
  await app.tapText('徽章')
  await app.text('按了徽章').waitFor()
  const row = async () => {
    const element = app.page.locator('.row').filter({ visible: true }).first()
    return element.evaluate((one) => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).borderTopLeftRadius])
  }
  expect(await row()).toEqual(['3px', '0px'])
  for (let pages = 3; pages <= 10; pages++) {
    await app.tapText('再来一页')
    await app.page.waitForFunction((count) => window.weapp.stackPaths().length === count, pages)
  }
  expect(await app.stackPaths()).toHaveLength(10)
  await app.tapText('再来一页')
  await app.text('navigateTo:fail webview count limit exceed').waitFor()
  await app.open('/pages/form/form')
  expect(await app.stackPaths()).toEqual(['pages/form/form'])
  expect(await row()).toEqual(['0px', '7px'])
})

test('going back shows the page as it was left', async () => {
  await launch()
  await name().fill('赵六')
  await app.page.getByRole('switch').tap()
  await app.tapText('提交')
  await app.text(/^赵六/).waitFor()
  await app.back()
  expect(await name().inputValue()).toBe('赵六')
  await status('收到第1次')
})

test('rpx become a share of the screen, and the dark scheme reaches the styles', async () => {
  await launch({ scheme: 'dark' })
  const half = app.page.locator('.half')
  expect(await half.evaluate((element) => getComputedStyle(element).width)).toBe('187.5px')
  expect(await app.page.locator('page').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(16, 19, 20)',
  )
})

test('a finger draws on the canvas, and the drawing is uploaded as a picture', async () => {
  await launch()
  await name().fill('签')
  await app.tapText('提交')
  await status('收到第1次')
  const box = (await app.page.locator('canvas').boundingBox())!
  const finger = await app.page.context().newCDPSession(app.page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: box.x + x, y: box.y + y }],
    })
  await touch('touchStart', 20, 30)
  for (let x = 40; x <= 200; x += 20) await touch('touchMove', x, 30)
  await touch('touchEnd', 200, 30)
  await app.tapText('存签名')
  await status('已上传 200')
  const uploaded = host.uploads.get('/storage/signature.png')!
  const { data, info } = await sharp(uploaded).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([300, 100])
  const alpha = (x: number, y: number) => data[(y * info.width + x) * 4 + 3]
  expect([alpha(100, 30), alpha(200, 30), alpha(100, 80)]).toEqual([255, 255, 0])
})

test('a picture taken is shown; backing out of the camera is a failure the app hears of', async () => {
  const pictures = [[photo], []]
  await launch({ pictures: () => pictures.shift()! })
  await app.tapText('拍照')
  await status('照片 60x40')
  await app.page.getByRole('img', { name: '照片' }).waitFor()
  await app.tapText('拍照')
  await status('chooseMedia:fail cancel')
})

test('a code scanned reaches the app, and so does a pull', async () => {
  await launch({ scanned: 'METER-0772' })
  await app.tapText('扫码')
  await status('扫到 METER-0772')
  await app.set({ scanned: null })
  await app.tapText('扫码')
  await status('scanCode:fail cancel')
  await app.pullDown()
  await status('刷新了')
})

test('the privacy guide stands before the camera until it is agreed to', async () => {
  await launch({ privacyAgreed: false, pictures: () => [photo] })
  await app.tapText('拍照')
  await app.tapText('拒绝')
  await status('chooseMedia:fail privacy permission is not authorized')
  await app.tapText('拍照')
  await app.tapText('同意')
  await status('照片 60x40')
})

test('a subscribe message is answered by the person', async () => {
  await launch({ subscribe: 'reject' })
  await app.tapText('通知我')
  await status('订阅 reject')
  await app.set({ subscribe: 'accept' })
  await app.tapText('通知我')
  await status('订阅 accept')
})

test('a lost answer and a lost network both fail the call; only the first reached the function', async () => {
  await launch()
  await name().fill('钱七')
  await app.set({ loseAnswers: 1 })
  await app.tapText('提交')
  await status('cloud.callFunction:fail request:fail')
  expect(host.calls).toHaveLength(1)
  await app.setOffline(true)
  await app.tapText('提交')
  await status('cloud.callFunction:fail request:fail')
  expect(await app.wxCalls('cloud.callFunction')).toHaveLength(2)
  await app.setOffline(false)
  await app.tapText('提交')
  await status('收到第2次')
})

test('storage outlives the app; a dialog and a toast stand over the page', async () => {
  await launch()
  await name().fill('孙八')
  await app.tapText('记住')
  await shot(app.page, 'weapp-host-dialog')
  await app.tapText('确定')
  await app.text('已记住').waitFor()
  const storage = await app.exportStorage()
  expect(storage).toEqual({ name: '孙八' })
  const first = app
  await launch({ storage })
  await first.close()
  expect(await name().inputValue()).toBe('孙八')
})
