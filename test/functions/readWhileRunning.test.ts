import { randomUUID } from 'node:crypto'
import { Driver } from '../support/driver'

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

test('what is stored is read while the host goes on writing: always whole transactions, and at the end all of it', async () => {
  const resident = await driver.as('resident')
  const application = await resident.prepare()
  const before = driver.host.pid
  let under = true
  const writing = (async () => {
    for (let n = 0; n < 5; n += 1) {
      await Promise.all(
        [1, 2, 3, 4].map(() => resident.call('applicant', 'submit', { commandId: randomUUID(), application })),
      )
    }
    under = false
  })()
  let reads = 0
  while (under) {
    const { applications = [], commands = [], events = [] } = driver.documents()
    // A submission writes one of each, and the events its head counts.
    expect(commands).toHaveLength(applications.length)
    for (const { _id, seq } of applications)
      expect(events.filter(({ _id: event }) => event.startsWith(`${_id}:`))).toHaveLength(seq as number)
    reads += 1
    await driver.host.clock.now()
  }
  await writing
  expect(reads).toBeGreaterThan(0)
  expect(driver.documents().applications).toHaveLength(20)
  expect(driver.host.pid).toBe(before)
})
