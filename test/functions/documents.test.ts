import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { RequestOf } from '@shared/contract'
import { inspectionItems } from '@shared/rules/inspection'
import { Driver, type PersonaId } from '../support/driver'
import { readPdf } from '../support/readPdf'
import { HighVoltageCase } from './support/highVoltageCase'

const SHOTS = path.resolve(__dirname, '../../.shots')

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
  mkdirSync(SHOTS, { recursive: true })
})
afterAll(() => driver?.stop())

type Asked = Omit<RequestOf<'documents', 'caseDocument'>, 'id'>

/** The document as this person gets it: its words without spaces, and its bytes. */
async function opened(id: string, asked: Asked, persona: PersonaId = 'company', picture?: string) {
  const answer = await (await driver.as(persona)).call('documents', 'caseDocument', { id, ...asked })
  const response = await fetch(answer.url)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  const bytes = Buffer.from(await response.arrayBuffer())
  const pdf = readPdf(bytes, picture && path.join(SHOTS, `${picture}.png`))
  expect(pdf.embedded).toBe(pdf.fonts)
  return { ...pdf, text: pdf.text.replace(/\s/g, ''), digest: createHash('sha256').update(bytes).digest('hex') }
}

const MANY = inspectionItems.flatMap(({ code, clause }) =>
  [1, 2, 3].map((place) => ({ item: code, what: `第${place}处不符合要求，需要重新安装并复测`, clause, pictures: [] })),
)

test('受理通知书 names the promise, its rule, and everything still wanted, once', async () => {
  await driver.at('2026-11-23 10:00')
  const resident = await driver.as('resident')
  const { id } = await resident.apply()
  const notice = await opened(id, { document: 'notice' }, 'resident', 'document-notice')
  for (const words of [
    '受理通知书',
    id,
    '韦小红',
    '最晚通电11月25日',
    '物业权属证明',
    '不需要任何其他材料',
    '家里用电',
  ])
    expect(notice.text).toContain(words)
  // The number is masked: the paper may lie about.
  expect(notice.text).not.toContain('450202198803120326')
})

test('供电方案答复单 and 问题清单 come out of the record, the same for everybody who may open them', async () => {
  await driver.at('2026-11-23 10:00')
  const factory = await HighVoltageCase.apply(driver)
  const { id } = factory
  const company = await driver.as('company')
  expect(await company.codeOf('documents', 'caseDocument', { id, document: 'scheme' })).toBe('NOT_FOUND')
  await factory.visit()
  await factory.reply({ outage: true })
  const scheme = await opened(id, { document: 'scheme' }, 'company', 'document-scheme')
  for (const words of [
    '供电方案答复单',
    '800千伏安',
    '10千伏城站线12号杆',
    '高供高计',
    '最早12月23日',
    '不超过6个工作日',
  ])
    expect(scheme.text).toContain(words)
  expect((await opened(id, { document: 'scheme' }, 'supervisor')).digest).toBe(scheme.digest)

  expect(await company.codeOf('documents', 'caseDocument', { id, document: 'problems' })).toBe('NOT_FOUND')
  await factory.requestInspection()
  await factory.inspect(MANY)
  const list = await opened(id, { document: 'problems', round: 1 }, 'company', 'document-problems')
  expect(list.pages).toBeGreaterThan(1)
  expect(list.text).toContain('一次性书面告知')
  await factory.requestInspection(MANY.length)
  await factory.inspect([{ item: 'safety', what: '缺少警示牌', clause: 'GB 26860-2011', pictures: [] }])
  const second = await opened(id, { document: 'problems' })
  expect(second.text).toContain('第2次')
  expect(second.text).toContain('缺少警示牌')
})

test('a stamped copy is a document given out on request: numbered, in the record, and no stage', async () => {
  await driver.at('2026-11-23 10:00')
  const factory = await HighVoltageCase.apply(driver)
  const { id } = factory
  await factory.visit()
  const { status, dueDay } = await factory.reply()
  const company = await driver.as('company')
  const plain = await opened(id, { document: 'scheme' })
  const asked = { commandId: randomUUID(), id, document: 'scheme' as const }
  const view = await company.call('applicant', 'requestCopy', asked)
  expect([view.status, view.dueDay]).toEqual([status, dueDay])
  expect(view.history.at(-1)?.text).toBe('出具了盖章的供电方案答复单')
  const stamped = await opened(id, { document: 'scheme' }, 'company', 'document-stamped')
  expect(stamped.digest).not.toBe(plain.digest)
  expect(stamped.text).toContain(`盖章件编号${id}-${view.history.at(-1)?.seq}`)
  expect(stamped.text).toContain('演示用章')
})
