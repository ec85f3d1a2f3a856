import { beginToApply, signAndSubmit } from './applying'
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
      await signAndSubmit(owner)
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

  step('licence and deed chosen in one go: each is taken for what it is, and nothing is left to hand in', async () => {
    const works = await town.person('neighbour', device)
    await beginToApply(works)
    await works.takePicture([paper('property-works.jpg'), paper('licence-machines.jpg')], '从相册选')
    await works.sees('请核对一下')
    await works.sees('不动产权证书收好了，1张照片，和申请一起交。')
    expect(await works.valueOf('单位名称')).toBe('柳州市龙潭机械制造有限公司')
    await works.shot(`shop-${name}-4-both`)
    await works.tap('下一步：在哪里用电')
    await works.choose('作坊')
    await works.fill('联系电话', '13900000008')
    await works.sees('现在申请，最晚通电')
    await signAndSubmit(works)
    await works.sees('材料齐了')
    await works.shot(`shop-${name}-5-complete`)
  })
}
