import { randomUUID } from 'node:crypto'
import { stepsIn } from './support/steps'
import { paper, Town } from './support/Town'
import { fillVisitSheet } from './support/working'

/** A week in which nobody did anything: nothing that is late looks as if it were not, on any page it stands on. */
let town: Town
let late: string
let typed: string
const step = stepsIn(() => town)

beforeAll(async () => {
  town = await Town.start()
  late = (await (await town.session('resident')).apply()).id
  typed = (await (await town.session('shop')).apply({ person: 'qin', withPicture: false })).id
  await town.host.clock.advance(7 * 86_400_000)
})
afterAll(async () => {
  const errors = town.errors()
  await town.stop()
  expect(errors).toEqual([])
})

step(
  'the supervisor has what is late before every figure, and is told what to do where a district has nobody else',
  async () => {
    const supervisor = await town.person('supervisor')
    await supervisor.sees('先办这些')
    const words = await supervisor.words()
    expect(words.indexOf('先办这些')).toBeLessThan(words.indexOf('低压在办'))
    await supervisor.shot('bad-day-1-board')
    await supervisor.device.open(`/staff/reassign/index?id=${late}`)
    await supervisor.sees('城中区只有李强在负责。先给这个县区添一位客户经理，才能改派；急的话请打电话给李强。')
  },
)

step('a case that was never accepted says by when it should have been', async () => {
  const manager = await town.person('manager')
  await manager.device.open(`/staff/case/index?id=${typed}`)
  await manager.sees('最晚受理')
  await manager.sees('11月24日（周二）')
  await manager.seesNot('今天受理')
  await manager.shot('bad-day-2-typed')
})

step('a proof taken where there is no network waits on the phone, is told of in 待办 and goes out once', async () => {
  const manager = await town.person('manager')
  await manager.tap(/^上门勘察并取资料，/)
  await manager.tap(/^用时异常，/)
  await manager.sees('登记了也不停表')
  await manager.page.context().setOffline(true)
  await manager.sees(/现在没有网络/)
  await manager.choose('等道路开挖或规划许可')
  await manager.takePicture(paper('property-wei.jpg'))
  await manager.hears('img', '证据第1张')
  await manager.tap('登记用时异常')
  await manager.tap('登记')
  await manager.sees('用时异常已存在手机里，有网后自动提交')
  await manager.shot('bad-day-3-kept')
  await manager.device.open('/staff/tasks/index')
  await manager.hears('button', /用时异常已存在手机里，有网后自动提交$/)
  await manager.page.context().setOffline(false)
  await manager.seesNot(/用时异常已存在手机里/)
  const { anomalies } = await (await town.session('manager')).call('staff', 'case', { id: late })
  expect(anomalies).toMatchObject([{ cause: 'roadPermit', pictures: [expect.any(String)] }])
})

step('a visit that came back is told of before the list; sent, it says that the promised day is over', async () => {
  const manager = await town.person('manager')
  await manager.tap(/^上门勘察并取资料，/)
  await manager.sees(/这一步最晚11月25日（周三）/)
  await manager.page.context().setOffline(true)
  await fillVisitSheet(manager)
  await manager.tap('提交')
  await manager.sees('上门记录已存在手机里，有网后自动提交')
  await (await town.session('resident')).call('applicant', 'urge', { commandId: randomUUID(), id: late })
  await manager.device.open('/staff/tasks/index')
  await manager.page.context().setOffline(false)
  await manager.sees('1份记录没有提交成功')
  await manager.shot('bad-day-4-refused')
  await manager.tap('打开核对')
  await manager.sees('这件申请有了新进展')
  await manager.tap('核对好了，再次提交')
  await manager.sees('已经超时，请马上接着办')
  await manager.shot('bad-day-5-visited')
})

step('whoever has just been bound and has no district is told who can change that', async () => {
  const newcomer = await town.person('newcomer')
  await newcomer.tap('绑定我的微信')
  await newcomer.sees('还没有给您分县区。请找主管分好，新的申请才会分给您。')
  await newcomer.tap('进入待办')
  await newcomer.sees('还没有给您分县区。请找主管分好，新的申请才会分给您。')
  await newcomer.shot('bad-day-6-newcomer')
})
