import { randomUUID } from 'node:crypto'
import { Driver, type Session, SIGNATURE } from '../support/driver'

/** What comes over the wire is cleaned as the page cleans it, whoever sent it. */
let driver: Driver
let resident: Session
let clerk: Session
beforeAll(async () => {
  driver = await Driver.start()
  ;[resident, clerk] = await Promise.all([driver.as('resident'), driver.as('manager')])
})
afterAll(() => driver?.stop())

test('an application as people paste it is kept as it is meant', async () => {
  const application = await resident.prepare()
  const { number } = application.identity
  const { id } = await resident.call('applicant', 'submit', {
    commandId: randomUUID(),
    application: {
      ...application,
      identity: {
        ...application.identity,
        name: `姓名：${[...application.identity.name].join(' ')}\u202c`,
        number: `身份证号：\u202d${number.slice(0, 6)} ${number.slice(6, 14)}-${number.slice(14)}\u202c`,
      },
      contact: { name: '阿布都・热合曼\u200b', phone: '+86 138-0772-0001' },
      place: { ...application.place, address: '地址：文昌路１８号\ufeff' },
    },
  })
  const view = await resident.call('applicant', 'case', { id })
  expect(view).toMatchObject({
    status: 'accepted',
    applicant: { name: application.identity.name },
    contact: { name: '阿布都·热合曼', phone: '13807720001', address: '城中区文昌路18号' },
  })
})

test.each([
  ['0772-2811234', '0772-2811234'],
  ['07722811234', '0772-2811234'],
  ['0772-2811234-801', '0772-2811234转801'],
  ['+85291234567', '+85291234567'],
  ['+853 6612 3456', '+85366123456'],
  ['+886 912 345 678', '+886912345678'],
])('online %s is a telephone', async (typed, kept) => {
  const application = await resident.prepare({ change: { contact: { name: '韦小红', phone: typed } } })
  const { contact } = await resident.call('applicant', 'submit', { commandId: randomUUID(), application })
  expect(contact.phone).toBe(kept)
})

test('nobody without a telephone is sent away from the counter, and the account manager knows', async () => {
  for (const channel of ['counter', 'greenChannel'] as const) {
    const application = await clerk.prepare({ change: { contact: { name: '韦小红', phone: '' } } })
    const entered = await clerk.call('staff', 'enter', { commandId: randomUUID(), channel, application })
    expect(entered).toMatchObject({ status: 'accepted', applicant: { phone: '' } })
    const form = await clerk.call('documents', 'signedForm', { id: entered.id })
    expect(form.digest).toBe(entered.forms[0].digest)
  }
})

test('a number printed so waits for the account manager, who is told and accepts', async () => {
  const application = await resident.prepare({ change: { use: 'business', capacityKva: 30 } })
  const identity = { ...application.identity, kind: 'businessLicence', number: '91450203M0000KWX10' }
  const submit = (asPrinted?: boolean) =>
    resident.call('applicant', 'submit', {
      commandId: randomUUID(),
      application: { ...application, identity: { ...identity, asPrinted } },
    })
  await expect(submit()).rejects.toThrow('CREDIT_CODE_WRONG')
  const { id, status, version } = await submit(true)
  expect(status).toBe('submitted')
  const seen = await clerk.call('staff', 'case', { id })
  expect(seen).toMatchObject({ numberAsPrinted: true, actions: expect.arrayContaining(['accept']) })
  expect((await clerk.call('staff', 'accept', { commandId: randomUUID(), id, version })).status).toBe('accepted')
})

test('a meter is found by its number however it was typed', async () => {
  const { id } = await resident.apply({ property: 'property-wei.jpg' })
  const { version } = await clerk.call('staff', 'case', { id })
  const visit = { commandId: randomUUID(), id, version, externalLine: false, meterPosition: '进门左侧', papers: [] }
  const surveyed = await clerk.call('staff', 'visit', visit)
  const energized = await clerk.call('staff', 'energize', {
    commandId: randomUUID(),
    id,
    version: surveyed.version,
    meterNumber: '表号：４５０２ 0001-2345\u200b',
  })
  expect(energized.meterNumber).toBe('45020001-2345')
})

describe('a correction', () => {
  const correct = async (change: { name?: string; address?: string }) => {
    const application = await resident.prepare()
    const { id, version } = await resident.call('applicant', 'submit', { commandId: randomUUID(), application })
    const signature = await resident.upload(SIGNATURE, 'signature')
    const { name } = application.identity
    const correction = { name, contact: application.contact, address: '城中区文昌路20号', signature, ...change }
    return resident.ask('applicant', 'correct', { commandId: randomUUID(), id, version, correction })
  }

  test.each([
    [{ address: '城中区柳州市鱼峰区屏山大道212号' }, 'OTHER_DISTRICT', /城中区和鱼峰区.*重新申请/],
    [{ address: '柳州市鱼峰区屏山大道212号' }, 'OTHER_DISTRICT', /城中区.*重新申请/],
    [{ address: '雒容镇连丰村 柳州市' }, 'OTHER_DISTRICT', /重新申请/],
    [{ name: '李强' }, 'OTHER_PERSON', /重新申请/],
  ])('%j is another case: refused, with the way to it', async (change, code, words) => {
    const answer = await correct(change)
    if (answer.ok) throw new Error('was accepted')
    expect(answer.error.code).toBe(code)
    expect(answer.error.message).toMatch(words)
  })

  test.each([[{ name: '韦小虹' }], [{ address: '城中区柳江路20号' }]])('%j puts a word right', async (change) =>
    expect((await correct(change)).ok).toBe(true),
  )
})

test.each([
  ['柳州市鱼峰区屏山大道212号', '城中区'],
  ['城中区柳州市鱼峰区屏山大道212号', '鱼峰区'],
  ['南宁市青秀区民族大道1号', '城中区'],
])('an application for %s in %s is asked about', async (address, district) => {
  const application = await resident.prepare()
  const place = { ...application.place, address, district }
  const input = { commandId: randomUUID(), application: { ...application, place } }
  expect(await resident.codeOf('applicant', 'submit', input)).toBe('ADDRESS_WRONG')
})
