import { randomUUID } from 'node:crypto'
import type { StaffCaseView } from '@shared/contract/case'
import { appError } from '@shared/errors'
import type { Request } from 'playwright-core'
import { business, type Session } from '../support/driver'
import { collectErrors } from '../support/phone'
import { shot } from '../support/shots'
import { appStands } from './support/devices'
import type { Person } from './support/Person'
import { paper, Town } from './support/Town'
import { faultsOfTappables } from './support/tappables'

/** What staff do about a case beside carrying it on, and the supervisor's board, on the built web page. */
let town: Town
let manager: Session
beforeAll(async () => {
  town = await Town.start()
  manager = await town.session('manager')
})
afterEach(async () => {
  const errors = town.errors()
  await town.closePhones()
  expect(errors).toEqual([])
})
afterAll(() => town.stop())

const on = ({ id, version }: { id: string; version: number }) => ({ commandId: randomUUID(), id, version })

/** A case of 柳南区 that came to 李强: there 韦丽 works too. */
async function shared(): Promise<StaffCaseView> {
  // A case goes to the less burdened of the two.
  for (let cases = 0; cases < 40; cases += 1) {
    const { id } = await (await town.session('neighbour')).apply({ person: 'qin', district: '柳南区' })
    const seen = await (await town.session('supervisor')).call('staff', 'case', { id })
    if (seen.manager?.id === 'liqiang') return seen
  }
  throw new Error('forty cases, and none of them came to 李强')
}
/** A factory whose scheme has been answered, at a point with a name of its own. */
async function replied(line: string): Promise<StaffCaseView> {
  const { id } = await (await town.session('company')).apply({ change: business(800) })
  const accepted = await manager.call('staff', 'accept', on(await manager.call('staff', 'case', { id })))
  const survey = { externalLine: false, meterPosition: '配电房', papers: [] }
  const visited = await manager.call('staff', 'visit', { ...on(accepted), ...survey })
  const point = { line, pole: '12号杆' }
  return manager.call('staff', 'reply', { ...on(visited), template: 'teeHighMetering', point, outage: false })
}

/** The page as it stands: nothing runs off a phone, and whatever answers to a finger is large enough and has a name. */
async function look(person: Person, name: string): Promise<void> {
  await person.shot(`casework-${name}`)
  expect((await faultsOfTappables(person.page)).faults).toEqual([])
  // Of the page itself: one that slides in or out beside it makes the document wider for a moment.
  const screen = person.page.locator('.screen').filter({ visible: true }).last()
  expect(await screen.evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(375)
}

/** On the phone of somebody whose calendar says what the town's does. */
async function today(person: Person): Promise<void> {
  await person.page.clock.setFixedTime(await town.host.clock.now())
}

test('a case is handed to a colleague with a reason, and leaves the list', async () => {
  const { id } = await shared()
  const person = await town.person('manager')
  await person.sees('李强，您好')
  await person.device.open(`/staff/case/index?id=${id}`)
  await person.tap(/^转给同事，/)
  await person.tap('转给同事')
  await person.sees('请选给谁办')
  await person.choose('韦丽')
  await person.tap('转给同事')
  await person.sees('请写一下原因')
  await person.fill('原因', '去培训')
  await look(person, 'reassign')
  await person.tap('转给同事')
  await person.sees(/^转给韦丽？/)
  await person.tap('转给韦丽')
  await person.sees('李强，您好')
  // Who had it hears for a while whose it is now.
  expect(await manager.codeOf('staff', 'case', { id })).toBe('CASE_HANDED_OVER')
})

test('a time is agreed on: a day and half of it, before the promised one', async () => {
  const { id } = await (await town.session('resident')).apply()
  const person = await town.person('manager')
  await person.sees('李强，您好')
  await today(person)
  await person.device.open(`/staff/case/index?id=${id}`)
  await person.tap(/^约时间，还没有约/)
  await person.choose('11月25日（周三）')
  await person.choose('上午')
  await look(person, 'appoint')
  await person.tap('约好了')
  await person.hears('button', /^约时间，已约11月25日（周三）上午/)
})

test('an anomaly with its proof: the page says that the clock runs on, and the case that it is over', async () => {
  const { id } = await (await town.session('resident')).apply()
  const person = await town.person('manager')
  await person.sees('李强，您好')
  await person.device.open(`/staff/case/index?id=${id}`)
  await person.tap(/^用时异常，/)
  await person.sees('登记了也不停表')
  await person.tap('登记用时异常')
  await person.sees('请选一个原因')
  await person.choose('等道路开挖或规划许可')
  await person.fill('说明（可以不写）', '许可已经递交')
  await person.takePicture(paper('property-wei.jpg'))
  await person.hears('img', '证据第1张')
  await look(person, 'anomaly')
  await person.tap('登记用时异常')
  await person.tap('登记')
  await person.hears('button', /^用时异常，等道路开挖或规划许可，还没解除/)
  const recorded = await manager.call('staff', 'case', { id })
  expect(recorded.anomalies).toMatchObject([{ note: '许可已经递交', pictures: [expect.any(String)] }])
  await person.tap(/^用时异常，/)
  await person.sees('许可已经递交')
  await look(person, 'anomaly-recorded')
  await person.tap('等道路开挖或规划许可，已经解决了')
  await person.sees(/解除$/)
})

test('an answer that was lost: what was written goes out by itself again, and is recorded once', async () => {
  const { id } = await (await town.session('resident')).apply()
  const person = await town.person('manager')
  await person.sees('李强，您好')
  await person.device.open(`/staff/anomaly/index?id=${id}`)
  await person.choose('恶劣天气不能施工')
  await person.sees('证据照片（可以不拍）')
  const { page } = person
  await page.route('**/v1/functions/staff', async (route) => {
    if (route.request().postDataJSON().action !== 'recordAnomaly') return route.fallback()
    // The host answers, the phone never hears it.
    await route.fetch()
    await route.abort()
  })
  await person.tap('登记用时异常')
  await person.tap('登记')
  await person.sees('已存在手机里')
  await page.unroute('**/v1/functions/staff')
  await person.hears('button', /^用时异常，恶劣天气不能施工，还没解除/)
  expect((await manager.call('staff', 'case', { id })).anomalies).toHaveLength(1)
})

test('that a case was opened is said again where the first word of it was refused', async () => {
  const { id } = await (await town.session('resident')).apply()
  const person = await town.person('manager')
  await person.sees('李强，您好')
  const { page } = person
  const isWord = (request: Request) => request.postDataJSON()?.action === 'markRead'
  let refused = false
  await page.route('**/v1/functions/staff', async (route) => {
    if (refused || !isWord(route.request())) return route.fallback()
    refused = true
    await route.fulfill({ json: { ok: false, error: appError('CASE_CHANGED') } })
  })
  const open = async () => {
    const answered = page.waitForResponse((response) => isWord(response.request()))
    await person.device.open(`/staff/case/index?id=${id}`)
    await answered
  }
  await open()
  await person.device.open('/staff/tasks/index')
  await person.sees('李强，您好')
  await open()
  const { events } = await (await town.session('supervisor')).call('staff', 'ledger', { id })
  expect(events.map(({ type }) => type)).toContain('taskRead')
})

test('the supervisor finds a complaint in 待办, answers it, and sees that the case was urged', async () => {
  const resident = await town.session('resident')
  const { id } = await resident.apply()
  await resident.call('applicant', 'urge', { commandId: randomUUID(), id })
  await resident.call('applicant', 'complain', { commandId: randomUUID(), id, topic: 'late', words: '说好昨天来的' })
  const person = await town.person('supervisor')
  await person.sees('在办申请')
  await person.hears('button', '1 投诉待答复，点开看')
  await person.tap('1 投诉待答复，点开看')
  await person.tap(/^答复投诉，/)
  await person.sees('说好昨天来的')
  await person.fill('答复“办得太慢、超过承诺时间”', '今天下午就到')
  await look(person, 'complaint')
  await person.tap('答复')
  await person.tap('发给用户')
  await person.sees('莫芳，您好')
  await person.device.open(`/staff/case/index?id=${id}`)
  await person.hears('button', /^投诉，都答复过了/)
  await person.sees('用户催过办')
  await look(person, 'case')
  expect((await resident.call('applicant', 'case', { id })).complaints[0]).toMatchObject({ answer: '今天下午就到' })
})

test('a point renamed is found by its new name, and the case says both', async () => {
  const { id } = await replied('10千伏城站线')
  const person = await town.person('manager')
  await person.sees('李强，您好')
  await today(person)
  await person.device.open('/staff/points/index')
  await person.tap(/^10千伏城站线 12号杆/)
  await person.tap('给10千伏城站线12号杆改名')
  await person.fill('线路', '10千伏文昌线')
  await look(person, 'points')
  await person.tap('改成新名')
  await person.tap('改名')
  // Begun on the day the first name began: it takes its place.
  await person.hears('button', /^10千伏文昌线 12号杆，(?!改过)/)
  await person.device.open(`/staff/case/index?id=${id}`)
  await person.sees(/^接入点改名了：方案上写的是10千伏城站线12号杆，现在叫10千伏文昌线12号杆/)
})

test('opened by a push: a point can be chosen or typed, and the way back leads to 待办', async () => {
  await replied('10千伏城站线')
  const { id } = await (await town.session('company')).apply({ change: business(800) })
  const accepted = await manager.call('staff', 'accept', on(await manager.call('staff', 'case', { id })))
  await manager.call('staff', 'visit', { ...on(accepted), externalLine: false, meterPosition: '配电房', papers: [] })
  const person = await town.person('manager')
  await person.sees('李强，您好')
  // A phone that has not seen the case, at the page itself.
  await person.page.evaluate(() => localStorage.clear())
  await person.device.signInAgain()
  await person.device.open(`/staff/reply/index?id=${id}`)
  await person.page.reload()
  await person.choose('列表里没有，自己填')
  await person.fill('线路', '10千伏柳东线')
  await look(person, 'reply-by-push')
  await person.tap('返回')
  await person.sees('李强，您好')
})

test('while somebody is away both see it on 待办, and the board says so', async () => {
  const person = await town.person('manager')
  await person.sees('李强，您好')
  await today(person)
  await look(person, 'tasks')
  await person.tap(/^假期代班/)
  await person.choose('韦丽')
  await person.tap('代班到哪天晚一周')
  await look(person, 'cover')
  await person.tap('请人代班')
  await person.tap('交给代班的')
  await person.sees('您的待办由韦丽代办，到12月1日（周二）为止')
  const standIn = await town.person('manager3')
  await standIn.sees('您在替李强办，到12月1日（周二）为止')
  const supervisor = await town.person('supervisor')
  await supervisor.sees('韦丽代班到12月1日（周二）')
  await supervisor.sees('等用户，不计时')
  await look(supervisor, 'board')
  await supervisor.device.open('/staff/tasks/index')
  await supervisor.tap(/^大字版/)
  await supervisor.device.open('/staff/overview/index')
  await supervisor.sees('在办申请')
  await look(supervisor, 'board-elder')
  await person.tap(/^假期代班/)
  await person.tap('我回来了，自己办')
  await person.sees('李强，您好')
  await person.seesNot(/^您的待办由韦丽/)
})

test.each(['anomaly', 'reassign', 'appoint', 'cover', 'counter', 'points'])(
  '%s in the dark, in large type',
  async (page) => {
    const { id } = await shared()
    const person = await town.person('manager', undefined, { scheme: 'dark' })
    await person.tap(/^大字版/)
    await person.device.open(`/staff/${page}/index?id=${id}`)
    await person.page.waitForURL(new RegExp(page))
    await look(person, `dark-elder-${page}`)
  },
)

test('on a desk: nothing runs off at 1280 pixels', async () => {
  const { id } = await shared()
  const context = await town.browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    baseURL: town.host.url,
  })
  const page = await context.newPage()
  const errors = collectErrors(page)
  for (const [persona, pages] of [
    ['manager', ['tasks', 'case', 'anomaly', 'reassign', 'appoint', 'cover', 'counter', 'points']],
    ['supervisor', ['overview', 'complaint']],
  ] as const) {
    await page.goto(`/local/as/${persona}`)
    await appStands(page)
    for (const name of pages) {
      await page.goto(`/#/staff/${name}/index?id=${id}`)
      await page.locator('.screen__body > :not(.skeleton)').filter({ visible: true }).first().waitFor()
      await page.locator('[aria-busy=true]').filter({ visible: true }).first().waitFor({ state: 'hidden' })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
      await shot(page, `casework-desk-${name}`)
    }
  }
  await context.close()
  expect(errors).toEqual([])
})
