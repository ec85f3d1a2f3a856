import { randomUUID } from 'node:crypto'
import { Driver } from '../support/driver'

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

test('a reply whose answer was lost is sent again: the point it made keeps the name it was given meanwhile', async () => {
  const company = await driver.as('company')
  const manager = await driver.as('manager')
  const { id, version } = await company.apply({ change: { use: 'business', capacityKva: 800 } })
  const visit = {
    commandId: randomUUID(),
    id,
    version,
    externalLine: true,
    site: [await manager.upload('not-a-paper.jpg', 'site', 'staff')],
    meterPosition: '门口',
    papers: [],
  }
  const visited = await manager.call('staff', 'visit', visit)
  const reply = {
    ...{ commandId: randomUUID(), id, version: visited.version, template: 'dedicatedLine' as const, outage: false },
    point: { line: '10千伏城站线', pole: '1号杆' },
  }
  const { scheme } = await manager.call('staff', 'reply', reply)
  const renamed = { id: scheme!.point, from: '2099-01-05', line: '10千伏新城线', pole: '7号杆' }
  const { names } = await manager.call('staff', 'renamePoint', renamed)
  expect(names).toHaveLength(2)
  expect((await manager.call('staff', 'reply', reply)).scheme).toEqual(scheme)
  const { rows } = await manager.call('staff', 'points', { district: '城中区' })
  expect(rows.find(({ id }) => id === scheme!.point)?.names).toEqual(names)
})
