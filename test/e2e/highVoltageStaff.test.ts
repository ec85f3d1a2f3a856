import { miniProgram, webPage } from './support/devices'
import { eventually } from './support/eventually'
import { applyForHighVoltage, reportCompletion } from './support/highVoltageCase'
import {
  acceptCase,
  askReviewers,
  fillHighVoltageVisit,
  fillReply,
  inspectItems,
  objectTo,
} from './support/highVoltageStaff'
import type { Person } from './support/Person'
import { stepsIn } from './support/steps'
import { paper, Town } from './support/Town'
import { saidTwice } from './support/tappables'
import { energize } from './support/working'

/** High voltage as staff walk it, from the application to the power: three stages, no other. */
describe.each([
  ['web', webPage],
  ['weapp', miniProgram],
])('a high-voltage case (%s)', (name, device) => {
  let town: Town
  let id: string
  let manager: Person
  const step = stepsIn(() => town)
  const look = (person: Person, what: string) => person.shot(`hv-${name}-${what}`)

  beforeAll(async () => {
    town = await Town.start()
    id = await applyForHighVoltage(await town.session('company'))
    manager = await town.person('manager', device)
  })
  afterAll(async () => {
    const errors = town.errors()
    await town.stop()
    expect(errors).toEqual([])
  })

  const ledger = async () => (await town.session('supervisor')).call('staff', 'ledger', { id })
  /** How often whoever owed this is seen to have opened it. The word of it goes beside the person's next tap, and may come after. */
  const opened = (title: string, times = 1) =>
    eventually(async () => {
      const { events } = await ledger()
      expect(events.filter(({ text }) => text === `已看到“${title}”`)).toHaveLength(times)
    })

  const backToTasks = async () => {
    await manager.tap('回到待办')
    await manager.sees('李强，您好')
  }

  step('accepted, and visited once: papers, survey, the place and a signature in one trip', async () => {
    await acceptCase(manager, '柳州市鱼峰区阿敏螺蛳粉店')
    await look(manager, '01-case')
    await opened('上门勘察并取资料')
    await fillHighVoltageVisit(manager)
    expect(await saidTwice(manager.page)).toEqual([])
    await look(manager, '02-visit')
    await manager.tap('提交')
    await manager.sees('已提交')
    await manager.sees('下一步：答复供电方案')
    await backToTasks()
  })

  step('a scheme that is not a standard one is put before two reviewers at once; one objects', async () => {
    await manager.tap(/^答复供电方案，/)
    await askReviewers(manager, ['规划部 罗海', '运维部 韦宁'])
    await look(manager, '03-asked')
    const reviewer = await town.person('reviewer', device)
    await reviewer.device.open('/staff/tasks/index')
    await objectTo(reviewer, '河东线负荷已满，请接河西线')
    await look(reviewer, '04-review')
    await reviewer.tap('提交意见')
    await reviewer.tap('提交')
    await reviewer.sees('意见已送到')
  })

  step('the reply waits for nobody, answers the objection, and asks for the outage with it', async () => {
    await manager.device.open(`/staff/case/index?id=${id}`)
    await manager.sees('规划部罗海不同意，答复时要写明怎么处理。')
    await manager.hears('listitem', /规划部 罗海.*不同意.*河东线负荷已满/)
    await look(manager, '05-objected')
    await opened('会签供电方案')
    await opened('答复供电方案')
    await manager.tap('答复供电方案')
    await fillReply(manager, '河东线十二月增容，届时负荷够用')
    await look(manager, '06-reply')
    await manager.tap('答复用户')
    await manager.sees('还有1人没回会签意见，不等了？记录里会写明谁没有意见。')
    await manager.tap('答复')
    await manager.sees('已答复用户')
    await manager.sees('12月24日（周四）')
    await look(manager, '07-replied')
    await backToTasks()
  })

  step("dispatch's day goes into the case", async () => {
    await manager.tap(/^安排停电计划，/)
    await opened('安排停电计划')
    await manager.tap('安排停电计划')
    await pickDay(manager, '2026-12-30')
    await look(manager, '08-outage')
    await manager.tap('定在12月30日（周三）')
    await manager.sees('改停电日子')
    await manager.sees('用户施工并报验')
    await look(manager, '09-paused')
  })

  step('reported complete, inspected: two things are wrong, and the one list says both', async () => {
    await reportCompletion(await town.session('company'), id)
    await manager.device.open('/staff/tasks/index')
    await manager.tap(/^竣工检验，/)
    await opened('竣工检验')
    await manager.tap('竣工检验')
    await inspectItems(manager, { 接地装置: '接地电阻 6 欧，设计值 4 欧' })
    await manager.takePicture(paper('property-works.jpg'), '拍照，接地装置的照片')
    await manager.hears('img', '接地装置的照片第1张')
    await inspectItems2(manager)
    await look(manager, '10-inspect')
    await manager.tap('出问题清单（2处）')
    await manager.tap('交给用户')
    await manager.sees('问题清单已交给用户')
    await manager.hears('button', /^竣工检验问题清单/)
    await look(manager, '11-list')
    await backToTasks()
  })

  step('put right and reported again: each line stands beside its remedy, and all is well', async () => {
    await reportCompletion(await town.session('company'), id)
    await manager.device.open('/staff/tasks/index')
    await manager.tap(/^竣工检验，/)
    await opened('竣工检验', 2)
    await manager.tap('竣工检验')
    await manager.sees('接地电阻 6 欧，设计值 4 欧')
    await manager.tap('查看第1条整改照片1，会留下查看记录')
    await manager.hears('img', '第1条整改照片1')
    const fixed = manager.page.getByRole('radio', { name: '改好了' }).filter({ visible: true })
    expect(await fixed.count()).toBe(2)
    for (let item = 0; item < 2; item += 1) await fixed.nth(item).tap()
    await look(manager, '12-again')
    await manager.tap('检验合格')
    await manager.tap('合格')
    await manager.sees('下一步：装表送电')
    await look(manager, '13-passed')
    await backToTasks()
  })

  step('power: both stages kept', async () => {
    await manager.tap(/^装表送电，/)
    await look(manager, '14-passed-case')
    await opened('装表送电')
    await energize(manager, '4502000012345')
    await manager.sees('检验和送电：0个工作日')
    await look(manager, '15-energized')
    const { events, intact } = await ledger()
    expect(intact).toBe(true)
    expect(events.filter(({ type }) => type === 'inspected')).toHaveLength(2)
  })
})

async function inspectItems2(manager: Person): Promise<void> {
  const card = manager.page.locator('.item', { hasText: '安全工器具' }).filter({ visible: true })
  await card.getByRole('radio', { name: '有问题' }).tap()
  await manager.tap('写上：灭火器过期')
}

/** By the calendar each platform brings. */
async function pickDay(manager: Person, day: string): Promise<void> {
  const field = manager.page.locator('input[type=date]').filter({ visible: true })
  if ((await field.count()) === 0) await manager.tap(/^停电日子/)
  await field.fill(day)
  if ((await manager.page.getByText('确定', { exact: true }).filter({ visible: true }).count()) > 0)
    await manager.answer('确定')
}
