import { photographIdCard } from './applying'
import type { OpenDevice } from './devices'
import type { Person } from './Person'
import { stepsIn } from './steps'
import { Town } from './Town'

/** 窗口代办 as 李强 does it for 韦小红, who has no phone with her, while he has an application of his own half filled. */
export function theCounter(name: string, device: OpenDevice): void {
  let town: Town
  let clerk: Person
  const step = stepsIn(() => town)

  beforeAll(async () => {
    town = await Town.start()
    const own = await town.session('manager')
    const draft = { step: 'place' as const, identity: { name: '李强自己' }, place: { address: '城中区桂中大道1号' } }
    await own.call('applicant', 'saveDraft', { draft })
    clerk = await town.person('manager', device)
  })
  afterAll(async () => {
    const errors = town.errors()
    await town.stop()
    expect(errors).toEqual([])
  })

  step(
    'from 待办 to the camera: the notice is read to whoever came, and the page says whose application it is',
    async () => {
      await clerk.sees('李强，您好')
      await clerk.tap(/^替来柜台的人申请/)
      await clerk.shot(`counter-${name}-1`)
      await clerk.tap('开始办')
      await clerk.sees(/您在替来柜台的人办/)
      await clerk.tick('已把《个人信息告知书》读给本人听，本人同意')
      await photographIdCard(clerk)
      expect(await clerk.valueOf('姓名')).toBe('韦小红')
      await clerk.sees(/您在替韦小红办/)
      await clerk.shot(`counter-${name}-2`)
    },
  )

  step('a half-filled one is there again from 待办; his own is still his own', async () => {
    await clerk.device.open('/pages/home/index')
    await clerk.sees('李强自己 · 城中区桂中大道1号')
    await clerk.seesNot(/韦小红/)
    await clerk.device.open('/staff/counter/index')
    await clerk.sees(/^韦小红/)
    await clerk.shot(`counter-${name}-3`)
    await clerk.tap('接着办')
    await clerk.sees(/您在替韦小红办/)
    expect(await clerk.valueOf('姓名')).toBe('韦小红')
  })

  step('she signs on his device; it ends on the case, which is nobody’s on a phone', async () => {
    await clerk.tap('下一步：在哪里用电')
    await clerk.sees('做什么用')
    await clerk.choose('家里用')
    expect(await clerk.valueOf('联系电话')).toBe('')
    await clerk.fill('联系电话', '13807720009')
    await clerk.sees('现在申请，最晚通电')
    await clerk.tap('下一步：核对签名')
    await clerk.sees('请本人用手指写')
    await clerk.sign()
    await clerk.shot(`counter-${name}-4`)
    await clerk.tap('提交申请')
    await clerk.sees(/在柜台代办的申请/)
    await clerk.sees('韦小红')
    await clerk.shot(`counter-${name}-5`)
  })

  step('the counter is free for the next person, and his own draft waits as it was', async () => {
    await clerk.device.open('/staff/counter/index')
    await clerk.button('开始办').waitFor()
    await clerk.device.open('/pages/home/index')
    await clerk.sees('李强自己 · 城中区桂中大道1号')
    const { cases } = await (await town.session('manager')).call('applicant', 'home', {})
    expect(cases.rows).toEqual([])
  })
}
