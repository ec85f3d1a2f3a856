import { randomUUID } from 'node:crypto'
import { Driver, type Stored } from '../support/driver'

/**
 * 重新核定 with the notice of 2020-01-27, which lengthened a Spring Festival already under way: the host's clock passes
 * the day it was published, and everything promised before is settled anew.
 */
let driver: Driver
beforeEach(async () => {
  driver = await Driver.start()
})
afterEach(() => driver?.stop())

type Push = { openid: string; data: Record<string, string> }
const pushesTo = async (openid: string) =>
  ((await driver.host.wechat()) as Push[]).filter((push) => push.openid === openid).map(({ data }) => data)
const MANAGER = 'oLocalManager-liqiang------0'
const RESIDENT = 'oLocalResident-weixiaohong-0'
const of = (documents: Stored[] | undefined, id: string) => (documents ?? []).filter((row) => row.caseId === id)

test('a notice published under way moves the promise, the ledger says so and the people are told, once', async () => {
  await driver.at('2020-01-22 10:00')
  const resident = await driver.as('resident')
  const { id, promise } = await resident.apply()
  expect(promise).toMatchObject({ dueDay: '2020-01-31', earlierDay: '2020-01-23', provisional: false })
  await driver.at('2020-01-26 12:00')
  await driver.sweep()
  expect((await resident.call('applicant', 'case', { id })).promise?.dueDay).toBe('2020-01-31')

  await driver.at('2020-01-27 00:01')
  for (const _ of [1, 2, 3]) await driver.sweep()
  const after = await resident.call('applicant', 'case', { id })
  expect(after.promise).toMatchObject({ dueDay: '2020-02-03', provisional: false })
  expect(after.history.at(-1)).toMatchObject({
    by: 'system',
    text: '放假安排已公布，承诺日期由1月31日（周五）改为2月3日（周一）',
  })
  // The manager's and the applicant's next command are not put out of date by it.
  expect(after.version).toBe(1)
  expect((await pushesTo(RESIDENT)).filter(({ phrase2 }) => phrase2 === '日期有变')).toEqual([
    expect.objectContaining({ date3: '2020年2月3日', thing4: '放假安排公布，承诺日期改了' }),
  ])
  expect((await pushesTo(MANAGER)).filter(({ thing4 }) => thing4 === '放假安排公布，期限有变')).toHaveLength(1)
  const supervisor = await driver.as('supervisor')
  const ledger = await supervisor.call('staff', 'ledger', { id })
  expect(ledger.intact).toBe(true)
  expect(ledger.events.filter(({ type }) => type === 'recounted')).toHaveLength(1)
  const { applications } = driver.documents()
  expect(applications.find(({ _id }) => _id === id)).toMatchObject({ dueAt: Date.parse('2020-02-04T00:00:00+08:00') })
})

test('a command that comes before the sweep settles the calendar first, so nothing moves unseen', async () => {
  await driver.at('2020-01-22 10:00')
  const { id } = await (await driver.as('resident')).apply()
  await driver.at('2020-01-27 00:00')
  const manager = await driver.as('manager')
  await manager.call('staff', 'visit', {
    commandId: randomUUID(),
    id,
    version: 1,
    externalLine: true,
    site: [await manager.upload('not-a-paper.jpg', 'site', 'staff')],
    meterPosition: '楼道',
    papers: [],
  })
  for (const _ of [1, 2]) await driver.sweep()
  const events = of(driver.documents().events, id)
  const types = events.map(({ event }) => (event as { type: string }).type)
  expect(types.filter((type) => type === 'recounted')).toHaveLength(1)
  expect(types.indexOf('recounted')).toBeLessThan(types.indexOf('surveyed'))
  const { by } = events.find(({ event }) => (event as { type: string }).type === 'recounted') as unknown as {
    by: { role: string }
  }
  expect(by.role).toBe('system')
})

test('a promise that only becomes certain is recorded, and nobody is disturbed', async () => {
  await driver.at('2024-04-08 10:00')
  const resident = await driver.as('resident')
  const { id, promise } = await resident.apply()
  expect(promise).toMatchObject({ dueDay: '2024-04-10', provisional: true })
  await driver.at('2024-04-10 00:01')
  for (const _ of [1, 2]) await driver.sweep()
  const after = await resident.call('applicant', 'case', { id })
  expect(after.promise).toMatchObject({ dueDay: '2024-04-10', provisional: false })
  expect(after.history.at(-1)?.text).toBe('放假安排已公布，承诺日期确定为4月10日（周三）')
  expect((await pushesTo(RESIDENT)).map(({ phrase2 }) => phrase2)).toEqual(['已受理'])
})
