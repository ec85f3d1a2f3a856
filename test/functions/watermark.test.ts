import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import documentsPackage from '../../cloudfunctions/documents/package.json'
import rootPackage from '../../package.json'
import { Driver } from '../support/driver'

const SHOTS = path.resolve(__dirname, '../../.shots')
const PAPERS = path.resolve(__dirname, '../fixtures/papers')

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

const fetched = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())
/** Shares of pixels that differ visibly between two pictures of one size. */
async function changed(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((bytes) => sharp(bytes).rotate().greyscale().raw().toBuffer()))
  expect(a.length).toBe(b.length)
  return a.filter((value, index) => Math.abs(value - b[index]) > 24).length / a.length
}

test('staff see a copy that says what it is for, never the picture itself', async () => {
  const resident = await driver.as('resident')
  const { id, materials } = await resident.apply()
  const [picture] = materials[0].received!.pictures
  const original = readFileSync(path.join(PAPERS, 'id-wei.jpg'))
  const manager = await driver.as('manager')
  const copy = await fetched((await manager.call('documents', 'casePicture', { id, picture })).url)
  mkdirSync(SHOTS, { recursive: true })
  writeFileSync(path.join(SHOTS, 'watermark.png'), await sharp(copy).png().toBuffer())

  const [before, after] = await Promise.all([sharp(original).rotate().toBuffer(), sharp(copy).metadata()])
  expect([after.format, after.orientation, after.exif]).toEqual(['jpeg', undefined, undefined])
  const words = await changed(before, copy)
  expect(words).toBeGreaterThan(0.02)
  expect(words).toBeLessThan(0.4)
  // The applicant's own is as they took it.
  const own = await fetched((await resident.call('applicant', 'pictureUrl', { picture })).url)
  expect(await changed(before, own)).toBe(0)
})

test('a copy is gone an hour later, and so is a form that was opened', async () => {
  const resident = await driver.as('resident')
  await driver.at('2026-11-23 09:00')
  const { id, signature } = await resident.apply()
  await driver.sweep()
  const files = driver.files().length
  const manager = await driver.as('manager')
  await manager.call('documents', 'casePicture', { id, picture: signature! })
  await resident.call('documents', 'signedForm', { id })
  expect(driver.files()).toHaveLength(files + 2)
  await driver.at('2026-11-23 10:02')
  await driver.sweep()
  expect(driver.files()).toHaveLength(files)
})

test('the function installs the version this project was tested with', () => {
  expect(documentsPackage.dependencies.sharp).toBe(rootPackage.dependencies.sharp)
})
