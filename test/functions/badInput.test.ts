import { randomUUID } from 'node:crypto'
import type { Application } from '@shared/contract/application'
import { business, Driver, type Session } from '../support/driver'
import { comment, exif, makeJpeg, makePng } from './support/makePicture'

let driver: Driver
let resident: Session
let application: Application
let deed: string
beforeAll(async () => {
  driver = await Driver.start()
  resident = await driver.as('resident')
  application = await resident.prepare()
  deed = await resident.upload('property-wei.jpg', 'property')
})
afterAll(() => driver?.stop())

/** An error as the person reads it: its code, and that its text says what to do. */
async function met(action: string, input: unknown, name: 'applicant' | 'staff' = 'applicant', session = resident) {
  const answer = await session.ask(name, action, input)
  if (answer.ok) throw new Error('was accepted')
  const { code, message, params } = answer.error
  expect(message).not.toMatch(/[{}]|undefined|null|[A-Za-z]{6,}/)
  // The reader's own data is never quoted back.
  expect(JSON.stringify(params)).not.toContain(application.identity.number)
  return { code, message }
}

describe('pictures', () => {
  const start = (change: object) =>
    met('startUpload', { purpose: 'identity', contentType: 'image/jpeg', bytes: 1000, ...change })

  test.each<[string, object, string, RegExp]>([
    ['of no bytes', { bytes: 0 }, 'PICTURE_EMPTY', /重新拍/],
    ['of more than 2 MB', { bytes: 2_000_001 }, 'PICTURE_TOO_LARGE', /离近一点|换一张/],
    ['of another format', { contentType: 'image/heic' }, 'PICTURE_HEIC', /截一张图/],
    ['for another purpose', { purpose: 'selfie' }, 'BAD_REQUEST', /请改正/],
    ['of half a byte', { bytes: 0.5 }, 'PICTURE_EMPTY', /重新拍/],
  ])('announced %s', async (_what, change, code, hint) => {
    const error = await start(change)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(hint)
  })

  test.each<[string, () => Buffer, string, RegExp]>([
    ['nothing', () => Buffer.alloc(0), 'PICTURE_EMPTY', /重新拍/],
    ['a text', () => Buffer.from('这不是照片，只是一段文字'), 'PICTURE_NOT_IMAGE', /请拍照/],
    [
      'a JPEG cut in half',
      () => makeJpeg({ scan: Buffer.alloc(4000, 1) }).subarray(0, 2000),
      'PICTURE_UNREADABLE',
      /重新拍/,
    ],
    [
      'a JPEG of 3600 million pixels',
      () => makeJpeg({ width: 60_000, height: 60_000 }),
      'PICTURE_TOO_LARGE',
      /离近一点|换一张/,
    ],
    [
      'more than was announced and allowed',
      () => makeJpeg({ scan: Buffer.alloc(2_100_000, 1) }),
      'PICTURE_TOO_LARGE',
      /离近一点|换一张/,
    ],
  ])('put: %s', async (_what, bytes, code, hint) => {
    const { picture, url, headers } = await resident.call('applicant', 'startUpload', {
      purpose: 'identity',
      contentType: 'image/jpeg',
      bytes: 1000,
    })
    await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes()) })
    const error = await met('confirmUpload', { picture })
    expect(error.code).toBe(code)
    expect(error.message).toMatch(hint)
    const refused = { ...application, identity: { ...application.identity, pictures: [picture] } }
    expect((await met('submit', { commandId: randomUUID(), application: refused })).code).toBe('PICTURE_MISSING')
  })

  test('announced but never put', async () => {
    const { picture } = await resident.call('applicant', 'startUpload', {
      purpose: 'identity',
      contentType: 'image/png',
      bytes: 70,
    })
    expect(await met('confirmUpload', { picture })).toMatchObject({
      code: 'PICTURE_MISSING',
      message: expect.stringContaining('重新拍照'),
    })
  })

  test('what is stored says nothing of where and when it was taken, but which way is up', async () => {
    const secret = 'N24.326 E109.428'
    const picture = await resident.upload(
      makeJpeg({ before: [exif(6, { secret }), comment('2026:11:23 my phone')] }),
      'identity',
    )
    const confirmed = await resident.call('applicant', 'confirmUpload', { picture })
    // Orientation 6 is lying on its side: the size is the one it is shown with.
    expect(confirmed.pictures).toEqual([{ picture, width: 480, height: 640 }])
    const { url } = await resident.call('applicant', 'pictureUrl', { picture })
    const stored = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect(stored.includes(secret)).toBe(false)
    expect(stored.includes('my phone')).toBe(false)
    expect(stored.includes('Exif')).toBe(true)
    expect(driver.files().some((bytes) => bytes.includes(secret))).toBe(false)
  })

  test('a PNG stays a PNG', async () => {
    const picture = await resident.upload(makePng(40, 30), 'signature')
    expect(await resident.call('applicant', 'confirmUpload', { picture })).toEqual({
      pictures: [{ picture, width: 40, height: 30 }],
    })
  })
})

describe('an application', () => {
  const identity = (change: object) => () => ({ identity: { ...application.identity, ...change } })
  const shop = (change: object) => () => ({ ...business(30), ...change })
  const property = (kind: string) => () => ({ property: { kind, pictures: [deed] } })

  test.each<[string, () => object, string, RegExp]>([
    [
      'an identity number with a wrong check digit',
      identity({ number: '450202198803120325' }),
      'ID_NUMBER_WRONG',
      /核对/,
    ],
    ['an identity number of 15 digits', identity({ number: '450202880312032' }), 'ID_NUMBER_WRONG', /第二代身份证/],
    ['an identity number too short', identity({ number: '4502021988' }), 'ID_NUMBER_WRONG', /18位/],
    [
      'a credit code with a wrong check character',
      () => ({ ...business(30), identity: { ...business(30).identity, number: '92450203MA5K3T7Q2K' } }),
      'CREDIT_CODE_WRONG',
      /核对/,
    ],
    ['no signature', () => ({ signature: undefined }), 'SIGNATURE_MISSING', /签名框/],
    ['a signature that is no picture', () => ({ signature: '韦小红' }), 'SIGNATURE_MISSING', /签名框/],
    ['a signature never uploaded', () => ({ signature: '0'.repeat(32) }), 'PICTURE_GONE', /重新拍照/],
    ['no telephone', () => ({ contact: { name: '韦小红', phone: '' } }), 'BAD_REQUEST', /联系电话.*请改正/],
    [
      'a landline without its area code',
      () => ({ contact: { name: '韦小红', phone: '2001001' } }),
      'BAD_REQUEST',
      /联系电话.*请改正/,
    ],
    [
      'a mobile number one digit short',
      () => ({ contact: { name: '韦小红', phone: '1380772000' } }),
      'BAD_REQUEST',
      /联系电话/,
    ],
    ['an empty name', identity({ name: ' ' }), 'BAD_REQUEST', /姓名/],
    ['a name of nothing that shows', identity({ name: '\u3164\u200b\u3164' }), 'BAD_REQUEST', /姓名/],
    ['a name of 101 characters', identity({ name: '韦'.repeat(101) }), 'BAD_REQUEST', /姓名/],
    ['a business without capacity', shop({ capacityKva: null }), 'BAD_REQUEST', /用电容量/],
    ['a capacity of nothing', shop({ capacityKva: 0 }), 'BAD_REQUEST', /用电容量/],
    ['a capacity of -5', shop({ capacityKva: -5 }), 'BAD_REQUEST', /用电容量/],
    [
      'a district of another city',
      () => ({ place: { ...application.place, district: '青秀区' } }),
      'BAD_REQUEST',
      /所在县区/,
    ],
    [
      'an address of one character',
      () => ({ place: { ...application.place, address: '家' } }),
      'BAD_REQUEST',
      /用电地址/,
    ],
    ['a driving licence', identity({ kind: 'drivingLicence' }), 'MATERIAL_NOT_ALLOWED', /不能向用户收取/],
    [
      'a property paper the rules do not name',
      property('neighbourSignature'),
      'MATERIAL_NOT_ALLOWED',
      /不能向用户收取/,
    ],
    [
      'one picture for two papers',
      () => ({ property: { kind: 'propertyCertificate', pictures: application.identity.pictures } }),
      'PICTURE_MISSING',
      /重新拍照/,
    ],
    [
      'a signature for a paper',
      () => ({ property: { kind: 'propertyCertificate', pictures: [application.signature] } }),
      'PICTURE_MISSING',
      /重新拍照/,
    ],
    ['no consent', () => ({ consent: undefined }), 'BAD_REQUEST', /请改正/],
    ['consent to an older notice', () => ({ consent: { noticeVersion: '2019-01' } }), 'BAD_REQUEST', /个人信息告知书/],
    [
      'seven pictures of one paper',
      identity({ pictures: Array(7).fill(application?.signature ?? 'a'.repeat(32)) }),
      'BAD_REQUEST',
      /照片/,
    ],
  ])('with %s', async (_what, change, code, hint) => {
    const error = await met('submit', { commandId: randomUUID(), application: { ...application, ...change() } })
    expect(error.code).toBe(code)
    expect(error.message).toMatch(hint)
  })

  test('refused ones leave nothing behind', async () => {
    expect((await resident.call('applicant', 'cases', {})).rows).toEqual([])
  })

  test('a command id that is none', async () => {
    expect((await met('submit', { commandId: '1', application })).code).toBe('BAD_REQUEST')
  })

  test('of more than 6 MB never reaches the function', async () => {
    const event = { action: 'submit', input: { application: 'x'.repeat(6 * 1024 * 1024 + 1) } }
    expect((await driver.raw('applicant', event, resident.token)).status).toBe(413)
  })

  test('an officer who asks for more than the rules name is refused', async () => {
    const { id, version } = await resident.call('applicant', 'submit', { commandId: randomUUID(), application })
    const manager = await driver.as('manager')
    const picture = await manager.upload('property-wei.jpg', 'property', 'staff')
    const paper = { group: 'property', kind: 'neighbourSignature', pictures: [picture] }
    const command = { commandId: randomUUID(), id, version }
    expect(await met('collect', { ...command, paper }, 'staff', manager)).toMatchObject({
      code: 'MATERIAL_NOT_ALLOWED',
    })
    const visit = { ...command, externalLine: false, meterPosition: '进门左侧', papers: [paper] }
    expect(await met('visit', visit, 'staff', manager)).toMatchObject({ code: 'MATERIAL_NOT_ALLOWED' })
    const unnamed = { ...command, paper: { ...paper, group: 'loanContract' } }
    expect(await met('collect', unnamed, 'staff', manager)).toMatchObject({ code: 'BAD_REQUEST' })
    expect(await met('energize', { ...command, meterNumber: '电表' }, 'staff', manager)).toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining('电表号'),
    })
  })
})
