import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { complaintTopics } from '@shared/rules/complaints'
import { launchWeapp } from '../support/weapp/launchWeapp'
import { beginToApply, sayWhere, typeIdentity } from './support/applying'
import { miniProgram, webPage } from './support/devices'
import { eventually } from './support/eventually'
import { Town } from './support/Town'

const TOPIC = complaintTopics[0].code

/** Whichever way somebody goes round and round, the next page opens, and what was handed in lies behind. */
let town: Town
beforeAll(async () => {
  town = await Town.start()
})
afterEach(async () => {
  const errors = town.errors()
  await town.closePhones()
  expect(errors).toEqual([])
})
afterAll(() => town.stop())

describe.each([
  ['web', webPage],
  ['weapp', miniProgram],
] as const)('%s', (_name, device) => {
  test('four times 有错，回去改 from the depth of the stack, and the application still gets signed; back is home', async () => {
    const resident = await town.person('resident', device)
    await resident.tap(/^需要什么材料/)
    await resident.choose('家里用')
    await resident.choose('新装')
    await beginToApply(resident)
    await typeIdentity(resident, '韦小红', '450202198803120326')
    await sayWhere(resident, { address: '文昌路18号', district: '城中区' })
    for (let round = 0; round < 4; round += 1) {
      await resident.tap('有错，回去改')
      await resident.sees('下一步：在哪里用电')
      await resident.tap('下一步：在哪里用电')
      await resident.tap('下一步：核对签名')
      await resident.sees('用电申请书')
    }
    await resident.sign()
    await resident.tap('提交申请')
    await resident.sees('申请收到了')
    await resident.device.back()
    await resident.sees('一张证件，当天受理')
  })

  test('看板 and 待办 in turns', async () => {
    const complainer = await town.session('neighbour')
    const { id } = await complainer.apply()
    await complainer.call('applicant', 'complain', { commandId: randomUUID(), id, topic: TOPIC, words: '' })
    const supervisor = await town.person('supervisor', device)
    await supervisor.device.open('/staff/tasks/index')
    for (let round = 0; round < 6; round += 1) {
      await supervisor.tap(/^看板/)
      await supervisor.sees('投诉待答复')
      await supervisor.tap(/投诉待答复/)
      await supervisor.sees(/^看板/)
    }
  })
})

test('拒绝 is called by its name, and asked again; a permission denied leads to the settings', async () => {
  const { token } = await town.host.login('resident')
  const dist = path.resolve(__dirname, '../../dist/miniprogram')
  const app = await launchWeapp(town.browser, {
    dist,
    hostUrl: town.host.url,
    token,
    privacyAgreed: false,
    pictures: () => [],
  })
  try {
    await app.tapText('我要用电')
    await app.page.getByRole('checkbox').filter({ visible: true }).tap()
    await app.tapText('拍照')
    await app.tapText('拒绝')
    await app.text(/^您没有同意使用相机。可以手工填写/).waitFor()
    await app.set({ privacyAgreed: true, denied: ['camera'] })
    await app.tapText('拍照')
    await app.text(/^手机没有允许微信使用相机。/).waitFor()
    await app.tapText('打开设置')
    expect(await app.wxCalls('openSetting')).toHaveLength(1)
    expect(await app.wxCalls('chooseMedia')).toHaveLength(2)
  } finally {
    await app.close()
  }
})

test('the guide and the papers stand open to whoever has not signed in, and radios answer Space and the arrows', async () => {
  const context = await town.browser.newContext({ baseURL: town.host.url, viewport: { width: 375, height: 750 } })
  const page = await context.newPage()
  try {
    await page.goto('/#/service/guide/index')
    await page.getByText('怎么办').first().waitFor()
    await page.goto('/#/pages/home/index')
    await page.getByText('请先登录').waitFor()
    await page.getByRole('button', { name: /^需要什么材料/ }).click()
    const home = page.getByRole('radio', { name: /^家里用/ }).filter({ visible: true })
    await home.focus()
    await page.keyboard.press('Space')
    // A question that has only just appeared may lose the focus once.
    await eventually(async () => {
      await page.getByRole('radio', { name: /^新装/ }).press('ArrowRight')
      await page.getByRole('radio', { name: /^已经有电/, checked: true }).waitFor({ timeout: 2_000 })
    })
    await page.getByText('身份证').first().waitFor()
  } finally {
    await context.close()
  }
})
