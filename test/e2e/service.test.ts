import { shot } from '../support/shots'
import { appStands } from './support/devices'
import { failedInspection, toPower } from './support/highVoltageCase'
import type { Person } from './support/Person'
import { Town } from './support/Town'
import { faultsOfTappables } from './support/tappables'

/** The pages around a running case: nothing runs off, everything tappable can be hit and heard, in every size and scheme. */
let town: Town
let id: string

beforeAll(async () => {
  town = await Town.start()
  id = await failedInspection(town)
})
afterEach(async () => {
  const errors = town.errors()
  await town.closePhones()
  expect(errors).toEqual([])
})
afterAll(() => town.stop())

/** Every page with words that stand there once it is loaded. */
const PAGES: [page: string, words: string][] = [
  ['pages/case', '整改中'],
  ['service/inspection', '有 2 处要改'],
  ['service/scheme', '供电公司这样答复您'],
  ['service/time', '路上遇到的事'],
  ['service/why', '现在是您的时间'],
  ['service/documents', '要一份盖章的'],
  ['service/complain', '等主管答复'],
  ['service/appoint', '现在没有要约的时间。轮到上门时会告诉您。'],
  ['service/correct', '改成什么'],
]
const address = (page: string) => `/${page}/index?id=${id}`

/** Faults of one page as it stands. */
async function faultsOn(person: Person, width: number): Promise<string[]> {
  await person.settled()
  const wide = await person.page.evaluate(
    (screen) =>
      [...document.querySelectorAll('body *')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > screen + 1)
        .map((element) => `runs off: ${element.className} ${(element.textContent ?? '').slice(0, 30)}`),
    width,
  )
  const { seen, faults } = await faultsOfTappables(person.page)
  expect(seen).toBeGreaterThan(0)
  return [...faults, ...wide]
}

async function walk(person: Person, name: string, pages: typeof PAGES): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [page, words] of pages) {
    await person.device.open(address(page))
    await person.sees(words)
    await shot(person.page, `${name}-${page.replace('/', '-')}`)
    const faults = await faultsOn(person, 375)
    if (faults.length > 0) found[page] = faults
  }
  return found
}

test('at phone width', async () => {
  expect(await walk(await town.person('company'), 'service', PAGES)).toEqual({})
})

test('in 大字版 and the dark scheme', async () => {
  const person = await town.person('company', undefined, { scheme: 'dark' })
  await person.tap(/^大字版/)
  await person.hears('button', /^换回标准字号/)
  expect(await walk(person, 'service-elder-dark', PAGES)).toEqual({})
})

test('on a desk', async () => {
  const context = await town.browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    baseURL: town.host.url,
  })
  const page = await context.newPage()
  await page.goto('/local/as/company')
  await appStands(page)
  for (const [name, words] of PAGES) {
    await page.goto(`/#${address(name)}`)
    await page.getByText(words).filter({ visible: true }).last().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
    await shot(page, `desk-${name.replace('/', '-')}`)
  }
  await context.close()
})

test('seen once, every page is there without a network, and says from when it is', async () => {
  const person = await town.person('company')
  for (const [page, words] of PAGES.slice(0, 4)) {
    await person.device.open(address(page))
    await person.sees(words)
  }
  await person.page.context().setOffline(true)
  for (const [page, words] of PAGES.slice(0, 4)) {
    await person.device.open(address(page))
    await person.sees(words)
    await person.sees(/没有连上网，这是.*看到的内容。/)
  }
  await person.page.context().setOffline(false)
})

test('once there is power: each stage, and every star can be hit', async () => {
  await toPower(town, id)
  const person = await town.person('company')
  const pages: typeof PAGES = [
    ['pages/case', '说到做到了吗'],
    ['service/inspection', '检验合格'],
    ['service/why', '一天一天数'],
    ['service/time', '客户受电工程建设'],
  ]
  expect(await walk(person, 'service-power', pages)).toEqual({})
})
