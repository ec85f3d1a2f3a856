import { randomUUID } from 'node:crypto'
import { Driver } from '../support/driver'

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

const draft = {
  step: 'place' as const,
  use: 'household' as const,
  identity: { name: '韦小红' },
  commandId: randomUUID(),
}
const draftOf = async (persona: 'resident' | 'neighbour') =>
  (await (await driver.login(persona)).call('applicant', 'home', {})).draft?.draft ?? null

test("a draft is there on another phone of the same person, and on nobody else's", async () => {
  const resident = await driver.as('resident')
  await resident.call('applicant', 'saveDraft', { draft })
  expect(await draftOf('resident')).toEqual(draft)
  expect(await draftOf('neighbour')).toBeNull()
})

test('the newest save wins, and a restart loses nothing', async () => {
  const resident = await driver.as('resident')
  const fuller = { ...draft, step: 'sign' as const, contact: { name: '韦小红', phone: '138' } }
  await resident.call('applicant', 'saveDraft', { draft })
  await resident.call('applicant', 'saveDraft', { draft: fuller })
  await driver.restart('SIGKILL')
  expect(await draftOf('resident')).toEqual(fuller)
})

test('a refused submission leaves the draft alone; an accepted one takes it along', async () => {
  const resident = await driver.as('resident')
  await resident.call('applicant', 'saveDraft', { draft })
  const application = await resident.prepare()
  const wrong = { ...application, identity: { ...application.identity, number: '450202198803120325' } }
  expect(await resident.codeOf('applicant', 'submit', { commandId: draft.commandId, application: wrong })).toBe(
    'ID_NUMBER_WRONG',
  )
  expect(await draftOf('resident')).toEqual(draft)
  // Corrected, the same command goes through: a refusal does not spend its id.
  await resident.call('applicant', 'submit', { commandId: draft.commandId, application })
  expect(await draftOf('resident')).toBeNull()
  expect((await resident.call('applicant', 'home', {})).lastContact).toEqual({ phone: application.contact.phone })
})

test('discarded it is gone; discarding nothing is no error', async () => {
  const resident = await driver.as('resident')
  await resident.call('applicant', 'saveDraft', { draft })
  await resident.call('applicant', 'discardDraft', {})
  await resident.call('applicant', 'discardDraft', {})
  expect(await draftOf('resident')).toBeNull()
})

test('a draft nobody comes back to is gone after ninety days; one that was touched meanwhile stays', async () => {
  await driver.at('2026-03-02 10:00')
  const [resident, neighbour] = [await driver.as('resident'), await driver.as('neighbour')]
  for (const person of [resident, neighbour]) await person.call('applicant', 'saveDraft', { draft })
  await driver.at('2026-05-30 09:00')
  await neighbour.call('applicant', 'saveDraft', { draft })
  await driver.at('2026-05-31 10:01')
  await driver.sweep()
  expect(await draftOf('resident')).toBeNull()
  expect(await draftOf('neighbour')).toEqual(draft)
})

test('a draft of the wrong kind is refused', async () => {
  const resident = await driver.as('resident')
  for (const wrong of [
    null,
    {},
    { step: 'finished' },
    { step: 'place', identity: { pictures: ['x'] } },
    { step: 'place', commandId: { $ne: null } },
  ]) {
    expect(await resident.codeOf('applicant', 'saveDraft', { draft: wrong })).toBe('BAD_REQUEST')
  }
})

test('more than a page of cases comes in pages, each case once, what is due first before the others', async () => {
  const neighbour = await driver.as('neighbour')
  const application = await neighbour.prepare({ person: 'qin', district: '柳北区' })
  const submit = () => neighbour.call('applicant', 'submit', { commandId: randomUUID(), application })
  for (let batch = 0; batch < 6; batch += 1) await Promise.all(Array.from({ length: 4 }, submit))
  const first = await neighbour.call('applicant', 'cases', {})
  const second = await neighbour.call('applicant', 'cases', { after: first.next })
  expect([first.rows.length, second.rows.length, second.next]).toEqual([20, 4, null])
  const rows = [...first.rows, ...second.rows]
  expect(new Set(rows.map(({ id }) => id)).size).toBe(24)
  expect(rows.map(({ dueDay }) => dueDay)).toEqual(rows.map(({ dueDay }) => dueDay).sort())
  const manager = await driver.as('manager')
  const tasks = await manager.call('staff', 'tasks', {})
  const more = await manager.call('staff', 'tasks', { after: tasks.next })
  expect(new Set([...tasks.rows, ...more.rows].map(({ caseId }) => caseId)).size).toBe(25)
})
