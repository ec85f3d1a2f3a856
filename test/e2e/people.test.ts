import { collectErrors } from '../support/phone'
import { shot } from '../support/shots'
import { appStands, miniProgram } from './support/devices'
import { Town } from './support/Town'

/** Everybody's own first page, the supervisor's view of the road, and how the pages look to whoever needs them larger or darker. */
let town: Town

beforeAll(async () => {
  town = await Town.start()
  await (await town.session('resident')).apply()
  await (await town.session('neighbour')).apply({ person: 'qin', withPicture: false, district: '柳北区' })
})
afterEach(async () => {
  const errors = town.errors()
  await town.closePhones()
  expect(errors).toEqual([])
})
afterAll(() => town.stop())

test.each([
  ['resident', '一张证件，当天受理'],
  ['neighbour', '正在受理'],
  ['shop', '我要用电'],
  ['manager', '李强，您好'],
  ['manager2', '现在没有待办'],
  ['supervisor', '在办申请'],
  ['newcomer', '绑定后就能办件'],
] as const)('the web page opens for the %s where they begin', async (persona, words) => {
  const person = await town.person(persona)
  await person.sees(words)
  await person.shot(`first-${persona}`)
})

test("the supervisor's board shows both cases, and the ledger is whole", async () => {
  const supervisor = await town.person('supervisor')
  await supervisor.hears('button', /^最晚11月26日（周四），按时进行，居民用电 · 城中区，.*客户经理李强/)
  await supervisor.hears('button', /^待受理，.*居民用电 · 柳北区，.*客户经理李强/)
  await supervisor.tap(/^看居民用电，.*文昌路.*的台账/)
  await supervisor.sees('记录完整，前后一致')
  await supervisor.sees('共4条，每一条都与前一条首尾相接，当前状态和待办都与它们相符，刚刚核对过。')
  await supervisor.sees('一次性告知：还差物业权属证明')
  await supervisor.shot('supervisor-ledger')
})

test("in the mini-program too: the supervisor's board and a case's ledger", async () => {
  const supervisor = await town.person('supervisor', miniProgram)
  await supervisor.hears('button', /^最晚11月26日（周四），按时进行，居民用电 · 城中区/)
  await supervisor.shot('weapp-supervisor-board')
  await supervisor.tap(/^看居民用电，.*文昌路.*的台账/)
  await supervisor.sees('记录完整，前后一致')
})

test('大字版 makes the words larger on every page and is remembered', async () => {
  const resident = await town.person('resident')
  const size = async () =>
    (await resident.sees('一张证件，当天受理')).evaluate((element) =>
      Number.parseFloat(getComputedStyle(element).fontSize),
    )
  const before = await size()
  await resident.tap(/^大字版/)
  await resident.hears('button', /^换回标准字号/)
  expect((await size()) / before).toBeCloseTo(1.4)
  await resident.shot('elder-home')
  await resident.tap(/^居民用电，/)
  await resident.sees('您的客户经理')
  await resident.shot('elder-case')
  await resident.device.signInAgain()
  await resident.hears('button', /^换回标准字号/)
})

test.each([
  ['resident', '承诺最晚通电'],
  ['manager', '李强，您好'],
  ['supervisor', '在办申请'],
] as const)('the dark scheme on the first page of the %s', async (persona, words) => {
  const person = await town.person(persona, undefined, { scheme: 'dark' })
  const found = await person.sees(words)
  const [text, ground] = await found.evaluate((element) => {
    let behind: Element | null = element
    while (behind && /^(rgba\(0, 0, 0, 0\)|transparent)$/.test(getComputedStyle(behind).backgroundColor))
      behind = behind.parentElement
    return [getComputedStyle(element).color, behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)']
  })
  expect(brightness(text)).toBeGreaterThan(brightness(ground) + 80)
  await person.shot(`dark-${persona}`)
})

/** Of a CSS colour, 0 to 255. */
const brightness = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return 0.299 * red + 0.587 * green + 0.114 * blue
}

test('staff pages on a desk: nothing runs off at 1280 pixels', async () => {
  const [id] = (await (await town.session('resident')).call('applicant', 'home', {})).cases.rows.map((row) => row.id)
  const context = await town.browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    baseURL: town.host.url,
  })
  const page = await context.newPage()
  const errors = collectErrors(page)
  await page.goto('/local/as/supervisor')
  await appStands(page)
  for (const [name, address, words] of [
    ['case', `/staff/case/index?id=${id}`, '申请人'],
    ['ledger', `/staff/ledger/index?id=${id}`, '记录完整，前后一致'],
    ['tasks', '/staff/tasks/index', '莫芳，您好'],
    ['board', '/staff/overview/index', '在办申请'],
  ] as const) {
    await page.goto(`/#${address}`)
    await page.getByText(words).filter({ visible: true }).last().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
    await shot(page, `desk-${name}`)
  }
  await context.close()
  expect(errors).toEqual([])
})
