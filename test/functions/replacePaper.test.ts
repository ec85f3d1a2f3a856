import { randomUUID } from 'node:crypto'
import { Driver, type Session } from '../support/driver'

/** A wrong paper's picture: kept while it may be asked about, gone when its time is over. */
let driver: Driver
let resident: Session
let manager: Session
beforeEach(async () => {
  driver = await Driver.start()
  await driver.at('2026-11-23 09:00')
  resident = await driver.as('resident')
  manager = await driver.as('manager')
})
afterEach(() => driver?.stop())

/** A case whose identity is the wrong side of the card, put right by the applicant. */
async function putRight() {
  const { id, materials } = await resident.apply({ property: 'property-wei.jpg' })
  const [wrong] = materials.find(({ group }) => group === 'identity')!.received!.pictures
  const right = await resident.upload('id-wei.jpg', 'identity')
  const view = await resident.call('applicant', 'replacePaper', {
    id,
    commandId: randomUUID(),
    paper: { group: 'identity', kind: 'idCard', pictures: [right] },
  })
  return { id, wrong: wrong!, right, view }
}
const isThere = async (picture: string) => (await resident.codeOf('applicant', 'pictureUrl', { picture })) === 'ok'

test('both sides see the new paper, the manager the old one beside it; the record names both', async () => {
  const { id, wrong, right, view } = await putRight()
  expect(view.materials.find(({ group }) => group === 'identity')?.received?.pictures).toEqual([right])
  expect(view.history.map(({ text }) => text).join()).toMatch(/换了身份证明（拍照提交），原来那份不再用/)
  const seen = await manager.call('staff', 'case', { id })
  expect(seen.pictures.find(({ picture }) => picture === wrong)?.title).toBe('换下的身份证明')
  expect(await manager.codeOf('documents', 'casePicture', { id, picture: wrong })).toBe('ok')
})

test('the manager puts one right in the same way', async () => {
  const { id } = await resident.apply()
  const right = await manager.upload('id-wei.jpg', 'identity', 'staff')
  const view = await manager.call('staff', 'replacePaper', {
    id,
    commandId: randomUUID(),
    version: (await manager.call('staff', 'case', { id })).version,
    paper: { group: 'identity', kind: 'idCard', pictures: [right] },
  })
  expect(view.materials.find(({ group }) => group === 'identity')?.received).toMatchObject({
    pictures: [right],
    via: 'visit',
  })
})

test('the picture that gave way is there for 30 days after the power, then it is gone; the right one stays', async () => {
  const { id, wrong, right } = await putRight()
  const { version } = await manager.call('staff', 'case', { id })
  const survey = { externalLine: false, meterPosition: '楼道', papers: [] }
  const surveyed = await manager.call('staff', 'visit', { id, commandId: randomUUID(), version, ...survey })
  const power = { version: surveyed.version, meterNumber: '4502000012345' }
  await manager.call('staff', 'energize', { id, commandId: randomUUID(), ...power })
  await driver.at('2026-12-22 09:00')
  await driver.sweep()
  expect(await isThere(wrong)).toBe(true)
  await driver.at('2026-12-23 09:01')
  await driver.sweep()
  expect([await isThere(wrong), await isThere(right)]).toEqual([false, true])
})

test('taken back, the picture that gave way goes at once with the others', async () => {
  const { id, wrong, right } = await putRight()
  await resident.call('applicant', 'withdraw', { id, commandId: randomUUID() })
  await driver.sweep()
  expect([await isThere(wrong), await isThere(right)]).toEqual([false, false])
})
