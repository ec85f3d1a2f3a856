import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { readDatabase } from '../../tools/readDatabase'
import { Driver, type Stored } from '../support/driver'
import { effort, SEED } from '../support/effort'
import { seeded } from '../support/random'
import { deliverAll } from './support/deliverAll'

const CASES = effort(20, 40)
/** One message in five meets an error, one sweep in ten dies under way. */
const FAIL_EVERY = 5
const SWEEPS = effort(20, 40)
const CRASHES = effort(2, 4)

let driver: Driver
beforeEach(async () => {
  driver = await Driver.start()
})
afterEach(() => driver?.stop())

type Push = { openid: string; page: string; data: Record<string, string> }
const MANAGER = 'oLocalManager-liqiang------0'
const SUPERVISOR = 'oLocalSupervisor-mofang----0'
/** Which row of the outbox a push was of: the recipient, the case and what it says. */
const keyOf = ({ openid, page, data }: Push) => `${openid} ${page.split('id=')[1]} ${data.thing4}`
function keyOfRow(row: Stored): string {
  const { to, message, caseId } = row as unknown as {
    to: { openid?: string; staffId?: string }
    message: { tip: string }
    caseId: string
  }
  const openid = to.openid ?? (to.staffId === 'mofang' ? SUPERVISOR : MANAGER)
  return `${openid} ${caseId} ${message.tip.slice(0, 20)}`
}
const countsOf = (pushes: Push[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const push of pushes) counts.set(keyOf(push), (counts.get(keyOf(push)) ?? 0) + 1)
  return counts
}
const pushes = async () => (await driver.host.wechat()) as Push[]

async function submit(times: number): Promise<void> {
  const resident = await driver.as('resident')
  const application = await resident.prepare()
  for (let n = 0; n < times; n += 10)
    await Promise.all(
      Array.from({ length: Math.min(10, times - n) }, () =>
        resident.call('applicant', 'submit', { commandId: randomUUID(), application }),
      ),
    )
}

test('one error in five, one crash in ten sweeps: no push is lost, and only one whose outcome nobody knew goes out twice', async () => {
  const random = seeded(SEED)
  // A Sunday: nothing but the applications has anything to say.
  await driver.at('2026-03-01 10:00')
  /** What went out and stood there as owed when its sweep died. */
  const unknown = new Set<string>()
  let crashes = 0
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    if (sweep % (SWEEPS / CRASHES) === 0) {
      await submit(CASES / CRASHES)
      await driver.host.failMessages(FAIL_EVERY)
      await dieUnderWay(1 + random.below(6))
      crashes += 1
      const owed = readDatabase(driver.data).outbox.filter(({ status }) => status === 'owed')
      await driver.restart()
      const gone = countsOf(await pushes())
      for (const key of owed.map(keyOfRow)) if (gone.has(key)) unknown.add(key)
      await driver.host.failMessages(FAIL_EVERY)
    } else {
      await driver.sweep()
    }
    await driver.host.clock.advance(180_000)
  }
  await driver.host.failMessages(0)
  await deliverAll(driver, 3_600_000)

  const all = await pushes()
  const { outbox } = driver.documents()
  expect(outbox).toHaveLength(CASES * 2)
  expect(outbox.filter(({ status }) => status !== 'sent')).toEqual([])
  const counts = countsOf(all)
  expect([...counts.keys()].sort()).toEqual(outbox.map(keyOfRow).sort())
  const twice = [...counts].filter(([, times]) => times > 1)
  expect(twice.filter(([key]) => !unknown.has(key))).toEqual([])
  expect(twice.filter(([, times]) => times > 2)).toEqual([])
  const tried = outbox.reduce((sum, { attempts }) => sum + (attempts as number), 0)
  // The errors were there.
  expect(tried).toBeGreaterThan(outbox.length)
  process.stdout.write(
    `seed ${SEED}: ${outbox.length} pushes owed, ${tried} attempts answered, ${SWEEPS} sweeps, ${crashes} killed, ` +
      `${unknown.size} of unknown outcome, ${twice.length} sent twice, 0 lost\n`,
  )
}, 7_200_000)

/** A sweep that dies once so many pushes more have gone out, or ends before. */
async function dieUnderWay(more: number): Promise<void> {
  const enough = (await pushes()).length + more
  let ended = false
  const sweeping = driver.sweep().then(
    () => {
      ended = true
    },
    () => undefined,
  )
  while (!ended && (await pushes()).length < enough) await delay(1)
  await driver.host.kill('SIGKILL')
  await sweeping
}

test('fifty sweeps at once: no warning, no push and no escalation twice', async () => {
  await driver.at('2026-03-02 10:00')
  await submit(12)
  const fifty = () => Promise.all(Array.from({ length: 50 }, () => driver.sweep()))
  await fifty()
  expect(await pushes()).toHaveLength(24)
  // Due today, and opened by nobody since yesterday.
  await driver.at('2026-03-03 08:29')
  await driver.host.clock.advance(120_000)
  await fifty()
  await driver.at('2026-03-04 00:01')
  await fifty()
  await driver.sweep()
  const all = await pushes()
  expect([...countsOf(all)].filter(([, times]) => times > 1)).toEqual([])
  const { events, outbox } = driver.documents()
  const said = (type: string) =>
    (events as (Stored & { caseId: string; event: { type: string; level?: string } })[])
      .filter(({ event }) => event.type === type)
      .map(({ caseId, event }) => `${caseId} ${event.level ?? ''}`)
  expect(said('warned').sort()).toEqual([...new Set(said('warned'))].sort())
  expect(said('warned').filter((each) => each.endsWith('dueToday'))).toHaveLength(12)
  expect(said('warned').filter((each) => each.endsWith('overdue'))).toHaveLength(12)
  expect(said('taskLeftUnread')).toHaveLength(12)
  // Applications to manager and applicant; due, unread to two, overdue to two.
  expect(outbox).toHaveLength(12 * (2 + 1 + 2 + 2))
  expect(all).toHaveLength(outbox.length)
}, 7_200_000)
