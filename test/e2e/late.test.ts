import { stepsIn } from './support/steps'
import { Town } from './support/Town'

/** A promise nobody kept: whoever waits is told of it, is given a new day with its reason, and knows where else to turn. */
let town: Town
let id: string
const step = stepsIn(() => town)

beforeAll(async () => {
  town = await Town.start()
  id = (await (await town.session('resident')).apply()).id
  await town.host.clock.advance(4 * 86_400_000)
  await town.host.timer('sweep')
})
afterAll(async () => {
  const errors = town.errors()
  await town.stop()
  expect(errors).toEqual([])
})

step('the road has the plan’s two stages, and what is not needed is said with certainty', async () => {
  const resident = await town.person('resident')
  await resident.device.open(`/pages/case/index?id=${id}`)
  await resident.sees('一共2个环节')
  await resident.hears('listitem', /^提交申请，已完成/)
  await resident.sees(/不用方案审核、不用设计审图、不用中间检查、不用申请报告/)
  await resident.sees(/客户经理最晚11月2\d日（周.）告诉您新的日子/)
  await resident.sees(/12398/)
  await resident.shot('late-1-case')
  await resident.tap('为什么是这一天')
  await resident.sees(/到今天晚了\d个工作日，对不起/)
  await resident.seesNot(/只会提前/)
  await resident.shot('late-2-why')
})

step('the manager says the new day and what held it up, and the applicant sees both', async () => {
  const manager = await town.person('manager')
  await manager.sees('已超时 · 2件')
  await manager.shot('late-3-list')
  await manager.device.open(`/staff/case/index?id=${id}`)
  await manager.tap(/^告诉用户新的日子，/)
  await manager.choose('施工力量不足')
  await manager.page.getByLabel(/^新的日子，/).fill('2026-12-02')
  await manager.shot('late-4-new-day')
  await manager.tap('告诉用户')
  await manager.tap('告诉用户')
  await manager.sees('已告诉用户：最晚12月2日（周三）')

  const resident = await town.person('resident')
  await resident.device.open(`/pages/case/index?id=${id}`)
  await resident.sees(/新的日子是12月2日（周三），因为施工力量不足。/)
  await resident.shot('late-5-new-day-given')
})
