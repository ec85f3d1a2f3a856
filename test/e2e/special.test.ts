import { readPdf } from '../support/readPdf'
import { beginToApply, photographIdCard } from './support/applying'
import { miniProgram, webPage } from './support/devices'
import { loseNextAnswer, watchCalls } from './support/network'
import { paper, Town } from './support/Town'

/** What most people never need, and those it concerns must find: an agent, a self-built house, another's deed, taking it back. */
let town: Town
beforeAll(async () => {
  town = await Town.start()
})
afterEach(async () => {
  const errors = town.errors()
  await town.closePhones()
  expect(errors).toEqual([])
})
afterAll(() => town.stop())

describe.each([
  ['web', webPage],
  ['weapp', miniProgram],
] as const)('%s', (name, device) => {
  test('a nephew applies for his aunt and her self-built house, and takes it back', async () => {
    const agent = await town.person('resident', device)
    await beginToApply(agent)
    await photographIdCard(agent)
    await agent.tap('下一步：在哪里用电')
    await agent.choose('家里用')
    await agent.tap(/替别人办/)
    await agent.choose('我替别人办')
    await agent.tick('城乡自建房，没有房产证明（改签一份承诺书，和申请书一起签）')
    await agent.fill('经办人姓名', '黄代办')
    await agent.fill('联系电话', '13900000001')
    await agent.sees('现在申请，最晚通电')
    await agent.shot(`special-${name}-place`)
    await agent.tap('下一步：核对签名')
    await agent.sees(/^承诺书：/)
    await agent.sees('黄代办')
    await agent.sign()
    await agent.shot(`special-${name}-sign`)
    await agent.tap('提交申请')
    await agent.sees('受理好了')
    await agent.sees('材料齐了')

    const answered = agent.page.waitForResponse(/\/v1\/functions\/documents/)
    await agent.tap(/^我签的用电申请书/)
    const { data } = (await (await answered).json()) as { data: { url: string } }
    const { text } = readPdf(Buffer.from(await (await fetch(data.url)).arrayBuffer()))
    expect(text.replace(/\s/g, '')).toContain('经办人黄代办')

    await agent.tap('不办了，撤回并删除我的资料')
    await agent.sees('真的不办了吗？')
    await agent.shot(`special-${name}-withdraw`)
    await agent.tap('撤回并删除')
    await agent.sees('已撤回，证件照片和个人资料已删除')
    await agent.shot(`special-${name}-withdrawn`)
    const { cases } = await (await town.session('resident')).call('applicant', 'home', {})
    const takenBack = cases.rows.find(({ status }) => status === 'withdrawn')!
    for (const page of ['correct', 'why', 'scheme']) {
      await agent.device.open(`/service/${page}/index?id=${takenBack.id}`)
      await agent.sees('这件申请已经撤回，不再办理。')
    }
  })

  test('what a case needs is three taps away', async () => {
    const anyone = await town.person('shop', device)
    await anyone.tap(/^需要什么材料/)
    await anyone.choose('店铺、公司')
    await anyone.choose('160 千伏安以上')
    await anyone.choose('新装')
    await anyone.sees('只要4样')
    await anyone.sees('用电工程项目批文')
    await anyone.tick('不是本人去办')
    await anyone.sees('只要5样')
    await anyone.shot(`special-${name}-materials`)
  })

  test('a wrong address is put right and signed anew; both forms stay', async () => {
    const { id } = await (await town.session('resident')).apply()
    const resident = await town.person('resident', device)
    await resident.device.open(`/pages/case/index?id=${id}`)
    await resident.tap('有错，更正并重新签名')
    await resident.fill('用电地址', '广西柳州市城中区文昌路20号')
    await resident.device.open('/pages/home/index')
    await resident.sees('一张证件，当天受理')
    await resident.device.open(`/service/correct/index?id=${id}`)
    await resident.sees('改成什么')
    expect(await resident.valueOf('用电地址')).toBe('广西柳州市城中区文昌路20号')
    await resident.sign()
    await resident.shot(`special-${name}-correct`)
    await resident.tap('改好了，提交')
    await resident.sees(/^重新签的申请书已经收到/)
    await resident.sees('第 2 次签的用电申请书')
    await resident.sees('第 1 次签的用电申请书')
  })

  test("a deed is recognised by its picture; one in another's name is one plain question", async () => {
    const { id } = await (await town.session('neighbour')).apply({ person: 'qin', district: '柳北区' })
    const neighbour = await town.person('neighbour', device)
    await neighbour.device.open(`/pages/case/index?id=${id}`)
    await neighbour.tap(/^拍照补交/)
    await neighbour.takePicture(paper('property-wei.jpg'))
    await neighbour.sees(/证上的权利人是“韦小红”，申请人是“.+”。/)
    await neighbour.sees('不动产权证书')
    await neighbour.shot(`special-${name}-owner`)
    await neighbour.choose('家人的、共有的，或认错了字')
    await neighbour.tap('交上去')
    await neighbour.sees('材料齐了')
  })
})

test('a picture that arrived is not sent again when only the answer was lost', async () => {
  const person = await town.person('shop')
  await beginToApply(person)
  const begun = watchCalls(person.page, 'startUpload')
  const confirmed = watchCalls(person.page, 'confirmUpload')
  const { lost } = await loseNextAnswer(person.page, 'confirmUpload')
  await person.takePicture(paper('id-wei.jpg'))
  await lost
  await person.sees('请核对一下')
  expect(begun).toHaveLength(1)
  expect(confirmed).toHaveLength(2)
  expect(confirmed[1]).toEqual(confirmed[0])
})
