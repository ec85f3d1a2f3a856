import { setTimeout as delay } from 'node:timers/promises'
import { readDatabase } from '../../tools/readDatabase'
import { Driver } from '../support/driver'
import { effort, SEED } from '../support/effort'
import { seeded } from '../support/random'
import { checkRecords } from './support/checkRecords'
import { deliverAll } from './support/deliverAll'
import { Workload } from './support/Workload'

/** The seed repeats what is sent and when the host dies; what was under way at that moment is still the machine's. */
const KILLS = effort(12, 100)
const MOST_KILLS = 200
const SUBMISSIONS = 2
const STEPS = 3
const ENOUGH_UNDER_WAY = 6
/** With the host left alone only BUSY can delay an answer. */
const ROUNDS_TO_SETTLE = 20

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
  // A Sunday, far from any deadline: no warning changes a case under its account manager's hands.
  await driver.at('2026-03-01 10:00')
})
afterAll(() => driver?.stop())

test(`${KILLS} × kill -9 under load: nothing acknowledged is lost, nothing is doubled`, async () => {
  const random = seeded(SEED)
  const workload = new Workload(driver, random)
  await workload.prepare()
  let kills = 0
  const counts = { died: 0, doneUnanswered: 0, checks: 0 }

  // On until one death came between the deed and its answer, which is what this is about.
  for (; kills < KILLS || (counts.doneUnanswered === 0 && kills < MOST_KILLS); kills += 1) {
    // What earlier deaths left unanswered comes first; new work is added while there is little of it.
    if (workload.pending.length < ENOUGH_UNDER_WAY) workload.extend(SUBMISSIONS, STEPS)
    const under = workload.pending.length
    // Dies after so many answers and a moment more; with none yet, somewhere on the way to the first.
    const enough = random.below(Math.min(under, 6))
    const moment = random.below(enough === 0 ? 800 : 60)
    let answers = 0
    let reached: () => void
    const due = new Promise<void>((resolve) => {
      reached = resolve
    })
    if (enough === 0) reached!()
    const sweeping = driver.sweep().catch(() => undefined)
    const sending = workload.sendPending(() => {
      answers += 1
      if (answers === enough) reached()
    })
    await Promise.race([due, sending])
    await delay(moment)
    await driver.host.kill('SIGKILL')
    await Promise.all([sending, sweeping])
    // A refused command would never be acknowledged: say so now, not after a hundred kills.
    expect(workload.refusals).toEqual([])

    const stored = readDatabase(driver.data)
    expect(checkRecords(stored, workload.orders)).toEqual([])
    const done = new Set((stored.commands ?? []).map(({ _id }) => _id.split(':').at(-1)))
    counts.doneUnanswered += workload.pending.filter(({ commandId }) => done.has(commandId)).length
    counts.died += workload.pending.length
    counts.checks += (stored.applications ?? []).length
    await driver.restart()
  }

  for (let round = 0; round < ROUNDS_TO_SETTLE && workload.pending.length > 0; round += 1) {
    await workload.sendPending(() => undefined)
  }
  expect(workload.refusals).toEqual([])
  expect(workload.pending).toEqual([])
  // A push that was taken when the host died is free again after its lease.
  await deliverAll(driver, 180_000)

  const supervisor = await driver.as('supervisor')
  const submissions = workload.orders.filter(({ persona }) => persona !== 'manager')
  for (const { acknowledged } of submissions) {
    expect((await supervisor.call('staff', 'ledger', { id: acknowledged!.caseId })).intact).toBe(true)
  }
  const pushes = await driver.host.wechat()
  const stored = driver.documents()
  expect(checkRecords(stored, workload.orders)).toEqual([])
  expect(stored.applications).toHaveLength(submissions.length)
  expect(stored.commands).toHaveLength(workload.orders.length)
  expect(new Set(stored.outbox.map(({ status }) => status))).toEqual(new Set(['sent']))
  // At least once: only a push under way at a kill may have gone out twice.
  expect(pushes.length).toBeGreaterThanOrEqual(stored.outbox.length)
  expect(pushes.length).toBeLessThanOrEqual(stored.outbox.length + kills)
  expect(counts.doneUnanswered).toBeGreaterThan(0)

  const resent = workload.orders.filter(({ sent }) => sent > 1).length
  process.stdout.write(
    `seed ${SEED}: ${kills} kills, ${workload.orders.length} commands on ${submissions.length} cases, ` +
      `${resent} sent more than once, ${counts.died} unanswered at a kill, ${counts.doneUnanswered} of them done all the same; ` +
      `${stored.outbox.length} pushes owed, ${pushes.length} sent; ${counts.checks} ledgers checked after kills\n`,
  )
}, 7_200_000)
