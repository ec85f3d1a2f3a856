import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { Driver, type Session, type Stored } from '../support/driver'

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

const of = (documents: Record<string, Stored[]>, collection: string, caseId: string) =>
  (documents[collection] ?? []).filter((document) => document.caseId === caseId || document._id === caseId)

/** Sends a call and hangs up once the request is out, so that its answer is lost. */
async function loseTheAnswer(session: Session, name: string, event: unknown): Promise<void> {
  const headers = { authorization: `Bearer ${session.token}`, 'content-type': 'application/json' }
  const sent = request(`${driver.url}/v1/functions/${name}`, { method: 'POST', headers })
  sent.on('error', () => undefined)
  sent.end(JSON.stringify(event))
  await once(sent, 'finish')
  sent.destroy()
}

test('the same submission ten times at once is one case, one set of events, pushes and tasks', async () => {
  const resident = await driver.as('resident')
  const input = { commandId: randomUUID(), application: await resident.prepare() }
  const answers = await Promise.all(Array.from({ length: 10 }, () => resident.ask('applicant', 'submit', input)))
  const ids = answers.map((answer) => (answer.ok ? (answer.data as { id: string }).id : answer.error.code))
  expect(new Set(ids).size).toBe(1)
  const [id] = ids
  const { cases } = await resident.call('applicant', 'home', {})
  expect(cases.rows.map((row) => row.id)).toEqual([id])
  const stored = driver.documents()
  expect(of(stored, 'applications', id)).toEqual([expect.objectContaining({ version: 1, seq: 4 })])
  expect(
    of(stored, 'events', id)
      .map(({ seq }) => seq)
      .sort(),
  ).toEqual([1, 2, 3, 4])
  expect(of(stored, 'tasks', id)).toHaveLength(1)
  expect(
    of(stored, 'outbox', id)
      .map(({ _id }) => _id)
      .sort(),
  ).toEqual([`${id}:2:liqiang`, `${id}:4:applicant`])
  expect(of(stored, 'persons', `p-${id}`)).toHaveLength(1)
  expect(of(stored, 'commands', id)).toHaveLength(1)
})

test('a repeat answers the same, also much later', async () => {
  const resident = await driver.as('resident')
  const input = { commandId: randomUUID(), application: await resident.prepare() }
  const first = await resident.call('applicant', 'submit', input)
  expect(await resident.call('applicant', 'submit', input)).toEqual(first)
  await driver.restart()
  expect(await (await driver.as('resident')).call('applicant', 'submit', input)).toMatchObject({
    id: first.id,
    version: 1,
  })
})

test('the same command id with other content is refused', async () => {
  const resident = await driver.as('resident')
  const input = { commandId: randomUUID(), application: await resident.prepare() }
  const { id } = await resident.call('applicant', 'submit', input)
  const changed = { ...input, application: { ...input.application, contact: { name: '韦小红', phone: '13807720002' } } }
  expect(await resident.codeOf('applicant', 'submit', changed)).toBe('COMMAND_REUSED')
  const deed = await resident.upload('property-wei.jpg', 'property')
  const paper = { group: 'property', kind: 'propertyCertificate', pictures: [deed] }
  expect(await resident.codeOf('applicant', 'supplement', { commandId: input.commandId, id, paper })).toBe(
    'COMMAND_REUSED',
  )
})

test("another person's equal command id is another command", async () => {
  const commandId = randomUUID()
  const [resident, neighbour] = await Promise.all([driver.as('resident'), driver.as('neighbour')])
  const [mine, theirs] = await Promise.all([
    resident.prepare(),
    neighbour.prepare({ person: 'qin', district: '柳北区' }),
  ])
  const [first, second] = await Promise.all([
    resident.call('applicant', 'submit', { commandId, application: mine }),
    neighbour.call('applicant', 'submit', { commandId, application: theirs }),
  ])
  expect(first.id).not.toBe(second.id)
  expect(second.applicant.name).toBe('覃翀')
})

test('a lost answer: the same command sent again ends in the same one case', async () => {
  const resident = await driver.as('resident')
  const before = (await resident.call('applicant', 'cases', {})).rows.length
  const input = { commandId: randomUUID(), application: await resident.prepare() }
  await loseTheAnswer(resident, 'applicant', { action: 'submit', input })
  const again = await resident.call('applicant', 'submit', input)
  expect(again.version).toBe(1)
  expect((await resident.call('applicant', 'cases', {})).rows).toHaveLength(before + 1)

  const manager = await driver.as('manager')
  const visit = {
    commandId: randomUUID(),
    id: again.id,
    version: 1,
    externalLine: true,
    site: [await manager.upload('not-a-paper.jpg', 'site', 'staff')],
    meterPosition: '楼道',
    papers: [],
  }
  await loseTheAnswer(manager, 'staff', { action: 'visit', input: visit })
  expect(await manager.call('staff', 'visit', visit)).toMatchObject({ version: 2, status: 'surveyed' })
  // Sent again from a page that has been refreshed meanwhile: the intention is the same.
  expect(await manager.call('staff', 'visit', { ...visit, version: 2 })).toMatchObject({ version: 2 })
})

test('a stale version is refused, and nothing is recorded', async () => {
  const manager = await driver.as('manager')
  const { id } = await (await driver.as('resident')).apply()
  const visit = {
    id,
    version: 1,
    externalLine: true,
    site: [await manager.upload('not-a-paper.jpg', 'site', 'staff')],
    meterPosition: '楼道',
    papers: [],
  }
  await manager.call('staff', 'visit', { ...visit, commandId: randomUUID() })
  const energize = { commandId: randomUUID(), id, version: 1, meterNumber: '4502000012345' }
  expect(await manager.codeOf('staff', 'energize', energize)).toBe('CASE_CHANGED')
  expect(await manager.codeOf('staff', 'visit', { ...visit, commandId: randomUUID() })).toBe('CASE_CHANGED')
  expect(await manager.call('staff', 'case', { id })).toMatchObject({ version: 2, status: 'surveyed' })
})

test('twenty different commands at once on one case: the ledger has no gap, the chain holds, every commit counts once', async () => {
  const [resident, manager, supervisor] = await Promise.all([
    driver.as('resident'),
    driver.as('manager'),
    driver.as('supervisor'),
  ])
  const { id } = await resident.apply()
  const deeds = await Promise.all(Array.from({ length: 4 }, () => resident.upload('property-wei.jpg', 'property')))
  const site = [await manager.upload('not-a-paper.jpg', 'site', 'staff')]
  const mixed = Array.from({ length: 20 }, (_, index) => {
    const commandId = randomUUID()
    switch (index % 4) {
      case 0:
        return manager.codeOf('staff', 'visit', {
          commandId,
          id,
          version: 1,
          externalLine: index > 8,
          site,
          meterPosition: `位置${index}`,
          papers: [],
        })
      case 1:
        return resident.codeOf('applicant', 'supplement', {
          commandId,
          id,
          paper: { group: 'property', kind: 'propertyCertificate', pictures: [deeds[index % 3]] },
        })
      case 2:
        return manager.codeOf('staff', 'energize', { commandId, id, version: 1, meterNumber: `45020000${index}` })
      default:
        return driver.sweep().then(() => 'swept')
    }
  })
  const codes = await Promise.all(mixed)
  const done = codes.filter((code) => code === 'ok').length
  expect(done).toBeGreaterThanOrEqual(1)
  expect(done).toBeLessThanOrEqual(2)
  for (const code of codes)
    expect(['ok', 'swept', 'CASE_CHANGED', 'NOT_ALLOWED', 'MATERIAL_ALREADY_RECEIVED', 'BUSY']).toContain(code)

  const { version } = await manager.call('staff', 'case', { id })
  const ledger = await supervisor.call('staff', 'ledger', { id })
  expect(ledger.intact).toBe(true)
  expect(ledger.events.map(({ seq }) => seq)).toEqual(ledger.events.map((_, index) => index + 1))
  expect(new Set(ledger.events.map(({ type }) => type)).size).toBe(ledger.events.length)
  const stored = driver.documents()
  expect(version).toBe(of(stored, 'commands', id).length)
  expect(version).toBe(1 + done)
  expect(of(stored, 'tasks', id)).toHaveLength(1)
  const pushes = of(stored, 'outbox', id).map(({ _id }) => _id)
  expect(new Set(pushes).size).toBe(pushes.length)
})

test('what was recorded later is later by the clock too, whatever clock the instance had', async () => {
  const now = await driver.host.clock.now()
  const [resident, supervisor] = [await driver.as('resident'), await driver.as('supervisor')]
  const { id } = await resident.apply()
  await driver.host.clock.set(now - 3_600_000)
  await resident.call('applicant', 'urge', { commandId: randomUUID(), id })
  await driver.host.clock.set(now + 60_000)
  const { events, intact } = await supervisor.call('staff', 'ledger', { id })
  expect(events.at(-1)).toMatchObject({ type: 'urged' })
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort((a, b) => a - b))
  expect(intact).toBe(true)
})

test('one upload confirmed several times at once is one picture, and one file is kept', async () => {
  const resident = await driver.as('resident')
  const before = driver.files().length
  const { picture } = await resident.put('not-a-paper.jpg', 'signature')
  const codes = await Promise.all(
    Array.from({ length: 4 }, () => resident.codeOf('applicant', 'confirmUpload', { picture })),
  )
  expect(codes.filter((code) => code === 'ok').length).toBeGreaterThanOrEqual(1)
  expect(await resident.codeOf('applicant', 'confirmUpload', { picture })).toBe('ok')
  const { url } = await resident.call('applicant', 'pictureUrl', { picture })
  expect((await fetch(url)).status).toBe(200)
  expect(driver.files()).toHaveLength(before + 1)
})
