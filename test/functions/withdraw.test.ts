import { randomUUID } from 'node:crypto'
import papers from '../fixtures/papers/papers.json'
import { Driver, PHONE } from '../support/driver'

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

const { name, idNumber } = papers.people.find(({ id }) => id === 'wei')!

test('taken back: the case ends, the personal data and every file go, the ledger stands whole', async () => {
  await driver.at('2026-11-23 09:00')
  const resident = await driver.as('resident')
  const { id, signature } = await resident.apply({ property: 'property-wei.jpg' })
  expect(driver.files()).toHaveLength(3)
  const commandId = randomUUID()
  const after = await resident.call('applicant', 'withdraw', { commandId, id })
  expect(after).toMatchObject({ status: 'withdrawn', standing: 'withdrawn', materials: [], signature: null, forms: [] })
  expect(after.next).toEqual({ who: 'nobody', what: '已撤回，证件照片和个人资料已删除' })
  expect(after.road.flatMap(({ steps }) => steps.map(({ key }) => key))).toEqual(['submitted', 'accepted', 'withdrawn'])
  // A repeat of the same command finds it done.
  expect((await resident.call('applicant', 'withdraw', { commandId, id })).version).toBe(after.version)

  const manager = await driver.as('manager')
  expect((await manager.call('staff', 'tasks', {})).rows).toEqual([])
  expect(await manager.call('staff', 'case', { id })).toMatchObject({ pictures: [], actions: [] })
  expect(await manager.codeOf('documents', 'casePicture', { id, picture: signature! })).toBe('NOT_FOUND')
  expect(await resident.codeOf('documents', 'signedForm', { id })).toBe('NOT_FOUND')

  await driver.sweep()
  expect(driver.files()).toEqual([])
  const supervisor = await driver.as('supervisor')
  const { intact, events } = await supervisor.call('staff', 'ledger', { id })
  expect(intact).toBe(true)
  expect(events.at(-1)).toMatchObject({ type: 'withdrawn', text: '申请人撤回了申请，个人资料已删除' })
  expect((await supervisor.call('staff', 'overview', {})).cases.rows).toEqual([])

  const pushed = (await driver.host.wechat()).filter(({ data }) => JSON.stringify(data).includes('撤回'))
  expect(pushed).toHaveLength(1)
  const stored = JSON.stringify(driver.documents())
  for (const secret of [name, idNumber, PHONE, '文昌路']) expect(stored).not.toContain(secret)
})

test('papers two cases rest on stay until neither does', async () => {
  const resident = await driver.as('resident')
  const before = driver.files().length
  const application = await resident.prepare({ property: 'property-wei.jpg' })
  const submit = () => resident.call('applicant', 'submit', { commandId: randomUUID(), application })
  const [first, second] = [await submit(), await submit()]
  await resident.call('applicant', 'withdraw', { commandId: randomUUID(), id: first.id })
  await driver.sweep()
  expect(driver.files()).toHaveLength(before + 3)
  const manager = await driver.as('manager')
  const { pictures } = await manager.call('staff', 'case', { id: second.id })
  for (const { picture } of pictures)
    expect(await manager.codeOf('documents', 'casePicture', { id: second.id, picture })).toBe('ok')
  await resident.call('applicant', 'withdraw', { commandId: randomUUID(), id: second.id })
  await driver.sweep()
  for (const { picture } of pictures)
    expect(await resident.codeOf('applicant', 'pictureUrl', { picture })).toBe('PICTURE_MISSING')
})

test('nothing more can be done to it, and once there is power it cannot be taken back', async () => {
  const resident = await driver.as('resident')
  const manager = await driver.as('manager')
  const { id } = await resident.apply()
  await resident.call('applicant', 'withdraw', { commandId: randomUUID(), id })
  const picture = await resident.upload('property-wei.jpg', 'property')
  const paper = { group: 'property', kind: 'propertyCertificate', pictures: [picture] }
  expect(await resident.codeOf('applicant', 'supplement', { commandId: randomUUID(), id, paper })).toBe('NOT_ALLOWED')
  expect(await resident.codeOf('applicant', 'withdraw', { commandId: randomUUID(), id })).toBe('NOT_ALLOWED')

  const powered = await resident.apply({ property: 'property-wei.jpg' })
  const visit = { externalLine: false, meterPosition: '进门左侧', papers: [] }
  const command = (version: number) => ({ commandId: randomUUID(), id: powered.id, version })
  const { version } = await manager.call('staff', 'visit', { ...command(powered.version), ...visit })
  await manager.call('staff', 'energize', { ...command(version), meterNumber: '4502000012345' })
  expect(await resident.codeOf('applicant', 'withdraw', { commandId: randomUUID(), id: powered.id })).toBe(
    'NOT_ALLOWED',
  )
})

test('a complaint outlives the application: its words wait for the answer, and the answer arrives', async () => {
  const resident = await driver.as('resident')
  const supervisor = await driver.as('supervisor')
  const { id } = await resident.apply()
  const words = '客户经理一直没有来'
  await resident.call('applicant', 'complain', { commandId: randomUUID(), id, topic: 'late', words })
  const { name } = (await resident.call('applicant', 'case', { id })).applicant
  await resident.call('applicant', 'withdraw', { commandId: randomUUID(), id })

  const { rows, totals } = await supervisor.call('staff', 'tasks', {})
  expect(rows.filter(({ caseId }) => caseId === id)).toMatchObject([{ kind: 'complaint' }])
  expect(totals.all).toBe(rows.length)
  const seen = await supervisor.call('staff', 'case', { id })
  expect(seen.complaints).toMatchObject([{ words, answeredAt: null, late: false }])
  expect(seen.actions).toEqual(['answerComplaint'])
  // The rest of what was known of the person is gone.
  expect(JSON.stringify(seen)).not.toContain(name)

  const answer = { commandId: randomUUID(), id, version: seen.version, number: 1, words: '已经批评教育，向您道歉' }
  await supervisor.call('staff', 'answerComplaint', answer)
  const own = await resident.call('applicant', 'case', { id })
  // With the answer the words themselves go.
  expect(own.complaints).toMatchObject([{ words: '', answer: '已经批评教育，向您道歉' }])
  await driver.sweep()
  const pushed = (await driver.host.wechat()).filter(({ data }) => JSON.stringify(data).includes('投诉已复'))
  expect(pushed.length).toBeGreaterThan(0)
})
