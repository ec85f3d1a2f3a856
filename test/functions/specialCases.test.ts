import { randomUUID } from 'node:crypto'
import type { Application } from '@shared/contract/application'
import { Driver } from '../support/driver'
import { readPdf } from '../support/readPdf'

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

const apply = async (persona: 'resident' | 'shop', change: Partial<Application>) => {
  const session = await driver.as(persona)
  const application = { ...(await session.prepare()), ...change }
  return session.call('applicant', 'submit', { commandId: randomUUID(), application })
}
const wanted = (materials: { group: string; state: string }[]) =>
  materials.filter(({ state }) => state === 'wanted').map(({ group }) => group)
async function formText(id: string): Promise<string> {
  const { url } = await (await driver.as('resident')).call('documents', 'signedForm', { id })
  return readPdf(Buffer.from(await (await fetch(url)).arrayBuffer())).text.replace(/\s/g, '')
}

describe('what a case asks for follows from what it is (附件1)', () => {
  test('增容: the identity and nothing else, also not if it is offered', async () => {
    const { materials, title, id } = await apply('resident', { change: 'increase' })
    expect(title).toBe('居民增容')
    expect(materials.map(({ group }) => group)).toEqual(['identity'])
    expect(await formText(id)).toContain('业务增加用电容量')
    const resident = await driver.as('resident')
    const application = { ...(await resident.prepare({ property: 'property-wei.jpg' })), change: 'increase' as const }
    expect(await resident.codeOf('applicant', 'submit', { commandId: randomUUID(), application })).toBe(
      'MATERIAL_NOT_ALLOWED',
    )
  })

  test('增值税发票: 一般纳税人资格证 besides, and only then', async () => {
    expect(wanted((await apply('resident', {})).materials)).toEqual(['property'])
    const taxed = await apply('resident', { vatInvoice: true })
    expect(wanted(taxed.materials)).toEqual(['property', 'vatQualification'])
    const resident = await driver.as('resident')
    const picture = await resident.upload('licence-noodles.jpg', 'vatQualification')
    const paper = { group: 'vatQualification' as const, kind: 'vatQualification', pictures: [picture] }
    const after = await resident.call('applicant', 'supplement', { commandId: randomUUID(), id: taxed.id, paper })
    expect(wanted(after.materials)).toEqual(['property'])
  })

  test('an agent at low voltage brings no letter of authority; the form names who signed', async () => {
    const { materials, id } = await apply('resident', {
      byAgent: true,
      contact: { name: '黄代办', phone: '13900000001' },
    })
    expect(materials.map(({ group }) => group)).toEqual(['identity', 'property'])
    const text = await formText(id)
    expect(text).toContain('经办人黄代办')
    expect(text).toContain('姓名韦小红')
    const seen = await (await driver.as('manager')).call('staff', 'case', { id })
    expect(seen.applicant).toMatchObject({ name: '韦小红', contact: '黄代办', phone: '13900000001' })
  })

  test('a self-built house: the pledge is signed with the form and stands for the property paper', async () => {
    const { materials, id } = await apply('resident', { property: { kind: 'selfBuiltPledge', pictures: [] } })
    expect(wanted(materials)).toEqual([])
    const text = await formText(id)
    expect(text).toContain('承诺书：上述用电地址的房屋是城乡自建房')
    expect(text).toContain('房屋由我居住使用')
  })

  test('an agent who signs the pledge does not say that they live there', async () => {
    const property = { kind: 'selfBuiltPledge', pictures: [] }
    const contact = { name: '黄代办', phone: '13900000001' }
    const { id } = await apply('resident', { property, byAgent: true, contact })
    expect(await formText(id)).toContain('房屋由用电人居住使用')
  })

  test('no other property paper without its picture', async () => {
    const resident = await driver.as('resident')
    const application = { ...(await resident.prepare()), property: { kind: 'propertyCertificate', pictures: [] } }
    expect(await resident.codeOf('applicant', 'submit', { commandId: randomUUID(), application })).toBe(
      'PICTURE_MISSING',
    )
  })
})

test('on a Friday evening the preview counts from Monday where the account manager has to accept first', async () => {
  await driver.at('2026-12-18 20:10')
  const resident = await driver.as('resident')
  const question = { use: 'household', capacityKva: null, sources: 'single', district: '城中区' } as const
  const dueDay = async (photographed: boolean) =>
    (await resident.call('public', 'preview', { ...question, photographed })).dueDay
  expect(await dueDay(true)).toBe('2026-12-22')
  expect(await dueDay(false)).toBe('2026-12-23')
})
