import { randomUUID } from 'node:crypto'
import { Driver, Refused } from '../support/driver'

/** A half-filled application waits longer than the photographs that belong to it. */
let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
beforeEach(() => driver.at('2026-03-02 10:00'))
afterAll(() => driver?.stop())

const draftOf = ({ identity, property }: { identity: object; property: object | null }) => ({
  step: 'place' as const,
  identity,
  property: property ?? undefined,
})

test('the saved draft names the photographs that are gone, on any phone and as it is saved again', async () => {
  const resident = await driver.as('resident')
  const { identity, property } = await resident.prepare({ property: 'property-wei.jpg' })
  const draft = draftOf({ identity, property })
  const pictures = [...identity.pictures, ...property!.pictures]
  expect(await resident.call('applicant', 'saveDraft', { draft } as never)).toMatchObject({ gone: [] })
  const home = async () => (await (await driver.login('resident')).call('applicant', 'home', {})).draft
  expect(await home()).toMatchObject({ gone: [] })
  await driver.at('2026-03-05 10:01')
  await driver.sweep()
  expect(await home()).toMatchObject({ draft, gone: pictures })
  expect(await resident.call('applicant', 'saveDraft', { draft } as never)).toMatchObject({ gone: pictures })
})

test("another person's photograph is as one that is gone", async () => {
  const [resident, neighbour] = [await driver.as('resident'), await driver.as('neighbour')]
  const pictures = [await resident.upload('id-wei.jpg', 'identity')]
  const answers = [pictures, ['0'.repeat(32)]].map(async (named) => {
    const draft = { step: 'place', identity: { pictures: named } }
    const { gone } = await neighbour.call('applicant', 'saveDraft', { draft } as never)
    return gone.length
  })
  expect(await Promise.all(answers)).toEqual([1, 1])
})

test('gone between opening and submitting: the refusal names the paper, and without it the same command goes through', async () => {
  const resident = await driver.as('resident')
  const before = await resident.prepare({ property: 'property-wei.jpg' })
  await driver.at('2026-03-06 10:00')
  await driver.sweep()
  const signature = (await resident.prepare()).signature
  const [commandId, application] = [randomUUID(), { ...before, signature }]
  const refused = await resident.call('applicant', 'submit', { commandId, application }).catch((thrown) => thrown)
  expect(refused).toBeInstanceOf(Refused)
  const { error } = refused as Refused
  expect(error).toMatchObject({ code: 'PICTURE_GONE', retryable: false })
  expect(error.message).toMatch(/^身份证明、物业权属证明的照片已经删除：.*3 天/)
  expect(error.message).not.toContain('网络')
  expect(error.params.pictures.split(',')).toEqual([...before.identity.pictures, ...before.property!.pictures])
  const without = { ...application, property: null, identity: { ...application.identity, pictures: [] } }
  const handedIn = await resident.call('applicant', 'submit', { commandId, application: without })
  expect(handedIn.status).toBe('submitted')
})
