import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { paperPdf } from '../functions/support/paperPdf'
import { miniProgram, webPage } from './support/devices'
import { eventually } from './support/eventually'
import { applyForHighVoltage, bringToReplied } from './support/highVoltageCase'
import type { Person } from './support/Person'
import { Town } from './support/Town'
import { fillVisitSheet } from './support/working'

/**
 * One proof for every carrier: without a network, the page left, the app closed, and the network back anywhere in it: recorded once,
 * and shown so. A command alone, a sheet with photographs, a report with a PDF.
 */
let town: Town
const folder = mkdtempSync(path.join(tmpdir(), 'onecert-outbox-'))
beforeEach(async () => {
  town = await Town.start()
})
afterEach(async () => {
  const errors = town.errors()
  await town.stop()
  expect(errors).toEqual([])
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Leaves the page, closes the app, and opens it at `address` once there is a network. */
async function closeAndReturn(person: Person, leaveTo: string, address: string): Promise<void> {
  await person.device.open(leaveTo)
  const open = await person.device.closeApp()
  await person.page.context().setOffline(false)
  await open(address)
}

describe.each([
  ['web', webPage],
  ['weapp', miniProgram],
] as const)('%s', (name, device) => {
  test('a command: a complaint goes out from the first page, and is neither offered again nor written twice', async () => {
    const session = await town.session('resident')
    const { id } = await session.apply()
    const resident = await town.person('resident', device)
    const page = `/service/complain/index?id=${id}`
    await resident.device.open(page)
    await resident.choose('告知的不清楚或者说错了')
    await resident.fill('说说经过（可以不写）', '电话里说要交三份材料')
    await resident.page.context().setOffline(true)
    await resident.tap('交给主管')
    await resident.sees('投诉已存在手机里，有网后自动提交')
    await resident.shot(`outbox-${name}-1-complaint`)
    await closeAndReturn(resident, '/pages/home/index', '/pages/home/index')
    await eventually(async () => {
      const { complaints } = await session.call('applicant', 'case', { id })
      expect(complaints).toMatchObject([{ words: '电话里说要交三份材料' }])
    })
    await resident.device.open(page)
    await resident.sees('等主管答复')
    await resident.seesNot('投诉已存在手机里，有网后自动提交')
    expect(await resident.valueOf('说说经过（可以不写）')).toBe('')
  })

  test('sheets with photographs: survey and meter in one trip go out in order from the work list', async () => {
    const session = await town.session('resident')
    const { id } = await session.apply()
    const manager = await town.person('manager', device)
    await manager.tap(/^上门勘察并取资料，/)
    await manager.sees('申请人')
    await manager.page.context().setOffline(true)
    await fillVisitSheet(manager)
    await manager.tap('提交')
    await manager.sees('上门记录已存在手机里，有网后自动提交')
    await manager.device.open(`/staff/case/index?id=${id}`)
    await manager.tap('装表送电')
    await manager.fill('电表号', 'GX2026112401')
    await manager.tap('确认送电')
    await manager.answer('已送电')
    await manager.sees('送电登记已存在手机里，有网后自动提交')
    await manager.shot(`outbox-${name}-2-trip`)
    await closeAndReturn(manager, '/staff/tasks/index', '/staff/tasks/index')
    await eventually(async () => {
      const seen = await session.call('applicant', 'case', { id })
      expect(seen).toMatchObject({ status: 'energized', meterNumber: 'GX2026112401' })
      expect(seen.materials.find(({ group }) => group === 'property')?.received?.pictures).toHaveLength(1)
    })
    await manager.sees('现在没有待办')
  })

  test('a report with a PDF: it goes out from the first page, its page left and the app closed', async () => {
    const company = await town.session('company')
    const id = await applyForHighVoltage(company)
    await bringToReplied(await town.managerOf(id), id)
    const pdf = path.join(folder, 'report.pdf')
    writeFileSync(pdf, await paperPdf((doc) => doc.fontSize(24).text('受电工程竣工报告')))
    const agent = await town.person('company', device)
    const page = `/service/inspection/index?id=${id}`
    await agent.device.open(page)
    await agent.takePicture(pdf, '选 PDF 文件')
    await agent.hears('img', '竣工报告第1张')
    await agent.page.context().setOffline(true)
    await agent.tap('申请竣工检验')
    await agent.sees('报验已存在手机里，有网后自动提交')
    await agent.shot(`outbox-${name}-3-report`)
    await closeAndReturn(agent, '/pages/home/index', '/pages/home/index')
    await eventually(async () => {
      expect(await company.call('applicant', 'case', { id })).toMatchObject({ status: 'inspecting', rounds: [{}] })
    })
    await agent.device.open(page)
    await agent.sees('已经申请检验')
  })

  test('a full device: the page says that nothing is kept, until there is room', async () => {
    const session = await town.session('resident')
    const { id } = await session.apply()
    const manager = await town.person('manager', device)
    await manager.tap(/^上门勘察并取资料，/)
    await manager.sees('申请人')
    await manager.tap(/^用时异常，/)
    await manager.sees('登记了也不停表')
    await manager.page.context().setOffline(true)
    const free = await manager.device.fillStorage()
    await manager.choose('等道路开挖或规划许可')
    await manager.tap('登记用时异常')
    await manager.tap('登记')
    await manager.sees('用时异常还没有提交，也没有存在手机里。')
    await manager.sees('手机存不下了，请不要关掉这一页，连上网再提交')
    const words = await manager.words()
    for (const untrue of ['关掉也没关系', '存在手机里，', '都存着']) expect(words).not.toContain(untrue)
    await manager.shot(`outbox-${name}-4-full`)
    await free()
    await manager.tap('清掉以前看过的内容')
    await manager.sees('用时异常已存在手机里，有网后自动提交')
    await closeAndReturn(manager, '/staff/tasks/index', '/staff/tasks/index')
    await eventually(async () => {
      const { anomalies } = await (await town.managerOf(id)).call('staff', 'case', { id })
      expect(anomalies).toMatchObject([{ cause: 'roadPermit' }])
    })
  })
})

test('a case that went to somebody else meanwhile: the unsent visit goes to her, and she takes it over', async () => {
  const resident = await town.session('resident')
  let id = ''
  do {
    id = (await resident.apply({ district: '柳南区' })).id
  } while ((await town.managerOf(id)).persona !== 'manager')
  const manager = await town.person('manager')
  await manager.device.open(`/staff/case/index?id=${id}`)
  await manager.sees('申请人')
  await manager.page.context().setOffline(true)
  await fillVisitSheet(manager)
  await manager.tap('提交')
  await manager.sees('上门记录已存在手机里，有网后自动提交')
  const supervisor = await town.session('supervisor')
  const { version } = await supervisor.call('staff', 'case', { id })
  const to = { managerId: 'weili', reason: '片区调整' }
  await supervisor.call('staff', 'reassign', { commandId: crypto.randomUUID(), id, version, ...to })

  await manager.page.context().setOffline(false)
  await manager.sees(/^这件现在由韦丽办。/)
  await manager.shot('outbox-handed-over-1-refused')
  await manager.tap('转给现在的客户经理')
  await manager.sees('已转给韦丽')
  await manager.seesNot('没有提交成功')

  const present = await town.person('manager3')
  await present.device.open(`/staff/case/index?id=${id}`)
  await present.sees('李强转来的上门勘察')
  await present.shot('outbox-handed-over-2-proposed')
  await present.tap('用这份')
  await present.tap('提交')
  await present.seesNot('李强转来的上门勘察')
  expect(await resident.call('applicant', 'case', { id })).toMatchObject({
    status: 'surveyed',
    meterPosition: '进门左侧墙面',
  })
})
