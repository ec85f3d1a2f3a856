import { randomUUID } from 'node:crypto'
import { Driver } from '../support/driver'

/** 超过承诺, by moving the host's clock: whoever waits hears of it when it happens. */
let driver: Driver
beforeEach(async () => {
  driver = await Driver.start()
})
afterEach(() => driver?.stop())

type Push = { openid: string; data: Record<string, string> }
const pushes = async () => (await driver.host.wechat()) as Push[]
const tips = async (openid: string) =>
  (await pushes()).filter((push) => push.openid === openid).map(({ data }) => data.thing4)
const MANAGER = 'oLocalManager-liqiang------0'
const RESIDENT = 'oLocalResident-weixiaohong-0'

test('a promise that is missed: the applicant is told once, with an apology, and the manager says the new day', async () => {
  await driver.at('2026-03-02 10:00')
  const resident = await driver.as('resident')
  const manager = await driver.as('manager')
  const { id } = await resident.apply()
  await driver.at('2026-03-05 00:01')
  for (const _ of [1, 2, 3]) await driver.sweep()
  expect((await tips(RESIDENT)).filter((tip) => tip === '对不起，晚了。可打12398投诉')).toHaveLength(1)
  expect(await tips(MANAGER)).toContain('超过承诺了，请告诉用户新的日子')
  const late = await resident.call('applicant', 'case', { id })
  expect(late.missed).toEqual({ dueDay: '2026-03-04', newDayBy: '2026-03-05', newDay: null })
  expect(late.promise?.late).toEqual({ workingDays: 1, until: '2026-03-05' })
  const { rows } = await manager.call('staff', 'tasks', {})
  expect(rows.map(({ kind, dueDay }) => [kind, dueDay])).toContainEqual(['newDay', '2026-03-05'])

  await driver.at('2026-03-05 09:00')
  const { version } = await manager.call('staff', 'case', { id })
  const day = { commandId: randomUUID(), id, version, day: '2026-03-06', cause: 'crewShortage' as const }
  const said = await manager.call('staff', 'giveNewDay', day)
  expect(said.missed?.newDay).toEqual({ day: '2026-03-06', because: '施工力量不足' })
  await driver.sweep()
  const told = (await pushes()).filter(({ openid, data }) => openid === RESIDENT && data.phrase2 === '新的日子')
  expect(told.map(({ data }) => data.date3)).toEqual(['2026年3月6日'])

  // That day passes too: it is owed again, and told again.
  await driver.at('2026-03-07 00:01')
  for (const _ of [1, 2]) await driver.sweep()
  expect((await tips(RESIDENT)).filter((tip) => tip === '对不起，晚了。可打12398投诉')).toHaveLength(2)
  expect((await resident.call('applicant', 'case', { id })).missed).toMatchObject({
    dueDay: '2026-03-06',
    newDay: null,
  })
})
