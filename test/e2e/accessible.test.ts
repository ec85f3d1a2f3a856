import { beginToApply, photographIdCard, sayWhere } from './support/applying'
import type { Person } from './support/Person'
import { paper, Town } from './support/Town'
import { faultsOfTappables } from './support/tappables'
import { fillVisitSheet } from './support/working'

/** Everything that answers to a finger has a name, is 44 px high and wide, and can be reached and pressed with a keyboard. */
let town: Town
let caseId: string

beforeAll(async () => {
  town = await Town.start()
  caseId = (await (await town.session('resident')).apply()).id
})
afterEach(async () => {
  const errors = town.errors()
  await town.closePhones()
  expect(errors).toEqual([])
})
afterAll(() => town.stop())

/** The page as it stands, by its name. */
async function check(person: Person, page: string): Promise<Record<string, string[]>> {
  await person.settled()
  const { seen, faults } = await faultsOfTappables(person.page)
  expect(seen).toBeGreaterThan(0)
  return faults.length > 0 ? { [page]: faults } : {}
}

test('the pages of an applicant', async () => {
  const resident = await town.person('resident')
  const faults: Record<string, string[]> = {}
  const look = async (page: string) => Object.assign(faults, await check(resident, page))
  await resident.sees('承诺最晚通电')
  await look('home')
  await resident.tap(/^办事指南/)
  await resident.sees('以上内容由现行规定自动生成。')
  await look('guide')
  await resident.device.open('/service/materials/index')
  await resident.choose('店铺、公司')
  await resident.choose('160 千伏安以内')
  await resident.choose('新装')
  await resident.sees('只要2样')
  await look('materials')
  await resident.device.open(`/service/correct/index?id=${caseId}`)
  await resident.sees('重新签名')
  await look('correct')
  await resident.device.open(`/pages/case/index?id=${caseId}`)
  await resident.tap(/^拍照补交/)
  await look('case')
  // A paper nobody can read: the person says what it is.
  await resident.takePicture(paper('not-a-paper.jpg'))
  await resident.choose('房产证')
  await look('case, photographed')
  await resident.tap('为什么是这一天')
  await resident.sees('一天一天数')
  await look('why')
  await resident.device.open('/pages/home/index')
  await beginToApply(resident)
  await look('apply-certificate')
  await photographIdCard(resident)
  await look('apply-certificate, read')
  await resident.tap('下一步：在哪里用电')
  await resident.choose('做生意用')
  await resident.tap(/替别人办/)
  await look('apply-place')
  await resident.device.back()
  await sayWhere(resident)
  await resident.sign()
  await look('apply-sign')
  expect(faults).toEqual({})
})

test('the pages of staff', async () => {
  const faults: Record<string, string[]> = {}
  const supervisor = await town.person('supervisor')
  await supervisor.sees('在办申请')
  Object.assign(faults, await check(supervisor, 'overview'))
  await supervisor.tap(/的台账$/)
  await supervisor.sees('记录完整，前后一致')
  Object.assign(faults, await check(supervisor, 'ledger'))
  const newcomer = await town.person('newcomer')
  await newcomer.sees('绑定后就能办件')
  Object.assign(faults, await check(newcomer, 'bind'))

  const manager = await town.person('manager')
  const look = async (page: string) => Object.assign(faults, await check(manager, page))
  await manager.sees('李强，您好')
  await look('tasks')
  await manager.tap(/^上门勘察并取资料，/)
  await manager.tap(/^为什么是这一天/)
  await manager.tap(/^查看身份证明/)
  await manager.hears('img', '身份证明')
  await look('staff case')
  await fillVisitSheet(manager)
  await look('visit')
  await manager.tap('提交')
  await manager.sees('已提交')
  await look('visit, done')
  await manager.tap('回到待办')
  await manager.tap(/^装表送电，/)
  await manager.tap('装表送电')
  await manager.fill('电表号', '4502000012345')
  await manager.tap('确认送电')
  await manager.button('已送电').waitFor()
  await look('energize')
  expect(faults).toEqual({})
})

test('a keyboard is enough from the first page to the certificate', async () => {
  const { page, ...resident } = await town.person('neighbour').then((person) => ({ page: person.page, person }))
  const { person } = resident
  await person.sees('一张证件，当天受理')
  const focus = async (name: string) => {
    for (let steps = 0; steps < 40; steps += 1) {
      await page.keyboard.press('Tab')
      const words = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      )
      if (words?.startsWith(name)) return
    }
    throw new Error(`Tab never reached ${name}`)
  }
  await focus('我要用电')
  await page.keyboard.press('Enter')
  await person.sees('拍一张证件，就能申请')
  await focus('我已阅读并同意')
  await page.keyboard.press('Enter')
  await focus('手边没有证件')
  await page.keyboard.press('Enter')
  await focus('姓名')
  await page.keyboard.type('韦小红')
  expect(await person.valueOf('姓名')).toBe('韦小红')
})
