import { beginToApply } from './applying'
import type { OpenDevice } from './devices'
import { openedPdf } from './openedPdf'
import type { Person } from './Person'
import { stepsIn } from './steps'
import { paper, Town } from './Town'

/** A noodle shop in a rented room, up to the last paper. */
export function theShopRoad(name: string, device: OpenDevice): void {
  let town: Town
  let owner: Person
  const step = stepsIn(() => town)
  beforeAll(async () => {
    town = await Town.start()
    owner = await town.person('shop', device)
  })
  afterAll(async () => {
    const errors = town.errors()
    await town.stop()
    expect(errors).toEqual([])
  })

  step(
    'the licence fills everything in; class and reason stand there at once, and nobody asks for two sources',
    async () => {
      await beginToApply(owner)
      await owner.takePicture(paper('licence-noodles.jpg'))
      await owner.sees('请核对一下')
      await owner.tap('下一步：在哪里用电')
      await owner.choose('餐馆')
      await owner.sees(/30千伏安，不超过160千伏安，按低压办理，免费装表到户/)
      await owner.seesNot('要不要两路电源')
      await owner.fill('联系电话', '13900000009')
      await owner.sees('现在申请，最晚通电')
      await owner.shot(`shop-${name}-1-place`)
      await owner.tap('下一步：核对签名')
      await owner.sees('用电申请书')
      await owner.sign()
      await owner.tap('提交申请')
      await owner.sees('受理好了')
      await owner.shot(`shop-${name}-2-accepted`)
    },
  )

  step('the form they signed opens as a PDF', async () => {
    const { text } = await openedPdf(owner, 'signedForm', () => owner.tap(/^我签的用电申请书/))
    for (const word of ['柳州市鱼峰区阿敏螺蛳粉店', '92450203MA5K3T7Q2J', '30千伏安']) expect(text).toContain(word)
  })

  step("the deed is the landlord's: one question, and the tenancy's paper takes its place", async () => {
    const { cases } = await (await town.session('shop')).call('applicant', 'home', {})
    await owner.device.open(`/pages/case/index?id=${cases.rows[0]!.id}`)
    await owner.tap(/^拍照补交/)
    await owner.takePicture(paper('property-shop.jpg'))
    await owner.sees('证上的权利人是“潘志强”，申请人是“柳州市鱼峰区阿敏螺蛳粉店”。')
    await owner.shot(`shop-${name}-3-question`)
    // Not before it is known whose paper it is.
    expect(await owner.count('button', '交上去')).toBe(0)
    await owner.choose('租来的')
    await owner.sees('请拍租用房屋凭证')
    await owner.takePicture(paper('not-a-paper.jpg'))
    await owner.sees('租用房屋凭证')
    await owner.tap('交上去')
    await owner.sees('材料齐了')
    await owner.hears('group', /已收到，租用房屋凭证/)
  })
}
