import { miniProgram, webPage } from './support/devices'
import { watchCalls } from './support/network'
import { stepsIn } from './support/steps'
import { Town } from './support/Town'
import { fillVisitSheet } from './support/working'

/** The account manager stands where there is no network. */
describe.each([
  ['web', webPage],
  ['weapp', miniProgram],
])('a visit without a network (%s)', (name, device) => {
  let town: Town
  const step = stepsIn(() => town)
  beforeAll(async () => {
    town = await Town.start()
    await (await town.session('resident')).apply()
  })
  afterAll(async () => {
    const errors = town.errors()
    await town.stop()
    expect(errors).toEqual([])
  })

  step('the sheet is kept on the phone, says so, and is sent once, when the network is back', async () => {
    const manager = await town.person('manager', device)
    await manager.tap(/^上门勘察并取资料，/)
    await manager.sees('申请人')
    const sent = watchCalls(manager.page, 'visit')
    await manager.page.context().setOffline(true)
    await manager.sees('现在没有网络。您填的内容都存着。')
    await fillVisitSheet(manager)
    await manager.tap('提交')
    await manager.sees('上门记录已存在手机里，有网后自动提交')
    await manager.shot(`offline-${name}-1-kept`)
    expect(sent).toEqual([])

    await manager.page.context().setOffline(false)
    await manager.sees('已提交')
    await manager.sees('11月25日（周三）')
    await manager.shot(`offline-${name}-2-sent`)
    expect(sent).toHaveLength(1)
    await manager.tap('回到待办')
    await manager.hears('button', /^装表送电，/)
    expect(await manager.count('button', /^(上门勘察|装表送电)/)).toBe(1)
  })
})
