import { beginToApply, sayWhere } from './support/applying'
import { miniProgram, webPage } from './support/devices'
import { eventually } from './support/eventually'
import { paper, Town } from './support/Town'

/** A half-filled application somebody comes back to when its photographs are gone. */
let town: Town
afterEach(async () => {
  const errors = town.errors()
  await town.closePhones()
  expect(errors).toEqual([])
})

describe.each([
  ['web', webPage],
  ['weapp', miniProgram],
] as const)('%s', (name, device) => {
  beforeAll(async () => {
    town = await Town.start()
  })
  afterAll(() => town.stop())

  const later = async (time: string) => {
    await town.host.clock.set(Date.parse(time))
    await town.host.timer('sweep')
  }

  test('on another phone four days later it says what is gone and why, and goes on without it', async () => {
    const first = await town.person('resident', device)
    await beginToApply(first)
    await first.takePicture(paper('id-wei.jpg'))
    await first.sees('请核对一下')
    await first.tap('下一步：在哪里用电')
    await first.sees('做什么用')
    await eventually(async () => {
      const { draft } = await (await town.session('resident')).call('applicant', 'home', {})
      expect(draft?.draft).toMatchObject({ step: 'place' })
    })
    await town.closePhones()
    await later('2026-11-28T09:10:00+08:00')

    const resident = await town.person('resident', device)
    await resident.sees('证件的照片已经删除')
    await resident.sees(/^传上来3天还没提交的照片不保留。填好的内容都在。/)
    await resident.shot(`lost-${name}-1-home`)
    await resident.tap('重新拍照')
    await resident.sees('证件的照片已经删除')
    expect(await resident.valueOf('姓名')).toBe('韦小红')
    await resident.shot(`lost-${name}-2-certificate`)
    await sayWhere(resident, { address: '城中区文昌路18号东堤小区3栋2单元501室' })
    await resident.sign()
    await resident.tap('提交申请')
    await resident.sees('申请收到了')
  })
})
