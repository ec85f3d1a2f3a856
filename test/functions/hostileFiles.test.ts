import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { Driver, type Session } from '../support/driver'
import { hostileFiles } from './support/hostileFiles'

/**
 * What people, and people who mean harm, send as a photograph. Each file goes the whole way: reserved, put into storage, confirmed
 * by a function, and whatever was taken in is shown to a member of staff. What is taken in must be a plain picture any reader opens.
 */
let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

/** Puts the bytes as whoever means harm would: what was announced is a small JPEG. */
async function putAs(session: Session, bytes: Buffer): Promise<string> {
  const reserved = await session.call('applicant', 'startUpload', {
    purpose: 'property',
    contentType: 'image/jpeg',
    bytes: 1000,
  })
  await fetch(reserved.url, { method: 'PUT', headers: reserved.headers, body: new Uint8Array(bytes) })
  return reserved.picture
}

const REMEDY = /重新拍|拍照|选一张|换一张/

test('two hundred hostile files: only plain pictures get in, each refusal names the remedy, the host lives on', async () => {
  const files = await hostileFiles()
  expect(files.length).toBeGreaterThanOrEqual(200)
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
  const resident = await driver.as('resident')
  const wrong: string[] = []
  for (const { name, bytes, expected } of files) {
    const picture = await putAs(resident, bytes)
    const answer = await resident.ask('applicant', 'confirmUpload', { picture })
    const code = answer.ok ? 'ok' : answer.error.code
    if (!expected.includes(code)) wrong.push(`${name}: ${code}, not ${expected.join(' or ')}`)
    if (!answer.ok) {
      if (!REMEDY.test(answer.error.message)) wrong.push(`${name}: no remedy in “${answer.error.message}”`)
      continue
    }
    const { url } = await resident.call('applicant', 'pictureUrl', { picture })
    const kept = Buffer.from(await (await fetch(url)).arrayBuffer())
    // Nothing rides along: no metadata, no second file behind the picture.
    if (kept.includes('SECRET')) wrong.push(`${name}: what was hidden in it is still there`)
    const { format, pages = 1, exif, xmp } = await sharp(kept).metadata()
    if (!['jpeg', 'png'].includes(format ?? '') || pages !== 1 || xmp) wrong.push(`${name}: kept as ${format} ${pages}`)
    if (exif && exif.length > 64) wrong.push(`${name}: kept with EXIF`)
  }
  expect(wrong).toEqual([])
  expect(await resident.codeOf('applicant', 'home', {})).toBe('ok')
})

test('a file over the cap is refused before it is put, and again by what was really put', async () => {
  const resident = await driver.as('resident')
  const over = { purpose: 'property', contentType: 'image/jpeg', bytes: 2_000_001 }
  const answer = await resident.ask('applicant', 'startUpload', over)
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'PICTURE_TOO_LARGE' },
  })
  const reserved = await resident.call('applicant', 'startUpload', {
    ...over,
    purpose: 'property',
    contentType: 'image/jpeg',
    bytes: 10,
  })
  const bytes = Buffer.concat([
    readFileSync(path.join(__dirname, '../fixtures/papers/id-wei.jpg')),
    Buffer.alloc(2_000_001),
  ])
  await fetch(reserved.url, { method: 'PUT', headers: reserved.headers, body: new Uint8Array(bytes) })
  expect(await resident.codeOf('applicant', 'confirmUpload', { picture: reserved.picture })).toBe('PICTURE_TOO_LARGE')
})

test('a name from outside never becomes a path: what is stored is named by the server alone', async () => {
  const resident = await driver.as('resident')
  for (const contentType of [
    'image/../../x',
    '../image/png',
    'image/png\0',
    'text/html',
    'image/svg+xml',
    'application/zip',
  ])
    expect(await resident.codeOf('applicant', 'startUpload', { purpose: 'property', contentType, bytes: 10 })).toBe(
      'PICTURE_NOT_IMAGE',
    )
  const { url } = await resident.call('applicant', 'startUpload', {
    purpose: 'property',
    contentType: 'image/png',
    bytes: 10,
  })
  const stored = Buffer.from(new URL(url).pathname.split('/').at(-1)!, 'base64url').toString()
  expect(stored).toMatch(/^incoming\/[0-9a-f]{32}\.png$/)
})

test('what was taken in is what the command names: its fingerprint is kept', async () => {
  const resident = await driver.as('resident')
  const picture = await resident.upload('id-wei.jpg', 'identity')
  const { url } = await resident.call('applicant', 'pictureUrl', { picture })
  const kept = Buffer.from(await (await fetch(url)).arrayBuffer())
  const { pictures } = driver.documents()
  expect(pictures.find(({ _id }) => _id === picture)).toMatchObject({
    sha256: createHash('sha256').update(kept).digest('hex'),
  })
})
