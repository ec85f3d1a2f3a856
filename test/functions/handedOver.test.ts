import { randomUUID } from 'node:crypto'
import { Driver, type Session } from '../support/driver'

/** A case handed on while its former manager still had work to send: in 柳南区 there are 李强 and 韦丽. */
let driver: Driver
let liqiang: Session
let weili: Session
beforeAll(async () => {
  driver = await Driver.start()
  await driver.at('2026-03-02 09:00')
  ;[liqiang, weili] = await Promise.all([driver.as('manager'), driver.as('manager3')])
})
afterAll(() => driver?.stop())

const on = ({ id, version }: { id: string; version: number }) => ({ commandId: randomUUID(), id, version })
/** A case of 李强's: it goes to the less burdened of the two. */
async function ofLiqiang() {
  const supervisor = await driver.as('supervisor')
  for (let cases = 0; cases < 40; cases += 1) {
    const { id } = await (await driver.as('resident')).apply({ district: '柳南区' })
    const seen = await supervisor.call('staff', 'case', { id })
    if (seen.manager?.id === 'liqiang') return seen
  }
  throw new Error('forty cases, and none of them came to 李强')
}
/** A case of 李强's, handed to 韦丽 by the supervisor. */
async function handedOn() {
  const seen = await ofLiqiang()
  const supervisor = await driver.as('supervisor')
  return supervisor.call('staff', 'reassign', { ...on(seen), managerId: 'weili', reason: '片区调整' })
}
const visitWith = (site: string[]) => ({ externalLine: false, meterPosition: '进门左侧', papers: [], site })

test('who had it hears whose it is now for seven days; to others it is not there', async () => {
  await driver.at('2026-03-02 10:00')
  const { id, version } = await handedOn()
  const late = { commandId: randomUUID(), id, version, ...visitWith([]) }
  const answer = await liqiang.ask('staff', 'visit', late)
  expect(answer).toMatchObject({ ok: false, error: { code: 'CASE_HANDED_OVER', params: { name: '韦丽' } } })
  expect(JSON.stringify(answer)).toContain('这件现在由韦丽办')
  expect(await liqiang.codeOf('staff', 'case', { id })).toBe('CASE_HANDED_OVER')
  expect(await (await driver.as('manager2')).codeOf('staff', 'visit', late)).toBe('NOT_FOUND')
  expect(await (await driver.as('reviewer')).codeOf('staff', 'case', { id })).toBe('NOT_FOUND')
  const proposing = { commandId: randomUUID(), id, proposal: { action: 'visit', input: visitWith([]) } }
  expect(await (await driver.as('manager2')).codeOf('staff', 'propose', proposing)).toBe('NOT_FOUND')
  expect(await weili.codeOf('staff', 'propose', proposing)).toBe('NOT_FOUND')

  await driver.at('2026-03-09 09:59')
  expect(await liqiang.codeOf('staff', 'case', { id })).toBe('CASE_HANDED_OVER')
  await driver.at('2026-03-09 10:01')
  expect(await liqiang.codeOf('staff', 'case', { id })).toBe('NOT_FOUND')
  expect(await liqiang.codeOf('staff', 'propose', proposing)).toBe('NOT_FOUND')
})

test('the unsent visit goes to the present manager with its pictures, once, and becomes her own command', async () => {
  const handed = await handedOn()
  const { id } = handed
  const site = await liqiang.upload('id-wei.jpg', 'site', 'staff')
  const proposing = { commandId: randomUUID(), id, proposal: { action: 'visit' as const, input: visitWith([site]) } }
  const given = { manager: '韦丽', recorded: false }
  expect(await liqiang.call('staff', 'propose', proposing)).toEqual(given)
  expect(await liqiang.call('staff', 'propose', proposing)).toEqual(given)
  const seen = await weili.call('staff', 'case', { id })
  expect(seen.proposals).toEqual([
    expect.objectContaining({
      by: '李强',
      title: '上门勘察',
      lines: ['不需要架设外部线路', '电表装在进门左侧'],
      pictures: [site],
    }),
  ])
  expect(await weili.codeOf('documents', 'casePicture', { id, picture: site })).toBe('ok')
  await driver.sweep()
  const pushes = (await driver.host.wechat()) as { openid: string; data: Record<string, string> }[]
  expect(pushes.filter(({ openid }) => openid === weili.openid).map(({ data }) => data.thing4)).toContain(
    '同事转来没发出的内容',
  )

  const taking = { ...on(seen), proposal: seen.proposals[0]!.id }
  // Nobody else may, and a repeat is answered as the first.
  expect(await liqiang.codeOf('staff', 'takeOver', taking)).toBe('CASE_HANDED_OVER')
  const after = await weili.call('staff', 'takeOver', taking)
  expect(after).toMatchObject({ status: 'surveyed', meterPosition: '进门左侧', proposals: [] })
  expect(after.pictures.map(({ picture }) => picture)).toContain(site)
  expect((await weili.call('staff', 'takeOver', taking)).version).toBe(after.version)
  expect(await weili.codeOf('staff', 'takeOver', { ...on(after), proposal: taking.proposal })).toBe('PROPOSAL_GONE')
})

test('or is let go', async () => {
  const { id } = await handedOn()
  const evidence = await liqiang.upload('id-wei.jpg', 'evidence', 'staff')
  const input = { cause: 'weather' as const, pictures: [evidence] }
  await liqiang.call('staff', 'propose', { commandId: randomUUID(), id, proposal: { action: 'recordAnomaly', input } })
  const [only] = (await weili.call('staff', 'case', { id })).proposals
  expect(await liqiang.codeOf('staff', 'dismissProposal', { id, proposal: only!.id })).toBe('CASE_HANDED_OVER')
  const dismissing = { id, proposal: only!.id }
  expect((await weili.call('staff', 'dismissProposal', dismissing)).proposals).toEqual([])
  expect((await weili.call('staff', 'dismissProposal', dismissing)).anomalies).toEqual([])
  await driver.sweep()
  expect(await liqiang.codeOf('staff', 'confirmUpload', { picture: evidence })).toBe('PICTURE_MISSING')
})

test('recorded before the case was handed on, its answer lost, nothing is proposed', async () => {
  const supervisor = await driver.as('supervisor')
  const seen = await ofLiqiang()
  const { id } = seen
  const visit = { ...on(seen), ...visitWith([]) }
  const visited = await liqiang.call('staff', 'visit', visit)
  await supervisor.call('staff', 'reassign', { ...on(visited), managerId: 'weili', reason: '片区调整' })
  const proposing = {
    commandId: visit.commandId,
    id,
    proposal: { action: 'visit' as const, input: visitWith([]) },
  }
  expect(await liqiang.call('staff', 'propose', proposing)).toEqual({ manager: '韦丽', recorded: true })
  expect((await weili.call('staff', 'case', { id })).proposals).toEqual([])
})

test('what names a withdrawn case goes with its personal data', async () => {
  const { id } = await handedOn()
  const input = { task: 'visit' as const, day: '2026-03-10', part: 'morning' as const }
  await liqiang.call('staff', 'propose', { commandId: randomUUID(), id, proposal: { action: 'appoint', input } })
  await (await driver.as('resident')).call('applicant', 'withdraw', { commandId: randomUUID(), id })
  expect((await driver.documents()).proposals ?? []).not.toContainEqual(expect.objectContaining({ caseId: id }))
})
