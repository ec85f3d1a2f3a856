import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { builtFunctions } from '../support/built'
import { Session } from '../support/driver'
import { startHost, type TestHost } from '../support/host'

const functions = path.join(builtFunctions(), '../without-pdfkit')
let host: TestHost
let resident: Session
beforeAll(async () => {
  cpSync(builtFunctions(), functions, { recursive: true })
  rmSync(path.join(functions, 'documents/late/pdfkit-js-pdfkit.js'))
  host = await startHost({ flags: ['--functions', functions, '--import', 'local/seed/people.json'] })
  const { token, openid } = await host.login('resident')
  resident = new Session(host, 'resident', openid, token)
})
afterAll(async () => {
  await host?.stop()
  rmSync(functions, { recursive: true, force: true })
})

const UUID = '[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}'
const failures = () => host.output.split('\n').filter((line) => line.includes(' failed: '))

test('a refusal carries the id of its call, another each time', async () => {
  const answers = [1, 2].map(() => resident.ask('applicant', 'case', { id: '0'.repeat(14) }))
  const ids = (await Promise.all(answers)).map((answer) => (answer.ok ? '' : answer.requestId))
  for (const id of ids) expect(id).toMatch(new RegExp(`^${UUID}$`))
  expect(new Set(ids).size).toBe(2)
  // What anybody can bring about is no fault to be logged.
  expect(failures()).toEqual([])
})

test('what nobody should meet is logged with that id and the source lines it came through, and no word of the error', async () => {
  const { id } = await resident.apply()
  const answer = await resident.ask('documents', 'signedForm', { id })
  expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
  const { requestId } = answer as { requestId: string }
  expect(failures()).toEqual([
    expect.stringContaining(`${requestId} documents.signedForm failed: MODULE_NOT_FOUND at `),
  ])
  expect(failures()[0]).toMatch(/ at cloudfunctions\/documents\/[\w/]+\.ts:\d+ /)
  // Only places follow the code: a message may quote what somebody wrote.
  expect(failures()[0]).toMatch(/MODULE_NOT_FOUND( at \S+:\d+)+$/)
})
