import { applyUpToSubmit } from './support/applying'
import { miniProgram, webPage } from './support/devices'
import { loseNextAnswer, watchCalls } from './support/network'
import type { Person } from './support/Person'
import { stepsIn } from './support/steps'
import { Town } from './support/Town'
import { energize, fillVisitSheet } from './support/working'

/** `kill -9` of the host in the middle of the road: everything acknowledged is there, nothing is doubled. */
describe.each([
  ['web', webPage],
  ['weapp', miniProgram],
])('kill -9 on the road (%s)', (name, device) => {
  let town: Town
  let resident: Person
  let manager: Person
  const step = stepsIn(() => town)
  beforeAll(async () => {
    town = await Town.start()
    resident = await town.person('resident', device)
  })
  afterAll(() => town.stop())

  step('killed after the application was carried out and before its answer arrived', async () => {
    await applyUpToSubmit(resident)
    const sent = watchCalls(resident.page, 'submit')
    const { lost } = await loseNextAnswer(resident.page, 'submit', async () => void (await town.host.kill()))
    await resident.tap('提交申请')
    await lost
    await resident.sees(/有网后会自动再试|连上网后再点|没有提交成功/)
    await resident.shot(`kill-${name}-1-no-answer`)
    await town.host.restart()
    expect(new Set(sent.map(({ input }) => input.commandId)).size).toBe(1)
  })

  step('started again on the same data: the phone repeats it, and there is one case', async () => {
    await resident.device.signInAgain()
    await resident.device.open('/pages/home/index')
    await resident.hears('button', /^居民用电，.*承诺最晚通电11月26日/)
    await resident.seesNot('您的申请已存在手机里，有网后自动提交')
    await resident.seesNot('上次没办完的申请')
    expect(await resident.count('button', /^居民用电，/)).toBe(1)
    expect(await casesOnRecord()).toBe(1)
    await resident.shot(`kill-${name}-2-one-case`)
  })

  step('killed between the visit and the energization: the visit stands', async () => {
    manager = await town.person('manager', device)
    await manager.tap(/^上门勘察并取资料，/)
    await fillVisitSheet(manager)
    await manager.tap('提交')
    await manager.sees('已提交')
    await town.host.restart()
    await manager.device.signInAgain()
    await manager.device.open('/staff/tasks/index')
    await manager.tap(/^装表送电，/)
    await energize(manager, '4502000012345')
  })

  step('the resident, signed in again, sees every step once', async () => {
    await resident.device.signInAgain()
    await resident.device.open('/pages/home/index')
    await resident.tap(/^居民用电，/)
    await resident.sees('按时通电，承诺兑现。')
    for (const title of ['提交申请', '受理', '上门勘察', '装表送电'])
      await resident.hears('listitem', new RegExp(`^${title}，已完成，11月24日`))
    expect(await casesOnRecord()).toBe(1)
  })

  async function casesOnRecord(): Promise<number> {
    const { cases } = await (await town.session('resident')).call('applicant', 'home', {})
    return cases.rows.length
  }
})
