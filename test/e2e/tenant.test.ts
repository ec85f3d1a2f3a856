import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beginToApply, signAndSubmit } from './support/applying'
import { miniProgram, webPage } from './support/devices'
import { watchCalls } from './support/network'
import type { Person } from './support/Person'
import { paper, Town } from './support/Town'

/** Papers beside an identity card: known by themselves, asked about, or not needed; and what was read, beside the card itself. */
const folder = mkdtempSync(path.join(tmpdir(), 'onecert-tenant-'))
let town: Town
afterEach(async () => {
  const errors = town.errors()
  await town.closePhones()
  expect(errors).toEqual([])
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A paper drawn and photographed for the test. */
function drawn(name: string): string {
  const file = path.join(folder, `${name}.jpg`)
  const script = path.join(__dirname, '../certificates/support/drawTo.ts')
  execFileSync(process.execPath, ['--import', 'tsx', script, file, '7', 'phone', name])
  return file
}

async function toTheSignature(person: Person): Promise<void> {
  await person.tap('下一步：在哪里用电')
  await person.choose('家里用')
  await person.fill('联系电话', '13900000007')
  await person.sees('现在申请，最晚通电')
  await signAndSubmit(person)
}

describe.each([
  ['web', webPage],
  ['weapp', miniProgram],
] as const)('%s', (name, device) => {
  beforeAll(async () => {
    town = await Town.start()
  })
  afterAll(() => town.stop())

  test("a tenant's lease goes with the application, a picture of nothing is asked about and let go of", async () => {
    const tenant = await town.person('resident', device)
    await beginToApply(tenant)
    const discarded = watchCalls(tenant.page, 'discardPictures')
    await tenant.takePicture([paper('id-wei.jpg'), drawn('lease'), paper('not-a-paper.jpg')], '从相册选')
    await tenant.sees('请核对一下')
    await tenant.sees(/^租用房屋凭证、租房合同收好了，1张照片/)
    await tenant.sees('这是哪一种材料？')
    await tenant.shot(`tenant-${name}-1-asked`)
    // Nothing goes on past it in silence.
    await tenant.tap('下一步：在哪里用电')
    await tenant.sees('还没填好：没有认出来的那份材料是哪一种。填好再点下一步。')
    await tenant.choose('都不是，不用交')
    await tenant.seesNot('这是哪一种材料？')
    expect(discarded).toHaveLength(1)
    // What the reader does not vouch for stands beside the card itself, to be confirmed by going on.
    await tenant.hears('img', '证件上姓名的原样')
    await tenant.shot(`tenant-${name}-2-name`)
    await tenant.tap('下一步：在哪里用电')
    await tenant.hears('img', '证件上住址的原样')
    await tenant.shot(`tenant-${name}-3-address`)
    await tenant.choose('家里用')
    await tenant.fill('联系电话', '13900000007')
    await tenant.sees('现在申请，最晚通电')
    await signAndSubmit(tenant)
    await tenant.sees('材料齐了')
    await tenant.hears('group', /已收到，租用房屋凭证/)
    await town.host.timer('sweep')
    const [picture] = discarded[0]!.input.pictures as string[]
    expect(await (await town.session('resident')).codeOf('applicant', 'pictureUrl', { picture })).toBe(
      'PICTURE_MISSING',
    )
  })

  test('a paper nobody knows is handed in as what the person says it is', async () => {
    const tenant = await town.person('shop', device)
    await beginToApply(tenant)
    await tenant.takePicture([paper('not-a-paper.jpg'), paper('id-li.jpg')], '从相册选')
    await tenant.sees('这是哪一种材料？')
    await tenant.choose('政府出具的可供电证明')
    await tenant.sees(/^政府出具的可供电证明收好了，1张照片/)
    await toTheSignature(tenant)
    await tenant.hears('group', /已收到，政府出具的可供电证明/)
  })

  test('a permit that is not taken is called by its name, with the way on; a residence permit is taken', async () => {
    const visitor = await town.person('neighbour', device)
    await beginToApply(visitor)
    await visitor.takePicture(drawn('homeReturnPermit'))
    await visitor.sees(/这是港澳居民来往内地通行证（回乡证），办用电不收，请拍港澳台居民居住证或护照/)
    await visitor.shot(`tenant-${name}-4-permit`)
    await visitor.takePicture(drawn('residencePermitBack'), '重新拍')
    await visitor.sees('这是港澳台居民居住证的背面，请翻过来拍有照片的一面。')
    await visitor.takePicture(drawn('residencePermit'), '重新拍')
    await visitor.sees('请核对一下')
    expect(await visitor.valueOf('公民身份号码')).toMatch(/^8[123]0000/)
    await visitor.hears('img', '证件上姓名的原样')
  })
})
