import type { StaffCaseView, TaskRow } from '@shared/contract/case'
import { Driver, SIGNATURE } from '../support/driver'
import { openApp, SimulatedDevice } from './support/SimulatedDevice'

/** What a phone holds before a trip without a network, and what it knows on the way. */
let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
  await driver.at('2026-11-24 09:10')
})
afterAll(() => driver.stop())

const visited = {
  externalLine: false,
  meterPosition: '进门左侧墙面',
  note: '',
  papers: [{ group: 'property' as const, kind: 'propertyCertificate', pictures: [] }],
  site: [],
  signature: null,
}

test('after a queued visit the next sheet knows the photographed deed, and the power may be switched on', async () => {
  const { id } = await (await driver.as('resident')).apply()
  const device = new SimulatedDevice(await driver.as('manager'))
  const seen = await device.session.call('staff', 'case', { id })
  const app = openApp(device)
  const { withQueued } = require('@/staff/sheet/withQueued') as typeof import('@/staff/sheet/withQueued')
  device.connected = false
  const about = { intention: `visit:${id}`, title: '上门记录', form: `visit:${id}` }
  const deed = await app.keepPicture(device.photograph(SIGNATURE))
  const slots = [{ at: 'papers.0.pictures.0', purpose: 'property' as const, picture: deed }]
  const visit = { id, version: seen.version, ...visited }
  await app.handIn('staff', 'visit', visit, about, { slots }).catch(() => undefined)
  const queued = () => app.entriesAbout('staff', id)

  const expected = withQueued(seen, queued())
  expect(seen.actions).not.toContain('energize')
  expect(expected).toMatchObject({ status: 'surveyed', meterPosition: '进门左侧墙面' })
  expect(expected.materials.filter(({ state }) => state === 'wanted')).toEqual([])
  // It is what the server will say: the same actions, once the visit is recorded.
  device.connected = true
  await app.resume()
  const after = await device.session.call('staff', 'case', { id })
  expect(new Set(expected.actions)).toEqual(new Set(after.actions))
  expect(withQueued(after, queued())).toEqual(after)
})

test('all of today is fetched ahead in the order of the screen, past the first page, and refreshed when it is old', async () => {
  const resident = await driver.as('resident')
  for (let count = 0; count < 24; count += 1) await resident.apply({ district: '城中区' })
  // A day later every visit is due; the work list gives twenty rows a page.
  await driver.at('2026-11-25 09:00')
  const device = new SimulatedDevice(await driver.as('manager'))
  openApp(device)
  const { fetchAhead } = require('@/staff/tasks/fetchAhead') as typeof import('@/staff/tasks/fetchAhead')
  const { casesInOrder } = require('@/staff/tasks/taskOrder') as typeof import('@/staff/tasks/taskOrder')
  const { readKept } = require('@/keptViews') as typeof import('@/keptViews')
  const rows: TaskRow[] = []
  let after: string | null = null
  let first: { rows: TaskRow[]; next: string | null } | null = null
  do {
    const page: { rows: TaskRow[]; next: string | null } = await device.session.call('staff', 'tasks', { after })
    first ??= page
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  const today = casesInOrder(rows.filter(({ standing }) => standing === 'overdue' || standing === 'dueSoon'))
  expect(today.length).toBeGreaterThan(20)
  const fetched = () => device.calls.filter(({ action }) => action === 'case').map(({ input }) => input.id)

  await fetchAhead(first!.rows, first!.next)
  expect(fetched().slice(0, today.length)).toEqual(today)
  for (const id of today) expect(readKept<StaffCaseView>(`case.${id}`)?.value.id).toBe(id)

  const once = fetched().length
  await fetchAhead(first!.rows, first!.next)
  expect(fetched()).toHaveLength(once)
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000)
  await fetchAhead(first!.rows, first!.next)
  clock.mockRestore()
  expect(fetched()).toHaveLength(2 * once)
})
