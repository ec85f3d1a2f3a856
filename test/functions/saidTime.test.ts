import { randomUUID } from 'node:crypto'
import { Driver } from '../support/driver'

/** 补传 through the functions: who is told, who is asked, and what they see. */
let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

const on = ({ id, version }: { id: string; version: number }) => ({ commandId: randomUUID(), id, version })
const at = (beijing: string) => Date.parse(`${beijing.replace(' ', 'T')}:00+08:00`)

/** Switched on at 16:00 of the promised Tuesday without a signal, received on Wednesday at 08:10. */
async function receivedLate(commandId = randomUUID()) {
  const [resident, manager] = [await driver.as('resident'), await driver.as('manager')]
  await driver.at('2026-11-23 10:00')
  const { id, version } = await resident.apply({ property: 'property-wei.jpg' })
  const visit = { ...on({ id, version }), externalLine: false, meterPosition: '进门左侧', papers: [] }
  const visited = await manager.call('staff', 'visit', visit)
  expect(visited.promise?.dueDay).toBe('2026-11-24')
  await driver.at('2026-11-25 08:10')
  const energizing = { ...on(visited), commandId, meterNumber: '4502000012345', saidAt: at('2026-11-24 16:00') }
  return { energizing, waiting: await manager.call('staff', 'energize', energizing) }
}

test('the applicant is asked on the case page and by a push; confirmed, the promise was kept', async () => {
  const resident = await driver.as('resident')
  const { waiting, energizing } = await receivedLate()
  const times = { saidAt: at('2026-11-24 16:00'), receivedAt: waiting.energizedAt }
  expect(waiting).toMatchObject({ standing: 'missed', backfills: [{ number: 1, standing: 'asked', ...times }] })
  // Sent again, as a device does whose answer was lost, even with its clock put right meanwhile.
  const repeated = await (await driver.as('manager')).call('staff', 'energize', { ...energizing, saidAt: null })
  expect(repeated.version).toBe(waiting.version)
  const { id } = waiting
  const own = await resident.call('applicant', 'case', { id })
  expect(own).toMatchObject({ standing: 'missed', backfills: [{ title: '装表送电', standing: 'asked' }] })
  expect(own.actions).toContain('confirmTime')
  expect(own.history.map(({ text }) => text).join()).toContain('补传，11月24日 16:00做完')
  await driver.sweep()
  const pushes = (await driver.host.wechat()) as { openid: string; data: Record<string, string> }[]
  expect(pushes.filter(({ openid }) => openid === resident.openid).at(-1)?.data).toMatchObject({
    thing4: '做完的时间是补传的，请点开确认',
  })
  const answer = { commandId: randomUUID(), id, number: 1, right: true }
  const confirmed = await resident.call('applicant', 'confirmTime', answer)
  expect(confirmed).toMatchObject({ standing: 'kept', energizedAt: at('2026-11-24 16:00') })
  expect(confirmed.actions).not.toContain('confirmTime')
  expect(await resident.codeOf('applicant', 'confirmTime', { ...answer, commandId: randomUUID() })).toBe(
    'TIME_ANSWERED',
  )
})

test('or a supervisor is, on the list of the district; said not to be so, the case stays late', async () => {
  const supervisor = await driver.as('supervisor')
  const { waiting } = await receivedLate()
  const { id } = waiting
  const tasks = (await supervisor.call('staff', 'tasks', {})).rows.filter(({ caseId }) => caseId === id)
  expect(tasks).toEqual([expect.objectContaining({ kind: 'confirmTime', title: '核实补传时间' })])
  const seen = await supervisor.call('staff', 'case', { id })
  expect(seen.actions).toContain('confirmTime')
  const answered = await supervisor.call('staff', 'confirmTime', { ...on(seen), number: 1, right: false })
  expect(answered).toMatchObject({ standing: 'missed', energizedAt: waiting.energizedAt })
  expect((await supervisor.call('staff', 'tasks', {})).rows.filter(({ caseId }) => caseId === id)).toEqual([])
  expect((await supervisor.call('staff', 'ledger', { id })).intact).toBe(true)
})
