import { randomUUID } from 'node:crypto'
import { applyForHighVoltage, bringToReplied, reportCompletion } from './support/highVoltageCase'
import { inspectItems } from './support/highVoltageStaff'
import { watchCalls } from './support/network'
import { paper, Town } from './support/Town'
import { fillVisitSheet } from './support/working'

/** What is written down where there is no network: kept, sent once, in order, and given back whole when it no longer fits. */
let town: Town
beforeEach(async () => {
  town = await Town.start()
})
afterEach(async () => {
  const errors = town.errors()
  await town.stop()
  expect(errors).toEqual([])
})

test('an inspection with its photographs waits on the phone and is sent once', async () => {
  const company = await town.session('company')
  const id = await applyForHighVoltage(company)
  await bringToReplied(await town.session('manager'), id)
  await reportCompletion(company, id)
  const manager = await town.person('manager')
  await manager.tap(/^竣工检验，/)
  await manager.sees('申请人')
  const sent = watchCalls(manager.page, 'inspect')
  await manager.page.context().setOffline(true)
  await manager.tap('竣工检验')
  await inspectItems(manager, { 接地装置: '接地电阻 6 欧，设计值 4 欧' })
  await manager.takePicture(paper('property-works.jpg'), '拍照，接地装置的照片')
  await manager.hears('img', '接地装置的照片第1张')
  await manager.tap('出问题清单（1处）')
  await manager.tap('交给用户')
  await manager.sees('检验记录已存在手机里，有网后自动提交')
  await manager.sees('接地装置：接地电阻 6 欧，设计值 4 欧')
  await manager.shot('offline-inspect-1-kept')
  expect(sent).toEqual([])

  await manager.page.context().setOffline(false)
  await manager.sees('问题清单已交给用户')
  expect(sent).toHaveLength(1)
  const { rounds } = await company.call('applicant', 'case', { id })
  expect(rounds).toMatchObject([{ problems: [{ item: 'grounding', what: '接地电阻 6 欧，设计值 4 欧' }] }])
  expect(rounds[0]!.problems![0]!.pictures).toHaveLength(1)
})

test('two sheets of one case are sent in the order they were submitted, the second on what the first left', async () => {
  const resident = await town.session('resident')
  const { id } = await resident.apply()
  const manager = await town.person('manager')
  await manager.tap(/^上门勘察并取资料，/)
  await manager.sees('申请人')
  const sent: string[] = []
  for (const action of ['collect', 'visit'])
    manager.page.on('request', (request) => {
      if (request.postData()?.includes(`"action":"${action}"`)) sent.push(action)
    })
  await manager.page.context().setOffline(true)
  await manager.tap(/^只补收这一样，.*物业权属证明/)
  await manager.choose('房地产权证')
  await manager.takePicture(paper('property-wei.jpg'), '拍照，房地产权证')
  await manager.hears('img', /第1张/)
  await manager.tap('提交')
  await manager.sees('补收的材料已存在手机里，有网后自动提交')
  await manager.device.back()
  await manager.tap('上门勘察并取资料')
  await manager.choose('不要架线，直接装表')
  await manager.choose('进门左侧墙面')
  await manager.tap('提交')
  await manager.sees('上门记录已存在手机里，有网后自动提交')

  await manager.page.context().setOffline(false)
  await manager.sees('已提交')
  expect(sent).toEqual(['collect', 'visit'])
  expect(await resident.call('applicant', 'case', { id })).toMatchObject({ status: 'surveyed', dueDay: '2026-11-25' })
})

test('a case that moved on meanwhile: the sheet comes back with everything in it, and goes out once it was looked at', async () => {
  const resident = await town.session('resident')
  const { id } = await resident.apply()
  const manager = await town.person('manager')
  await manager.tap(/^上门勘察并取资料，/)
  await manager.sees('申请人')
  await manager.page.context().setOffline(true)
  await fillVisitSheet(manager)
  await manager.tap('提交')
  await manager.sees('上门记录已存在手机里，有网后自动提交')
  await resident.call('applicant', 'urge', { commandId: randomUUID(), id })

  await manager.page.context().setOffline(false)
  await manager.sees('这件申请有了新进展')
  await manager.hears('img', /第1张/)
  expect(await manager.valueOf('位置说明')).toBe('进门左侧墙面')
  await manager.shot('offline-changed')
  await manager.tap('核对好了，再次提交')
  await manager.sees('已提交')
  expect(await resident.call('applicant', 'case', { id })).toMatchObject({
    status: 'surveyed',
    meterPosition: '进门左侧墙面',
  })
})
