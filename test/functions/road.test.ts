import { randomUUID } from 'node:crypto'
import { Driver } from '../support/driver'

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

describe('the road from one certificate to power on', () => {
  test('a resident is accepted at once, visited, and has power', async () => {
    const resident = await driver.as('resident')
    const manager = await driver.as('manager')
    const submitted = await resident.apply()
    expect(submitted.status).toBe('accepted')
    expect(submitted.manager?.name).toBe('李强')
    expect(submitted.materials.map(({ group, state }) => [group, state])).toEqual([
      ['identity', 'received'],
      ['property', 'wanted'],
    ])

    const { rows } = await manager.call('staff', 'tasks', {})
    expect(rows.map(({ caseId, kind }) => [caseId, kind])).toEqual([[submitted.id, 'visit']])

    const seen = await manager.call('staff', 'case', { id: submitted.id })
    expect(seen.actions.slice(0, 2)).toEqual(['visit', 'collect'])
    const deed = await manager.upload('property-wei.jpg', 'property', 'staff')
    const visited = await manager.call('staff', 'visit', {
      commandId: randomUUID(),
      id: seen.id,
      version: seen.version,
      externalLine: false,
      meterPosition: '进门左侧墙面',
      papers: [{ group: 'property', kind: seen.materials[1].oneOf[0].code, pictures: [deed] }],
    })
    expect(visited.actions[0]).toBe('energize')
    expect(visited.actions).not.toContain('collect')
    expect(visited.promise!.dueDay).toBe(submitted.promise!.earlierDay)

    const energized = await manager.call('staff', 'energize', {
      commandId: randomUUID(),
      id: seen.id,
      version: visited.version,
      meterNumber: '4502000012345',
    })
    expect(energized.outcome).toMatchObject({ kept: true, promisedDay: visited.promise!.dueDay })
    expect((await manager.call('staff', 'tasks', {})).rows).toEqual([])
    const ledger = await (await driver.as('supervisor')).call('staff', 'ledger', { id: seen.id })
    expect(ledger.intact).toBe(true)
    expect(ledger.events.map(({ type }) => type)).toEqual([
      'submitted',
      'assigned',
      'accepted',
      'notified',
      'collected',
      'surveyed',
      'energized',
    ])
  })

  test('typed without a picture: the account manager accepts', async () => {
    const neighbour = await driver.as('neighbour')
    const manager = await driver.as('manager')
    const submitted = await neighbour.apply({ person: 'qin', withPicture: false, district: '柳北区' })
    expect(submitted).toMatchObject({ status: 'submitted', promise: null, dueDay: null })
    const { version } = await manager.call('staff', 'case', { id: submitted.id })
    const accepted = await manager.call('staff', 'accept', { commandId: randomUUID(), id: submitted.id, version })
    expect(accepted.status).toBe('accepted')
    expect(accepted.promise).not.toBeNull()
    expect(accepted.history.map(({ by, text }) => `${by} ${text}`)).toEqual([
      'applicant 提交了用电申请',
      'system 指派了客户经理：李强',
      'manager 已核对身份并受理，开始计时',
      'manager 一次性告知：还差身份证明、物业权属证明',
    ])
  })
})

test('a newcomer binds once by invitation; nobody else can spend it again', async () => {
  const newcomer = await driver.as('newcomer')
  const invitation = 'local-demo-invitation-qinhui'
  expect(await newcomer.codeOf('staff', 'me', {})).toBe('NOT_STAFF')
  expect(await (await driver.as('manager')).codeOf('staff', 'bind', { invitation })).toBe('INVITATION_INVALID')
  expect(await newcomer.codeOf('staff', 'bind', { invitation: 'no-such-invitation-at-all' })).toBe('INVITATION_INVALID')
  const member = await newcomer.call('staff', 'bind', { invitation })
  expect(member).toMatchObject({ id: 'qinhui', name: '覃慧', role: 'manager' })
  expect(await newcomer.call('staff', 'bind', { invitation })).toEqual(member)
  expect(await (await driver.as('resident')).codeOf('staff', 'bind', { invitation })).toBe('INVITATION_INVALID')
})
