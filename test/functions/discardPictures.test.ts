import { Driver } from '../support/driver'

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

test('a picture that is not to be handed in goes at once, and no command takes it any more', async () => {
  const resident = await driver.as('resident')
  const application = await resident.prepare({ property: 'property-wei.jpg' })
  const [deed] = application.property!.pictures
  await resident.call('applicant', 'discardPictures', { pictures: [deed!] })
  const commandId = '00000000-0000-4000-8000-000000000001'
  expect(await resident.codeOf('applicant', 'submit', { commandId, application })).toBe('PICTURE_GONE')
  const before = driver.files().length
  await driver.sweep()
  expect(driver.files().length).toBe(before - 1)
  expect(await resident.codeOf('applicant', 'pictureUrl', { picture: deed })).toBe('PICTURE_MISSING')
})

test("a case's picture stays, and so does somebody else's", async () => {
  const [resident, neighbour] = await Promise.all([driver.as('resident'), driver.as('neighbour')])
  const application = await resident.prepare()
  const [card] = application.identity.pictures
  await resident.call('applicant', 'submit', { commandId: '00000000-0000-4000-8000-000000000002', application })
  const own = await resident.upload('id-li.jpg', 'identity')
  await resident.call('applicant', 'discardPictures', { pictures: [card!] })
  await neighbour.call('applicant', 'discardPictures', { pictures: [own] })
  await driver.sweep()
  for (const picture of [card, own]) expect(await resident.codeOf('applicant', 'pictureUrl', { picture })).toBe('ok')
})
