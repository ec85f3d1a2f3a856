import { READING_LIMIT } from '@shared/certificates/readingLimit'
import sharp from 'sharp'
import { Driver, type Session } from '../support/driver'

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

/** A small empty picture; every shade is another one. */
const blank = (shade: number) =>
  sharp({ create: { width: 48, height: 48, channels: 3, background: { r: shade, g: 90, b: 90 } } })
    .png()
    .toBuffer()
const upload = async (session: Session, shade: number) => session.upload(await blank(shade), 'identity')
const read = (session: Session, picture: string) => session.codeOf('applicant', 'readCertificate', { picture })
const tally = (codes: string[]) => ({
  ok: codes.filter((code) => code === 'ok').length,
  refused: codes.filter((code) => code === 'READER_LIMIT').length,
})

test('one person reads so many pictures a day, also all at once; a lost answer may be asked for again; nobody else is touched', async () => {
  const resident = await driver.as('resident')
  const most = READING_LIMIT.picturesADay
  const shades = Array.from({ length: most + 2 }, (_, shade) => shade)
  const pictures = await Promise.all(shades.map((shade) => upload(resident, shade)))

  // All but three, then the last ones: only three of the five are within the limit.
  const early = await Promise.all(pictures.slice(0, most - 3).map((picture) => read(resident, picture)))
  expect(tally(early)).toEqual({ ok: most - 3, refused: 0 })
  const together = await Promise.all(pictures.slice(most - 3).map((picture) => read(resident, picture)))
  expect(tally(together)).toEqual({ ok: 3, refused: 2 })

  // The same picture once more is free, whether named by its id or sent again; a second time it is not.
  const again = await upload(resident, 0)
  expect([await read(resident, again), await read(resident, pictures[0]!)]).toEqual(['ok', 'READER_LIMIT'])

  const answer = await resident.ask('applicant', 'readCertificate', { picture: pictures[1]! })
  expect(answer).toMatchObject({ ok: true })
  await driver.restart('SIGKILL')
  const later = await driver.as('resident')
  const refused = await later.ask('applicant', 'readCertificate', { picture: pictures[1]! })
  expect(refused).toMatchObject({ ok: false, error: { retryable: false } })
  expect((refused as { error: { message: string } }).error.message).toContain('手工填写姓名和号码')

  const neighbour = await driver.as('neighbour')
  expect(await read(neighbour, await upload(neighbour, 0))).toBe('ok')
})

test('what is kept of it is counts and digests, and no text', async () => {
  const { readings = [] } = driver.documents()
  expect(readings.length).toBeGreaterThan(0)
  for (const { _id, ...kept } of readings) {
    expect(Object.keys(kept).sort()).toEqual(['counted', 'day', 'pictures'])
    for (const picture of kept.pictures as object[]) expect(Object.keys(picture).sort()).toEqual(['sha256', 'times'])
  }
})

test('typing needs no reading: the person at the limit applies', async () => {
  const resident = await driver.as('resident')
  expect(await resident.apply({ withPicture: false })).toMatchObject({ version: 1 })
})
