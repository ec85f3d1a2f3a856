import { randomUUID } from 'node:crypto'
import papers from '../fixtures/papers/papers.json'
import { Driver, PHONE, SIGNATURE, type Stored } from '../support/driver'

/** Deadlines, pushes and clearing away, by moving the host's clock. Each test lives in weeks of its own. */
let driver: Driver
beforeEach(async () => {
  driver = await Driver.start()
})
afterEach(() => driver?.stop())

type Push = { openid: string; templateId: string; page: string; data: Record<string, string>; errcode: number }
const pushes = async () => (await driver.host.wechat()) as Push[]
const tips = async (openid: string) =>
  (await pushes()).filter((push) => push.openid === openid).map(({ data }) => data.thing4)
const MANAGER = 'oLocalManager-liqiang------0'
const SUPERVISOR = 'oLocalSupervisor-mofang----0'
const RESIDENT = 'oLocalResident-weixiaohong-0'
const of = (documents: Stored[] | undefined, caseId: string) => (documents ?? []).filter((row) => row.caseId === caseId)

test('warned once per level; overdue is told to the supervisor too', async () => {
  await driver.at('2026-03-02 10:00')
  const { id, promise } = await (await driver.as('resident')).apply()
  // The visit is timed by the day without an external line.
  expect(promise).toMatchObject({ dueDay: '2026-03-04', earlierDay: '2026-03-03' })
  await driver.sweep()
  expect(await tips(MANAGER)).toEqual(['有一件新的用电申请'])
  expect(await tips(RESIDENT)).toEqual(['还差物业权属证明，可上门取'])
  const read = { commandId: randomUUID(), id, task: 'visit' as const }
  await (await driver.as('manager')).call('staff', 'markRead', read)

  await driver.at('2026-03-03 08:29')
  await driver.sweep()
  expect(await tips(MANAGER)).toHaveLength(1)
  await driver.at('2026-03-03 08:31')
  for (const _ of [1, 2, 3]) await driver.sweep()
  expect(await tips(MANAGER)).toEqual(['有一件新的用电申请', '今天到期：上门勘察，并取物业权属证明'])
  expect(await tips(SUPERVISOR)).toEqual([])

  await driver.at('2026-03-04 00:01')
  for (const _ of [1, 2, 3]) await driver.sweep()
  expect(await tips(MANAGER)).toEqual([
    '有一件新的用电申请',
    '今天到期：上门勘察，并取物业权属证明',
    '已超时：上门勘察，并取物业权属证明',
  ])
  expect(await tips(SUPERVISOR)).toEqual(['已超时：上门勘察，并取物业权属证明'])
  expect(await tips(RESIDENT)).toHaveLength(1)
  const manager = await driver.as('manager')
  // The warnings put nobody's next command out of date.
  expect((await manager.call('staff', 'case', { id })).version).toBe(1)
  const { rows } = await manager.call('staff', 'tasks', {})
  expect(rows).toEqual([expect.objectContaining({ caseId: id, standing: 'overdue' })])
  expect(rows[0].slack).toBeLessThan(0)
  const ledger = await (await driver.as('supervisor')).call('staff', 'ledger', { id })
  expect(ledger.events.map(({ text }) => text).slice(-2)).toEqual([
    '“上门勘察并取资料”今天到期，要做的是：上门勘察，并取物业权属证明',
    '“上门勘察并取资料”已超过时限，要做的是：上门勘察，并取物业权属证明',
  ])
  expect(ledger.intact).toBe(true)
  const own = await (await driver.as('resident')).call('applicant', 'case', { id })
  expect(own.history.some(({ text }) => text.includes('到期'))).toBe(false)
  const { tasks } = driver.documents()
  expect(of(tasks, id)).toHaveLength(1)
})

test('the sweep runs of itself every minute', async () => {
  await driver.at('2026-03-02 10:00')
  await (await driver.as('resident')).apply()
  await driver.at('2026-03-02 10:02')
  expect(await tips(MANAGER)).toEqual(['有一件新的用电申请'])
})

test('one run goes on page after page until nothing is owed', async () => {
  const resident = await driver.as('resident')
  const application = await resident.prepare()
  for (let count = 0; count < 26; count += 1) {
    // Held at the minute's beginning, so that the timer does not fire by itself meanwhile.
    await driver.at('2026-03-02 10:00')
    await resident.call('applicant', 'submit', { commandId: randomUUID(), application })
  }
  await driver.host.clock.advance(30_000)
  // To the manager and to the applicant: more than the fifty of a page.
  expect((await driver.sweep()).delivered).toBe(52)
  expect((await driver.sweep()).delivered).toBe(0)
})

test('43101 is final for that push; the next one is tried anew', async () => {
  await driver.at('2026-03-02 10:00')
  await driver.host.refuseNextMessage(RESIDENT)
  const { id } = await (await driver.as('resident')).apply()
  for (const _ of [1, 2]) await driver.sweep()
  await driver.at('2026-03-02 14:00')
  await driver.sweep()
  expect((await pushes()).filter(({ openid }) => openid === RESIDENT).map(({ errcode }) => errcode)).toEqual([43101])
  const manager = await driver.as('manager')
  await manager.call('staff', 'visit', {
    commandId: randomUUID(),
    id,
    version: 1,
    externalLine: true,
    site: [await manager.upload('not-a-paper.jpg', 'site', 'staff')],
    meterPosition: '楼道',
    papers: [],
  })
  await driver.sweep()
  expect((await pushes()).filter(({ openid }) => openid === RESIDENT).map(({ errcode }) => errcode)).toEqual([43101, 0])
  const { outbox } = driver.documents()
  const told = of(outbox, id).filter(({ _id }) => _id.endsWith(':applicant'))
  expect(told.map(({ status, errcode, attempts }) => ({ status, errcode, attempts }))).toEqual([
    { status: 'given-up', errcode: 43101, attempts: 1 },
    { status: 'sent', errcode: 0, attempts: 1 },
  ])
})

test('a gateway that does not take the push is tried again, less and less often, until it does', async () => {
  await driver.at('2026-03-02 10:00')
  driver.grant('sweep', [])
  await driver.restart()
  const { id } = await (await driver.as('resident')).apply()
  for (const _ of [1, 2]) await driver.sweep()
  const first = of(driver.documents().outbox, id)
  expect(first.map(({ status, attempts }) => ({ status, attempts }))).toEqual(
    Array(2).fill({ status: 'owed', attempts: 1 }),
  )
  await driver.at('2026-03-02 10:05')
  await driver.sweep()
  const second = of(driver.documents().outbox, id)
  expect(second.map(({ status, attempts }) => ({ status, attempts }))).toEqual(
    Array(2).fill({ status: 'owed', attempts: 2 }),
  )
  expect(await pushes()).toEqual([])

  driver.grant('sweep', ['subscribeMessage.send'])
  await driver.restart()
  await driver.at('2026-03-02 10:10')
  await driver.sweep()
  expect(await tips(MANAGER)).toEqual(['有一件新的用电申请'])
  expect(await tips(RESIDENT)).toHaveLength(1)
  const sent = of(driver.documents().outbox, id)
  expect(sent.map(({ status, attempts }) => ({ status, attempts }))).toEqual(
    Array(2).fill({ status: 'sent', attempts: 3 }),
  )
})

test('a gateway that never takes it is given up after eight attempts; the task itself stays', async () => {
  await driver.at('2026-03-02 10:00')
  driver.grant('sweep', [])
  await driver.restart()
  const { id } = await (await driver.as('resident')).apply()
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await driver.sweep()
    await driver.host.clock.advance(60_000 * 2 ** (attempt + 1) + 1_000)
  }
  const { outbox, tasks } = driver.documents()
  const news = of(outbox, id).filter(({ _id }) => _id === `${id}:2:liqiang` || _id === `${id}:4:applicant`)
  expect(news.map(({ status, attempts }) => ({ status, attempts }))).toEqual(
    Array(2).fill({ status: 'given-up', attempts: 8 }),
  )
  expect(of(tasks, id)).toHaveLength(1)
})

test('two sweeps at once send every push once', async () => {
  await driver.at('2026-03-02 10:00')
  const resident = await driver.as('resident')
  const application = await resident.prepare()
  await Promise.all(
    Array.from({ length: 6 }, () => resident.call('applicant', 'submit', { commandId: randomUUID(), application })),
  )
  await Promise.all(Array.from({ length: 4 }, () => driver.sweep()))
  await driver.sweep()
  const seen = (await pushes()).map(({ openid, page }) => `${openid} ${page}`)
  expect(seen).toHaveLength(12)
  expect(new Set(seen).size).toBe(12)
  await driver.at('2026-03-03 08:31')
  await Promise.all(Array.from({ length: 4 }, () => driver.sweep()))
  await driver.sweep()
  // Each case: due today, to the manager; and read by nobody, to the manager and the supervisor.
  expect(await pushes()).toHaveLength(12 + 6 * 3)
})

test('a task nobody opens is told to the supervisor after half a working day, once; one that was opened is not', async () => {
  await driver.at('2026-03-02 10:00')
  const resident = await driver.as('resident')
  const [unseen, seen] = [await resident.apply(), await resident.apply({ district: '柳北区' })]
  const manager = await driver.as('manager')
  const read = { commandId: randomUUID(), id: seen.id, task: 'visit' as const }
  await manager.call('staff', 'markRead', read)
  await manager.call('staff', 'markRead', read)
  await driver.at('2026-03-02 13:59')
  await driver.sweep()
  expect(await tips(SUPERVISOR)).toEqual([])
  await driver.at('2026-03-02 14:01')
  for (const _ of [1, 2, 3]) await driver.sweep()
  expect(await tips(SUPERVISOR)).toEqual(['上门勘察并取资料没有人看'])
  const { history } = await manager.call('staff', 'case', { id: unseen.id })
  expect(history.filter(({ text }) => text.includes('没有人看'))).toHaveLength(1)
  expect(
    (await manager.call('staff', 'case', { id: seen.id })).history.filter(({ text }) => text.startsWith('已看到')),
  ).toHaveLength(1)
})

test('a sweep that died after taking a push leaves it to a later one', async () => {
  await driver.at('2026-03-02 10:00')
  const resident = await driver.as('resident')
  const application = await resident.prepare()
  await Promise.all(
    Array.from({ length: 3 }, () => resident.call('applicant', 'submit', { commandId: randomUUID(), application })),
  )
  const dying = driver.sweep().catch(() => undefined)
  await driver.restart('SIGKILL')
  await dying
  // Whatever was taken is free again after its lease.
  await driver.at('2026-03-02 10:10')
  await driver.sweep()
  const { outbox } = driver.documents()
  expect(outbox.map(({ status }) => status)).toEqual(Array(6).fill('sent'))
  const reached = new Set((await pushes()).map(({ openid, page }) => `${openid} ${page}`))
  expect(reached.size).toBe(6)
})

test('pictures of an abandoned draft are gone after three days, those of a case stay', async () => {
  await driver.at('2026-03-02 10:00')
  const resident = await driver.as('resident')
  const abandoned = await resident.upload('not-a-paper.jpg', 'identity')
  const unconfirmed = await resident.put(SIGNATURE, 'signature')
  const { id, signature } = await resident.apply()
  const files = driver.files().length
  await driver.at('2026-03-05 09:59')
  await driver.sweep()
  expect(driver.files()).toHaveLength(files)
  await driver.at('2026-03-05 10:02')
  await driver.sweep()
  expect(driver.files()).toHaveLength(files - 2)
  for (const picture of [abandoned, unconfirmed.picture]) {
    expect(await resident.codeOf('applicant', 'pictureUrl', { picture })).toBe('PICTURE_MISSING')
  }
  expect(await resident.codeOf('applicant', 'pictureUrl', { picture: signature! })).toBe('ok')
  const { pictures } = driver.documents()
  expect(pictures).toHaveLength(2)
  expect(await (await driver.as('manager')).codeOf('staff', 'case', { id })).toBe('ok')
})

test('more abandoned pictures than the platform deletes files in one call are cleared away all the same', async () => {
  await driver.at('2026-03-02 10:00')
  const resident = await driver.as('resident')
  for (let count = 0; count < 30; count += 1) await resident.put(SIGNATURE, 'signature')
  await driver.at('2026-03-05 10:02')
  await driver.sweep()
  expect(driver.files()).toEqual([])
})

test('no identity number and no phone in pushes, in the log, in lists, or anywhere but the person record', async () => {
  await driver.at('2026-03-02 10:00')
  const resident = await driver.as('resident')
  const { id } = await resident.apply()
  await driver.at('2026-03-04 00:01')
  await driver.sweep()
  const [manager, supervisor] = await Promise.all([driver.as('manager'), driver.as('supervisor')])
  const lists = [
    await resident.call('applicant', 'cases', {}),
    await manager.call('staff', 'tasks', {}),
    await supervisor.call('staff', 'overview', {}),
    await supervisor.call('staff', 'ledger', { id }),
  ]
  const page = await (await fetch(`${driver.url}/local/wechat`)).text()
  const stored = driver.documents()
  const { persons, ...others } = stored
  const { idNumber, name } = papers.people.find(({ id }) => id === 'wei')!
  for (const secret of [idNumber, PHONE]) {
    expect(JSON.stringify(persons)).toContain(secret)
    for (const place of [lists, await pushes(), page, driver.host.output, others]) {
      expect(JSON.stringify(place)).not.toContain(secret)
    }
  }
  for (const collection of ['events', 'outbox', 'commands', 'tasks', 'pictures', 'pictureViews']) {
    expect(JSON.stringify(stored[collection] ?? [])).not.toContain(name)
  }
  for (const collection of ['events', 'outbox', 'commands'])
    expect(JSON.stringify(stored[collection])).not.toContain('文昌路')
  expect(JSON.stringify(await pushes())).not.toContain(name)
})

test('an application nobody accepts in time stands before the supervisor as overdue', async () => {
  await driver.at('2026-03-02 10:00')
  const { id } = await (await driver.as('resident')).apply({ withPicture: false })
  const supervisor = await driver.as('supervisor')
  expect(await supervisor.call('staff', 'overview', {})).toMatchObject({ overdue: 0, dueToday: 1, dueThisWeek: 1 })
  await driver.at('2026-03-03 00:30')
  const { overdue, cases } = await supervisor.call('staff', 'overview', {})
  expect(overdue).toBe(1)
  expect(cases.rows).toEqual([expect.objectContaining({ id, standing: 'overdue', dueDay: null })])
})
