import { randomUUID } from 'node:crypto'
import { idCheckCharacter } from '@shared/certificates/checkIdNumber'
import type { PicturePurpose } from '@shared/contract/pictures'
import { Driver, type Session } from '../support/driver'

/** Words that stand nowhere but with three applicants: wherever else they come up, something has leaked. */
interface Canary {
  name: string
  number: string
  phone: string
  street: string
  words: string
}
const canary = (bird: string, order: string, phone: string): Canary => {
  const first17 = `45020219770707${order}`
  const number = first17 + idCheckCharacter(first17)
  return { name: `韦${bird}`, number, phone, street: `${bird}巷7号`, words: `${bird}飞得太慢` }
}
const CANARIES = {
  low: canary('金丝雀', '771', '13877770001'),
  high: canary('百灵鸟', '773', '13877770002'),
  gone: canary('云雀儿', '775', '13877770003'),
}
const ALL = Object.values(CANARIES).flatMap((one) => Object.values(one) as string[])

let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

async function apply(session: Session, { name, number, phone, street }: Canary, capacityKva: number | null) {
  const application = await session.prepare({ district: '城中区' })
  return session.call('applicant', 'submit', {
    commandId: randomUUID(),
    application: {
      ...application,
      use: capacityKva === null ? 'household' : 'business',
      capacityKva,
      identity: { ...application.identity, name, number },
      contact: { name, phone },
      place: { ...application.place, address: street },
    },
  })
}

test('a low and a high voltage journey and one taken back: nobody else meets a word of theirs, nor does any log, push, task of another or ledger', async () => {
  await driver.at('2026-03-02 10:00')
  const [low, high, gone, stranger] = await Promise.all([1, 2, 3, 4].map((number) => driver.as(`crowd${number}`)))
  const manager = await driver.as('manager')
  const supervisor = await driver.as('supervisor')
  const own = () => ({ commandId: randomUUID() })
  const staff = async (id: string) => ({ ...own(), id, version: (await manager.call('staff', 'case', { id })).version })
  const photo = (session: Session, purpose: PicturePurpose) =>
    session.upload('property-wei.jpg', purpose, session === manager ? 'staff' : 'applicant')

  const { id } = await apply(low, CANARIES.low, null)
  const property = {
    group: 'property' as const,
    kind: 'propertyCertificate',
    pictures: [await photo(manager, 'property')],
  }
  await low.call('applicant', 'complain', { ...own(), id, topic: 'late', words: CANARIES.low.words })
  await manager.call('staff', 'visit', {
    ...(await staff(id)),
    externalLine: true,
    site: [await manager.upload('not-a-paper.jpg', 'site', 'staff')],
    meterPosition: '楼道',
    papers: [property],
  })
  await supervisor.call('staff', 'answerComplaint', {
    ...(await staff(id)),
    number: 1,
    words: `${CANARIES.low.name}您好`,
  })
  await manager.call('staff', 'energize', { ...(await staff(id)), meterNumber: '4502000012345' })

  const works = (await apply(high, CANARIES.high, 800)).id
  const approval = {
    group: 'projectApproval' as const,
    kind: 'projectApproval',
    pictures: [await photo(manager, 'projectApproval')],
  }
  await manager.call('staff', 'visit', {
    ...(await staff(works)),
    externalLine: true,
    site: [await manager.upload('not-a-paper.jpg', 'site', 'staff')],
    meterPosition: '门口',
    papers: [property, approval],
  })
  await manager.call('staff', 'askReview', {
    ...(await staff(works)),
    template: 'dedicatedLine',
    point: { line: '10千伏城站线', pole: '1号杆' },
    outage: true,
    reviewers: ['luohai'],
  })
  const reviewer = await driver.as('reviewer')
  const reviewed = await reviewer.call('staff', 'case', { id: works })
  expect(JSON.stringify(reviewed)).not.toContain(CANARIES.high.phone)
  await reviewer.call('staff', 'review', { ...(await staff(works)), opinion: 'agree' })
  const point = { line: '10千伏城站线', pole: '1号杆' }
  await manager.call('staff', 'reply', { ...(await staff(works)), template: 'dedicatedLine', point, outage: true })
  const report = {
    group: 'completionReport' as const,
    kind: 'completionReport',
    pictures: [await photo(high, 'completionReport')],
  }
  await high.call('applicant', 'requestInspection', { ...own(), id: works, report, remedies: [] })
  const problem = {
    item: 'grounding' as const,
    what: '接地电阻偏大',
    clause: 'GB 50169-2016',
    pictures: [await photo(manager, 'problem')],
  }
  await manager.call('staff', 'inspect', { ...(await staff(works)), problems: [problem] })
  await high.call('applicant', 'complain', { ...own(), id: works, topic: 'other', words: CANARIES.high.words })
  const remedies = [{ pictures: [await photo(high, 'remedy')] }]
  await high.call('applicant', 'requestInspection', { ...own(), id: works, report: null, remedies })
  await manager.call('staff', 'inspect', { ...(await staff(works)), problems: [] })
  await manager.call('staff', 'scheduleOutage', { ...(await staff(works)), day: '2026-04-08' })
  await manager.call('staff', 'energize', { ...(await staff(works)), meterNumber: '4502000012346' })
  for (const document of ['notice', 'scheme', 'problems'] as const)
    await high.call('documents', 'caseDocument', { id: works, document })
  await manager.call('documents', 'signedForm', { id: works })

  const back = (await apply(gone, CANARIES.gone, 30)).id
  await gone.call('applicant', 'complain', { ...own(), id: back, topic: 'late', words: CANARIES.gone.words })
  await gone.call('applicant', 'withdraw', { ...own(), id: back })
  // A complaint outlives the application; its words go with the answer.
  const { version } = await supervisor.call('staff', 'case', { id: back })
  await supervisor.call('staff', 'answerComplaint', { ...own(), id: back, version, number: 1, words: '已向您说明' })
  await driver.at('2026-03-12 09:00')
  await driver.sweep()

  // What anybody else is answered, refusals included.
  const answers: string[] = []
  for (const [session, name] of [
    [stranger, 'applicant'],
    [low, 'applicant'],
    [await driver.as('manager2'), 'staff'],
  ] as const)
    for (const each of [works, back])
      for (const action of ['case', 'ledger', 'home', 'cases', 'tasks', 'me'])
        answers.push(
          JSON.stringify(await session.ask(name, action, action === 'case' || action === 'ledger' ? { id: each } : {})),
        )
  answers.push(JSON.stringify(await supervisor.call('staff', 'ledger', { id: works })))
  const page = await (await fetch(`${driver.url}/local/wechat`)).text()
  const sent = await driver.host.wechat()
  const { persons, applications, tasks, drafts: _drafts, ...rest } = driver.documents()

  const theirsOnly = (place: unknown, secrets: string[]) =>
    secrets.filter((secret) => JSON.stringify(place).includes(secret))
  // Of the three, the first asks for their own pages too.
  const others = ALL.filter((secret) => !(Object.values(CANARIES.low) as string[]).includes(secret))
  expect(theirsOnly(answers, others)).toEqual([])
  for (const place of [sent, page, driver.host.output, rest]) expect(theirsOnly(place, ALL)).toEqual([])
  expect(Object.keys(rest)).toEqual(
    expect.arrayContaining(['events', 'outbox', 'commands', 'pictures', 'pictureViews']),
  )
  expect(rest.events.length).toBeGreaterThan(30)
  // A case shows where power is wanted, and to whom a task is; nothing more of whoever wants it.
  const streets = Object.values(CANARIES).map(({ street }) => street)
  expect(
    theirsOnly(
      [applications, tasks],
      ALL.filter((secret) => !streets.includes(secret)),
    ),
  ).toEqual([])
  // And the record itself: kept for the two, erased for the third.
  expect(theirsOnly(persons, Object.values(CANARIES.gone) as string[])).toEqual([])
  expect(theirsOnly(persons, ALL).length).toBe(10)
  expect(theirsOnly([applications, tasks], [CANARIES.gone.street])).toEqual([])
})
