import { Driver, SIGNATURE } from '../support/driver'
import { openApp, SimulatedDevice } from './support/SimulatedDevice'

/** A device that is full says so: what is not stored is never called kept. */
let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
  await driver.at('2026-11-24 09:10')
})
afterAll(() => driver.stop())

async function offline() {
  const { id } = await (await driver.as('resident')).apply()
  const device = new SimulatedDevice(await driver.as('resident'))
  device.connected = false
  return { id, device, app: openApp(device) }
}
const urge = (app: ReturnType<typeof openApp>, id: string) =>
  app.handIn('applicant', 'urge', { id }, { intention: `urge:${id}`, title: '催办' }).catch(({ code }) => code)

test('with room it is stored and says that it is sent by itself', async () => {
  const { id, device, app } = await offline()
  expect(await urge(app, id)).toBe('OFFLINE')
  expect(app.allStored()).toBe(true)
  expect(openApp(device).entries()).toHaveLength(1)
})

test('without room it says that it is not kept, is still sent while the app is open, and stored once there is room', async () => {
  const { id, device, app } = await offline()
  device.room = 20
  expect(await urge(app, id)).toBe('NOT_STORED')
  expect(app.allStored()).toBe(false)
  expect(app.isStored(app.entries()[0]!)).toBe(false)
  device.room = 10_000
  expect(app.storeAgain()).toBe(true)
  expect(app.isStored(app.entries()[0]!)).toBe(true)
  device.connected = true
  await app.resume()
  expect(app.entries()).toEqual([])
})

test('an entry stored before the device was full stays stored; the next one is not', async () => {
  const { id, device, app } = await offline()
  const other = (await (await driver.as('resident')).apply({ person: 'qin' })).id
  await urge(app, id)
  device.room = 20
  expect(await urge(app, other)).toBe('NOT_STORED')
  expect(app.entries().map(app.isStored)).toEqual([true, false])
  expect(openApp(device).entries()).toHaveLength(1)
})

test('a form that finds no room is told of, and stays as long as the app is open', async () => {
  const { device, app } = await offline()
  device.room = 3
  expect(app.writeForm('complain:1', { words: '电话里说的不清楚' })).toBe(false)
  expect(app.allStored()).toBe(false)
  expect(app.readForm('complain:1')).toEqual({ words: '电话里说的不清楚' })
  expect(openApp(device).readForm('complain:1')).toBeNull()
})

test('a picture whose file is refused makes its entry one that is not kept, until it is uploaded', async () => {
  const { id, device, app } = await offline()
  device.takesFiles = false
  const picture = await app.keepPicture(device.photograph(SIGNATURE))
  expect(app.allStored()).toBe(false)
  const paper = { group: 'property' as const, kind: 'propertyCertificate', pictures: [] }
  const slots = [{ at: 'paper.pictures.0', purpose: 'property' as const, picture }]
  const about = { intention: `supplement:${id}`, title: '补交的材料' }
  const handing = app.handIn('applicant', 'supplement', { id, paper }, about, { slots })
  await expect(handing).rejects.toMatchObject({ code: 'NOT_STORED' })
  device.connected = true
  await app.resume()
  expect(app.entries()).toEqual([])
  expect(app.allStored()).toBe(true)
})
