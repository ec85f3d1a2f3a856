import { randomUUID } from 'node:crypto'
import { Driver, SIGNATURE } from '../support/driver'
import { openApp, SimulatedDevice } from './support/SimulatedDevice'

/** The outbox on a simulated device, against the real functions: what is handed in is recorded once, whatever happens to the app. */
let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
  await driver.at('2026-11-24 09:10')
})
afterAll(() => driver.stop())

type App = ReturnType<typeof openApp>
const recorded = async (id: string) => (await driver.as('resident')).call('applicant', 'case', { id })
const visited = { externalLine: false, meterPosition: '进门左侧墙面', note: '', papers: [], site: [], signature: null }

async function newCase() {
  const { id } = await (await driver.as('resident')).apply()
  const session = await driver.as('manager')
  const { version } = await session.call('staff', 'case', { id })
  return { id, version, device: new SimulatedDevice(session) }
}

const about = (action: string, id: string) => ({
  intention: `${action}:${id}`,
  title: action,
  page: `/staff/${action}/index`,
  form: `${action}:${id}`,
})

/** The visit with the photographed deed, as its page hands it in. */
async function handInVisit(app: App, device: SimulatedDevice, id: string, version: number) {
  const deed = await app.keepPicture(device.photograph(SIGNATURE))
  app.writeForm(`visit:${id}`, { meterPosition: visited.meterPosition })
  const papers = [{ group: 'property' as const, kind: 'propertyCertificate', pictures: [] }]
  const slots = [{ at: 'papers.0.pictures.0', purpose: 'property' as const, picture: deed }]
  const parts = { slots, physical: true }
  return app.handIn('staff', 'visit', { id, version, ...visited, papers }, about('visit', id), parts)
}
const handInMeter = (app: App, id: string, version: number, meterNumber = 'GX2026112401') =>
  app.handIn('staff', 'energize', { id, version, meterNumber }, about('energize', id), { physical: true })
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'ok',
    (thrown: { code: string }) => thrown.code,
  )

test('survey and meter of one trip without a network: the app is closed, and both are recorded once, in order', async () => {
  const { id, version, device } = await newCase()
  device.connected = false
  let app = openApp(device)
  expect(await codeOf(handInVisit(app, device, id, version))).toBe('OFFLINE')
  expect(await codeOf(handInMeter(app, id, version))).toBe('OFFLINE')
  expect(app.entries().map(app.isStored)).toEqual([true, true])
  expect(device.sent).toEqual([])

  app = openApp(device)
  device.connected = true
  await app.resume()
  expect(app.entries()).toEqual([])
  expect(app.readForm(`visit:${id}`)).toBeNull()
  expect(device.sent.filter((action) => action === 'visit' || action === 'energize')).toEqual(['visit', 'energize'])
  const after = await recorded(id)
  expect(after).toMatchObject({ status: 'energized', meterNumber: 'GX2026112401' })
  expect(after.materials.find(({ group }) => group === 'property')?.received?.pictures).toHaveLength(1)
})

test('an answer that was lost: the same entry is sent again after a restart, and is recorded once', async () => {
  const { id, device } = await newCase()
  device.faults = (action) => (action === 'urge' ? 'lost' : undefined)
  const resident = new SimulatedDevice(await driver.as('resident'))
  resident.faults = device.faults
  const urge = { intention: `urge:${id}`, title: '催办' }
  expect(await codeOf(openApp(resident).handIn('applicant', 'urge', { id }, urge))).toBe('OFFLINE')
  resident.faults = () => undefined
  const app = openApp(resident)
  await app.resume()
  expect(app.entries()).toEqual([])
  const { history } = await device.session.call('staff', 'case', { id })
  expect(history.filter(({ text }) => text.includes('催'))).toHaveLength(1)
})

test('somebody was there meanwhile: what was written comes back whole, what rests on it waits, and both go when it is mended', async () => {
  const { id, version, device } = await newCase()
  device.connected = false
  const app = openApp(device)
  await codeOf(handInVisit(app, device, id, version))
  await codeOf(handInMeter(app, id, version))
  const [{ handedInAt }] = app.entries()
  await (await driver.as('resident')).call('applicant', 'urge', { commandId: randomUUID(), id })

  device.connected = true
  await app.resume()
  const [visit, meter] = app.entries()
  expect(visit).toMatchObject({ refusal: { code: 'CASE_CHANGED' } })
  expect(app.readForm(`visit:${id}`)).toEqual({ meterPosition: visited.meterPosition })
  expect(app.isHeld(meter!)).toBe(true)
  expect(device.sent).not.toContain('energize')

  const newest = await device.session.call('staff', 'case', { id })
  const uploads = device.sent.filter((action) => action === 'startUpload').length
  const { slots } = visit!
  const mended = { id, version: newest.version, ...visited, papers: (visit!.input as never as { papers: [] }).papers }
  await app.handIn('staff', 'visit', mended, about('visit', id), { slots, physical: true })
  expect(app.entries()).toEqual([])
  expect(await recorded(id)).toMatchObject({ status: 'energized' })
  // The picture had arrived; and the visit was made when it was first said to be.
  expect(device.sent.filter((action) => action === 'startUpload')).toHaveLength(uploads)
  expect(visit!.handedInAt).toBe(handedInAt)
})

test('what the server cannot answer for one case does not stop the others', async () => {
  const [first, second] = [await newCase(), await newCase()]
  const { device } = first
  device.connected = false
  const app = openApp(device)
  await codeOf(handInVisit(app, device, first.id, first.version))
  await codeOf(handInVisit(app, device, second.id, second.version))
  device.connected = true
  const error = { code: 'INTERNAL' as const, message: '', retryable: true, params: {} }
  const broken = { ok: false as const, error, requestId: 'simulated' }
  let visits = 0
  device.faults = (action) => {
    if (action !== 'visit') return undefined
    visits += 1
    return visits <= 3 ? broken : undefined
  }
  await app.resume()
  expect(app.entries().map(({ input }) => input.id)).toEqual([first.id])
  expect(await recorded(second.id)).toMatchObject({ status: 'surveyed' })
})

test('an entry without a form that is refused is gone; one with a form is there until it is let go', async () => {
  const { id, version, device } = await newCase()
  const app = openApp(device)
  const stale = version + 5
  expect(await codeOf(app.handIn('staff', 'accept', { id, version: stale }, { intention: `accept:${id}` }))).toBe(
    'CASE_CHANGED',
  )
  expect(app.entries()).toEqual([])
  await codeOf(handInVisit(app, device, id, stale))
  const [entry] = app.entries()
  expect(entry!.refusal).not.toBeNull()
  await app.letGo(entry!)
  expect(app.entries()).toEqual([])
  expect(app.readForm(`visit:${id}`)).toBeNull()
  expect(await app.openPicture(entry!.slots[0]!.picture)).toBeNull()
})

test('what leaves later than at once says when it was handed in, also after it was mended; what leaves at once does not', async () => {
  const { id, version, device } = await newCase()
  const app = openApp(device)
  const clock = jest.spyOn(Date, 'now')
  const [done, back] = [Date.parse('2026-11-24T16:00:00+08:00'), Date.parse('2026-11-25T09:00:00+08:00')]
  device.connected = false
  clock.mockReturnValue(done)
  await codeOf(handInVisit(app, device, id, version))
  clock.mockReturnValue(back)
  device.connected = true
  await (await driver.as('resident')).call('applicant', 'urge', { commandId: randomUUID(), id })
  await app.resume()
  const newest = await device.session.call('staff', 'case', { id })
  await codeOf(handInVisit(app, device, id, newest.version))
  await codeOf(handInMeter(app, id, newest.version + 1))
  clock.mockRestore()
  const said = device.calls.filter(({ action }) => /^(visit|energize)$/.test(action)).map(({ input }) => input.saidAt)
  expect(said).toEqual([done, done, undefined])
})
