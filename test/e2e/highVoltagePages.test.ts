import { shot } from '../support/shots'
import { webPage } from './support/devices'
import { act, applyForHighVoltage, bringToReplied, reportCompletion } from './support/highVoltageCase'
import { inspectItems } from './support/highVoltageStaff'
import type { Person } from './support/Person'
import { Town } from './support/Town'
import { faultsOfTappables, saidTwice } from './support/tappables'

/** The pages high voltage adds for staff: reached by finger, keyboard and screen reader, on a phone, on a desk, larger and darker. */
let town: Town
let planning: string
let again: string

beforeAll(async () => {
  town = await Town.start()
  const [company, manager] = [await town.session('company'), await town.session('manager')]
  again = await applyForHighVoltage(company)
  await bringToReplied(manager, again)
  await reportCompletion(company, again)
  const problems = [
    { item: 'grounding' as const, what: '接地电阻 6 欧，设计值 4 欧', clause: 'GB 50169-2016', pictures: [] },
    { item: 'safety' as const, what: '配电房没有挂安全标识', clause: 'GB 26860-2011', pictures: [] },
    { item: 'grounding' as const, what: '接地扁铁焊接长度不够', clause: 'GB 50169-2016', pictures: [] },
  ]
  await act(manager, again, 'inspect', { problems })
  await reportCompletion(company, again)
  planning = await applyForHighVoltage(company)
  await act(manager, planning, 'accept', {})
  await act(manager, planning, 'visit', {
    externalLine: true,
    site: [await manager.upload('not-a-paper.jpg', 'site', 'staff')],
    meterPosition: '配电房',
    papers: [],
  })
  await act(manager, planning, 'askReview', {
    template: 'dedicatedLine',
    point: { line: '10千伏河东线', pole: '12号杆' },
    outage: true,
    drawing: [await manager.upload('not-a-paper.jpg', 'drawing', 'staff')],
    reviewers: ['luohai', 'weining'],
  })
})
afterEach(async () => {
  const errors = town.errors()
  await town.closePhones()
  expect(errors).toEqual([])
})
afterAll(() => town.stop())

const width = (person: Person) => person.page.evaluate(() => document.documentElement.scrollWidth)

test.each([
  ['phone', 375, 'light', false],
  ['desk', 1280, 'light', false],
  ['dark', 375, 'dark', false],
  ['elder', 375, 'light', true],
] as const)('%s', async (name, wide, scheme, elder) => {
  const faults: Record<string, string[]> = {}
  const pages = async (persona: 'manager' | 'reviewer', opened: [page: string, address: string, words: string][]) => {
    const person = await town.person(persona, webPage, { scheme })
    // Tall enough that a page shows whole.
    await person.page.setViewportSize({ width: wide, height: 2400 })
    if (elder) await person.tap(/^大字版/)
    for (const [page, address, words] of opened) {
      await person.device.open(address)
      await person.sees(words)
      if (page === 'reply') {
        await person.choose('10千伏专用线路，高供高计')
        await person.tap('再请几个人')
        await person.sees('调度中心 覃岚')
      }
      if (page === 'inspect') {
        // The lines keep the numbers of the written list, under their item's heading, which is said once.
        await person.sees('3. 接地扁铁焊接长度不够')
        await person.hears('button', /^查看第3条整改照片1/)
        expect(await person.page.getByText('接地装置', { exact: true }).filter({ visible: true }).count()).toBe(1)
        expect(await person.page.getByRole('radiogroup', { name: '第1、3条改好了吗' }).count()).toBe(1)
        await person.tap(/^上次合格的项目/)
        await inspectItems(person, { 继电保护定值和传动: '定值与整定单不符' })
      }
      await person.settled()
      expect(await width(person)).toBeLessThanOrEqual(wide)
      const found = await faultsOfTappables(person.page)
      const wrong = [...found.faults, ...(await saidTwice(person.page)).map((name) => `${name}: twice`)]
      if (wrong.length > 0) faults[page] = wrong
      await shot(person.page, `hv-pages-${name}-${page}`)
    }
  }
  await pages('manager', [
    ['tasks', '/staff/tasks/index', '李强，您好'],
    ['case', `/staff/case/index?id=${again}`, '谁的时间'],
    ['reply', `/staff/reply/index?id=${planning}`, '用哪种方案'],
    ['inspect', `/staff/inspect/index?id=${again}`, '第2次检验'],
    ['planning', `/staff/case/index?id=${planning}`, '会签'],
  ])
  await pages('reviewer', [['review', `/staff/review/index?id=${planning}`, '您的意见']])
  expect(faults).toEqual({})
})
