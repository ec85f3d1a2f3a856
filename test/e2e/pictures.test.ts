import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { heic, ofd } from '../functions/support/otherFiles'
import { miniProgram, webPage } from './support/devices'
import { Town } from './support/Town'

/** Pictures as people have them: with nothing behind the ink, very long, or of a kind nobody opens here. */
let town: Town
const folder = mkdtempSync(path.join(tmpdir(), 'onecert-e2e-pictures-'))
const file = (name: string, bytes: Buffer) => {
  writeFileSync(path.join(folder, name), bytes)
  return path.join(folder, name)
}
/** Black ink on nothing, as scanning apps leave a page; too large to be sent as it is. */
const transparent = () =>
  sharp({ create: { width: 2400, height: 1800, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .composite([
      { input: Buffer.from('<svg width="2400" height="1800"><rect x="200" y="200" width="800" height="60"/></svg>') },
    ])
    .png()
    .toBuffer()
const long = () =>
  sharp({ create: { width: 1080, height: 8000, channels: 3, background: '#fff' } })
    .jpeg({ quality: 60 })
    .toBuffer()

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

test.each([
  ['web', webPage],
  ['weapp', miniProgram],
] as const)(
  '%s: white under a transparent picture, a long one legible, HEIC and OFD by their names',
  async (_name, device) => {
    const session = await town.session('resident')
    const { id } = await session.apply()
    const resident = await town.person('resident', device)
    await resident.device.open(`/pages/case/index?id=${id}`)
    await resident.tap(/^拍照补交/)
    await resident.takePicture(file('paper.heic', heic()), '从相册选')
    await resident.sees(/HEIC.*截一张图/)
    await resident.takePicture(file('contract.ofd', ofd()), '选 PDF 文件')
    await resident.sees(/OFD.*打印成 PDF/)
    await resident.takePicture(file('transparent.png', await transparent()), '从相册选')
    await resident.hears('img', '第1张照片')
    await resident.takePicture(file('long.jpg', await long()), '从相册选')
    await resident.hears('img', '第2张照片')
    await resident.choose('购房合同')
    await resident.tap('交上去')
    await resident.sees('材料齐了')
    const { materials } = await session.call('applicant', 'case', { id })
    const [ink, tall] = materials.find(({ group }) => group === 'property')!.received!.pictures
    const kept = async (picture: string) => {
      const { url } = await session.call('applicant', 'pictureUrl', { picture })
      return Buffer.from(await (await fetch(url)).arrayBuffer())
    }
    const { channels } = await sharp(await kept(ink!)).stats()
    expect(channels[0]!.mean).toBeGreaterThan(230)
    expect((await sharp(await kept(tall!)).metadata()).width).toBeGreaterThanOrEqual(800)
  },
)
