import { randomUUID } from 'node:crypto'
import type { Application } from '@shared/contract/application'
import { Driver, type Session } from '../support/driver'

/** 窗口代办, 绿色通道: an application written down by staff for somebody who came, from the counter to power on. */
let driver: Driver
let clerk: Session
beforeAll(async () => {
  driver = await Driver.start()
  clerk = await driver.as('manager')
})
afterAll(() => driver?.stop())

const enter = (application: Application, commandId: string = randomUUID()) =>
  clerk.call('staff', 'enter', { commandId, channel: 'counter', application })

test('the person signs, the district has the case, and whoever wrote it down can go on opening it', async () => {
  const draft = { step: 'place' as const, identity: { name: '李强' } }
  await clerk.call('applicant', 'saveDraft', { draft })
  // 融安县 is 陆敏's.
  const application = await clerk.prepare({ person: 'qin', district: '融安县' })
  const commandId = randomUUID()
  const entered = await enter(application, commandId)
  expect(entered).toMatchObject({ status: 'accepted', channel: 'counter', manager: { name: '陆敏' } })
  expect(entered.applicant.name).toBe(application.identity.name)
  expect(entered.history[0]).toMatchObject({ by: 'manager', text: '在柜台提交了用电申请' })
  expect((await enter(application, commandId)).id).toBe(entered.id)

  // Their own half-filled application is untouched, and the case is not theirs as applicants.
  const { draft: left, cases } = await clerk.call('applicant', 'home', {})
  expect(left?.draft).toEqual(draft)
  expect(cases.rows).toEqual([])
  expect(await (await driver.as('resident')).codeOf('applicant', 'case', { id: entered.id })).toBe('NOT_FOUND')

  expect((await clerk.call('staff', 'case', { id: entered.id })).id).toBe(entered.id)
  const { rows } = await clerk.call('staff', 'tasks', {})
  expect(rows).toEqual([])

  // That the clerk looks says nothing of whether its account manager has.
  await clerk.call('staff', 'markRead', { commandId: randomUUID(), id: entered.id, task: 'visit' })
  const read = async () =>
    (await clerk.call('staff', 'case', { id: entered.id })).history.filter(({ text }) => text.startsWith('已看到'))
  expect(await read()).toEqual([])

  const lumin = await driver.as('manager2')
  await lumin.call('staff', 'markRead', { commandId: randomUUID(), id: entered.id, task: 'visit' })
  expect(await read()).toHaveLength(1)
  await driver.sweep()
  const told = (await driver.host.wechat()) as { openid: string }[]
  expect(told.map(({ openid }) => openid)).toEqual([lumin.openid])
  const deed = await lumin.upload('property-village.jpg', 'property', 'staff')
  const visited = await lumin.call('staff', 'visit', {
    commandId: randomUUID(),
    id: entered.id,
    version: entered.version,
    externalLine: false,
    meterPosition: '进门左侧',
    papers: [{ group: 'property', kind: 'propertyCertificate', pictures: [deed] }],
  })
  const on = await lumin.call('staff', 'energize', {
    commandId: randomUUID(),
    id: entered.id,
    version: visited.version,
    meterNumber: '4502240012345',
  })
  expect(on.status).toBe('energized')
  expect((await lumin.call('staff', 'ledger', { id: entered.id })).intact).toBe(true)
  const form = await clerk.call('documents', 'signedForm', { id: entered.id })
  expect(form.digest).toBe(on.forms[0].digest)
})

test("an applicant's own submission still takes its draft along", async () => {
  const resident = await driver.as('resident')
  await resident.call('applicant', 'saveDraft', { draft: { step: 'sign' } })
  await resident.apply()
  expect((await resident.call('applicant', 'home', {})).draft).toBeNull()
})

test('only with pictures of their own, only as an account manager, and never as if it were online', async () => {
  const theirs = await (await driver.as('neighbour')).prepare({ person: 'qin' })
  const input = { commandId: randomUUID(), channel: 'greenChannel', application: theirs }
  expect(await clerk.codeOf('staff', 'enter', input)).toBe('PICTURE_GONE')
  const application = await clerk.prepare({ person: 'qin' })
  expect(await clerk.codeOf('staff', 'enter', { ...input, application, channel: 'online' })).toBe('BAD_REQUEST')
  expect(await clerk.codeOf('staff', 'enter', { ...input, commandId: randomUUID(), application })).toBe('ok')
})
