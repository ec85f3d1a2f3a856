import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import type { PersonaId } from '../support/driver'
import { beginToApply, photographIdCard, sayWhere, typeIdentity } from './support/applying'
import { miniProgram } from './support/devices'
import { loseNextAnswer, watchCalls } from './support/network'
import type { Person } from './support/Person'
import { paper, Town } from './support/Town'

/** What the road meets when a certificate is not at hand, not legible, too large or wrong, and when somebody pries. */
const folder = mkdtempSync(path.join(tmpdir(), 'onecert-e2e-'))
let town: Town

beforeAll(async () => {
  town = await Town.start()
})
afterEach(async () => {
  const errors = town.errors()
  await town.closePhones()
  expect(errors).toEqual([])
})
afterAll(async () => {
  await town.stop()
  rmSync(folder, { recursive: true })
})

test('no certificate at hand: typed, handed in, and accepted by the account manager the same day', async () => {
  const resident = await town.person('resident')
  await beginToApply(resident)
  await typeIdentity(resident, '韦小红', '450202198803120326')
  await sayWhere(resident, { address: '城中区文昌路18号东堤小区3栋2单元501室' })
  await resident.sign()
  await resident.tap('提交申请')
  await resident.sees('申请收到了')
  await resident.sees('客户经理会和您核对身份。')
  await resident.sees('最晚11月24日（周二）受理，受理后告诉您哪天通电。')
  await resident.shot('typed-1-received')

  const manager = await town.person('manager')
  await manager.tap(/^核对身份并受理，/)
  await manager.tap('核对身份并受理')
  await manager.sees('已与韦小红核对过身份？受理后开始计时。')
  await manager.tap('受理')
  await manager.button('上门勘察并取资料').waitFor()
  await manager.sees('11月26日（周四）')

  await resident.hears('listitem', /受理，已完成，11月24日/)
  await resident.sees('11月26日（周四）')
  await resident.hears('group', /身份证明，上门时交/)
  await resident.hears('group', /物业权属证明，上门时交/)
  await resident.shot('typed-2-accepted')
})

test('a blurred card: a plain hint what to do better, and a way on', async () => {
  const neighbour = await town.person('neighbour')
  await beginToApply(neighbour)
  await neighbour.takePicture(paper('id-wei-blurred.jpg'))
  await neighbour.sees('没有认出来')
  await neighbour.sees(/照片不够清楚，请.*也可以直接在下面改/)
  await neighbour.shot('blurred')
  await neighbour.fill('姓名', '韦小红')
  await neighbour.fill('身份证号', '450202198803120326')
  await sayWhere(neighbour, { address: '城中区文昌路18号东堤小区3栋2单元501室' })
})

test('a photograph far larger than allowed is made smaller on the phone and read', async () => {
  const large = path.join(folder, 'large.jpg')
  await sharp(paper('id-wei.jpg')).resize(4800).sharpen({ sigma: 3 }).jpeg({ quality: 100 }).toFile(large)
  expect(statSync(large).size).toBeGreaterThan(2_000_000)
  const shop = await town.person('shop')
  await beginToApply(shop)
  const uploads = watchCalls(shop.page, 'startUpload')
  await shop.takePicture(large, '从相册选')
  await shop.sees('请核对一下')
  expect(await shop.valueOf('身份证号')).toBe('450202198803120326')
  expect(uploads).toHaveLength(1)
  expect(uploads[0]!.input.bytes).toBeLessThanOrEqual(1_800_000)
})

test('a wrong check digit is told in words, and nothing goes on', async () => {
  const manager2 = await town.person('manager2')
  await manager2.device.open('/pages/home/index')
  await beginToApply(manager2)
  await typeIdentity(manager2, '韦小红', '450202198803120327')
  await manager2.tap('下一步：在哪里用电')
  await manager2.sees('身份证号有一位不对，请再核对一遍')
  expect(await manager2.valueOf('身份证号')).toBe('450202198803120327')
  await manager2.shot('wrong-check-digit')
})

test("another person's case looks exactly like one that is not there", async () => {
  const [id] = await casesOf('resident')
  const neighbour = await town.person('neighbour')
  const shown = async (address: string) => {
    await neighbour.device.open(address)
    await neighbour.sees(/没有找到这件申请/)
    // As a screen reader has it: the pages before it in the stack stay in the document, hidden.
    const words = await neighbour.page.locator('body').ariaSnapshot()
    expect(words).not.toMatch(/韦|文昌路/)
    return words
  }
  const pried = await shown(`/pages/case/index?id=${id}`)
  await neighbour.shot('pried')
  expect(pried).toBe(await shown('/pages/case/index?id=ZZZZZZZZZZZZZZ'))
  expect(await shown(`/service/why/index?id=${id}`)).toBe(await shown('/service/why/index?id=ZZZZZZZZZZZZZZ'))
})

test('in the mini-program: a double tap and a lost answer make one case', async () => {
  const resident = await town.person('resident', miniProgram)
  await beginToApply(resident)
  await photographIdCard(resident)
  await sayWhere(resident)
  await resident.sign()
  const before = (await casesOf('resident')).length
  const sent = watchCalls(resident.page, 'submit')
  const { lost } = await loseNextAnswer(resident.page, 'submit')
  await doubleTap(resident, '提交申请')
  await lost
  await resident.sees('受理好了')
  expect(sent.length).toBeGreaterThan(1)
  expect(new Set(sent.map(({ input }) => input.commandId)).size).toBe(1)
  expect(await casesOf('resident')).toHaveLength(before + 1)
})

test('a day that has passed is not promised any more, and a broken promise says what to do', async () => {
  const [id] = await casesOf('resident')
  const resident = await town.person('resident')
  const opens = async (page: string) => {
    await resident.device.open('/pages/home/index')
    await resident.sees('一张证件，当天受理')
    await resident.device.open(`/${page}/index?id=${id}`)
  }
  await opens('pages/case')
  await resident.sees('上门勘察后，如果不用架外线，会提前到11月25日（周三）。')
  await resident.sees('11月24日（周二）到11月25日（周三），您挑一天')
  await town.host.clock.advance(2 * 86_400_000)
  await opens('pages/case')
  await resident.sees('11月25日（周三）已经过了，还没上门勘察。如果不用架外线，就是供电公司晚了。')
  await resident.seesNot(/会提前到/)
  await resident.shot('earlier-day-passed')
  await town.host.clock.advance(86_400_000)
  await opens('pages/case')
  await resident.sees('过了承诺的日子，对不起。您可以在下面催一催，也可以投诉，主管会答复您。')
  await opens('service/appoint')
  await resident.sees(/已经过了承诺的日子，对不起/)
  await resident.seesNot(/这几天都在承诺之内/)
})

/** Two taps as a finger makes them, the second before the page can have answered the first. */
async function doubleTap(person: Person, name: string): Promise<void> {
  const box = (await person.button(name).boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await Promise.all([person.page.touchscreen.tap(x, y), person.page.touchscreen.tap(x, y)])
}

async function casesOf(persona: PersonaId): Promise<string[]> {
  const { cases } = await (await town.session(persona)).call('applicant', 'home', {})
  return cases.rows.map(({ id }) => id)
}
