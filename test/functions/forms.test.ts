import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { FORM_STATEMENT, formRows } from '@shared/applicationForm'
import { drawSignature } from '../support/drawSignature'
import { Driver } from '../support/driver'
import { readPdf } from '../support/readPdf'

const SHOTS = path.resolve(__dirname, '../../.shots')

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

async function fetched(url: string): Promise<Buffer> {
  const response = await fetch(url)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return Buffer.from(await response.arrayBuffer())
}
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('用电申请书', () => {
  test('is the words the person saw, their signature and the time, in a font of its own', async () => {
    const resident = await driver.as('resident')
    await driver.at('2026-11-23 09:05')
    const application = await resident.prepare()
    application.signature = await resident.upload(await drawSignature(), 'signature')
    const { id, forms } = await resident.call('applicant', 'submit', { commandId: randomUUID(), application })
    const form = await resident.call('documents', 'signedForm', { id })
    expect(forms).toEqual([{ signedAt: form.signedAt, digest: form.digest }])

    mkdirSync(SHOTS, { recursive: true })
    const pdf = readPdf(await fetched(form.url), path.join(SHOTS, 'form.png'))
    expect(pdf).toMatchObject({ title: '用电申请书', pages: 1 })
    expect(pdf.embedded).toBe(pdf.fonts)
    expect(pdf.fonts).toBeGreaterThan(0)
    const text = pdf.text.replace(/\s/g, '')
    for (const [label, value] of formRows(application)) {
      expect(text).toContain(label)
      expect(text).toContain(value.replace(/\s/g, ''))
    }
    expect(text).toContain(FORM_STATEMENT)
    expect(text).toContain('2026-11-2309:05')
    expect(text).toContain(form.digest)
    expect(text).toContain(id)
  })

  test('is the same file whenever it is opened, and by whomever may', async () => {
    const resident = await driver.as('resident')
    const { id } = await resident.apply()
    const copies: string[] = []
    for (const persona of ['resident', 'resident', 'manager', 'supervisor'] as const) {
      const { url } = await (await driver.as(persona)).call('documents', 'signedForm', { id, number: 1 })
      copies.push(digest(await fetched(url)))
    }
    expect(new Set(copies).size).toBe(1)
    expect(await resident.codeOf('documents', 'signedForm', { id, number: 2 })).toBe('NOT_FOUND')
  })

  test('signed again after a correction, both stay; a stale page is refused', async () => {
    const resident = await driver.as('resident')
    const { id, version } = await resident.apply()
    const correct = async (at: number) => ({
      commandId: randomUUID(),
      id,
      version: at,
      correction: {
        name: '韦晓红',
        contact: { name: '韦晓红', phone: '13900000009' },
        address: '广西柳州市城中区文昌路20号',
        signature: await resident.upload(await drawSignature(), 'signature'),
      },
    })
    const after = await resident.call('applicant', 'correct', await correct(version))
    expect(after).toMatchObject({ address: '广西柳州市城中区文昌路20号', applicant: { name: '韦晓红' } })
    expect(after.forms).toHaveLength(2)
    expect(await resident.codeOf('applicant', 'correct', await correct(version))).toBe('CASE_CHANGED')
    const words = async (number?: number) => {
      const { url } = await resident.call('documents', 'signedForm', { id, number })
      return readPdf(await fetched(url)).text.replace(/\s/g, '')
    }
    expect(await words(1)).toContain('姓名韦小红')
    expect(await words(2)).toContain('姓名韦晓红')
    expect(await words()).toContain('13900000009')
    const seen = await (await driver.as('manager')).call('staff', 'case', { id })
    expect(seen.applicant).toMatchObject({ name: '韦晓红', phone: '13900000009' })
    expect(seen.pictures.filter(({ purpose }) => purpose === 'signature')).toHaveLength(2)
    const ledger = await (await driver.as('supervisor')).call('staff', 'ledger', { id })
    expect(ledger.intact).toBe(true)
    expect(JSON.stringify(ledger)).not.toContain('韦晓红')
  })

  test("the ledger holds its digest, and a member of staff's view is written down", async () => {
    const resident = await driver.as('resident')
    const { id } = await resident.apply()
    const form = await (await driver.as('manager')).call('documents', 'signedForm', { id })
    const stored = driver.documents()
    const submitted = stored.events.find(({ _id }) => _id === `${id}:1`) as unknown as { event: { formDigest: string } }
    expect(submitted.event.formDigest).toBe(form.digest)
    expect(stored.pictureViews.filter(({ caseId }) => caseId === id)).toHaveLength(1)
    expect(JSON.stringify(stored.events)).not.toContain('13807720001')
  })
})
