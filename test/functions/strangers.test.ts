import { randomUUID } from 'node:crypto'
import type { Application } from '@shared/contract/application'
import { Driver, type Session } from '../support/driver'

/**
 * Twenty applicants, each with a case and pictures, and every one of them at the doors of all the others: whatever is not theirs
 * is answered, byte for byte, like what is not there.
 */
const PEOPLE = 20
const NO_CASE = '0'.repeat(14)
const NO_PICTURE = '0'.repeat(32)

interface Person {
  session: Session
  application: Application
  id: string
  picture: string
}
let driver: Driver
let people: Person[]

beforeAll(async () => {
  driver = await Driver.start()
  people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, index): Promise<Person> => {
      const session = await driver.as(`crowd${index}`)
      const application = await session.prepare()
      const { id } = await session.call('applicant', 'submit', { commandId: randomUUID(), application })
      return { session, application, id, picture: application.identity.pictures[0] }
    }),
  )
})
afterAll(() => driver?.stop())

const paper = (group: string, kind: string) => ({ group, kind, pictures: [NO_PICTURE] })
const command = (id: unknown) => ({ commandId: randomUUID(), id })
const staffCommand = (id: unknown) => ({ ...command(id), version: 1 })
const DOCUMENTS: Record<string, (id: unknown) => object> = {
  'documents.signedForm': (id) => ({ id }),
  'documents.caseDocument': (id) => ({ id, document: 'notice' }),
}
/** What is asked of a case, by anybody at all. */
const APPLICANT: Record<string, (id: unknown) => object> = {
  'applicant.case': (id) => ({ id }),
  'applicant.supplement': (id) => ({ ...command(id), paper: paper('property', 'propertyCertificate') }),
  'applicant.appoint': (id) => ({ ...command(id), task: 'visit', day: '2099-01-05', part: 'morning' }),
  'applicant.requestInspection': (id) => ({ ...command(id), report: null, remedies: [] }),
  'applicant.urge': command,
  'applicant.rate': (id) => ({ ...command(id), stars: 1 }),
  'applicant.complain': (id) => ({ ...command(id), topic: 'late', words: '' }),
  'applicant.requestCopy': (id) => ({ ...command(id), document: 'notice' }),
  'applicant.withdraw': command,
  ...DOCUMENTS,
}
const STAFF: Record<string, (id: unknown) => object> = {
  'staff.case': (id) => ({ id }),
  'staff.ledger': (id) => ({ id }),
  'staff.colleagues': (id) => ({ id }),
  'staff.accept': staffCommand,
  'staff.appoint': (id) => ({ ...staffCommand(id), task: 'visit', day: '2099-01-05', part: 'morning' }),
  'staff.visit': (id) => ({ ...staffCommand(id), externalLine: false, meterPosition: '楼道', papers: [] }),
  'staff.collect': (id) => ({ ...staffCommand(id), paper: paper('property', 'propertyCertificate') }),
  'staff.askReview': (id) => ({
    ...staffCommand(id),
    template: 'dedicatedLine',
    point: { line: '10千伏城站线', pole: '1号杆' },
    outage: false,
    reviewers: ['luohai'],
  }),
  'staff.review': (id) => ({ ...staffCommand(id), opinion: 'agree' }),
  'staff.reply': (id) => ({
    ...staffCommand(id),
    template: 'dualSource',
    point: { line: '10千伏城站线', pole: '1号杆' },
    standby: { line: '10千伏河东线', pole: '7号杆' },
    outage: false,
  }),
  'staff.requestInspection': (id) => ({ ...staffCommand(id), report: null, remedies: [] }),
  'staff.giveNewDay': (id) => ({ ...staffCommand(id), day: '2099-01-05', cause: 'weather' }),
  'staff.scheduleOutage': (id) => ({ ...staffCommand(id), day: '2099-01-05' }),
  'staff.inspect': (id) => ({ ...staffCommand(id), problems: [] }),
  'staff.energize': (id) => ({ ...staffCommand(id), meterNumber: '4502000012345' }),
  'staff.recordAnomaly': (id) => ({ ...staffCommand(id), cause: 'weather', pictures: [] }),
  'staff.resolveAnomaly': (id) => ({ ...staffCommand(id), number: 1 }),
  'staff.reassign': (id) => ({ ...staffCommand(id), managerId: 'lumin', reason: '片区调整' }),
  'staff.answerComplaint': (id) => ({ ...staffCommand(id), number: 1, words: '已经办好' }),
  'staff.markRead': (id) => ({ ...command(id), task: 'visit' }),
}
/** What names somebody's picture. */
const PICTURES: Record<string, (picture: unknown, owner: Person) => object> = {
  'applicant.pictureUrl': (picture) => ({ picture }),
  'applicant.confirmUpload': (picture) => ({ picture }),
  'applicant.readCertificate': (picture) => ({ picture }),
  'documents.casePicture': (picture, { id }) => ({ id, picture }),
  'applicant.submit': (picture, { application }) => ({
    commandId: randomUUID(),
    application: { ...application, identity: { ...application.identity, pictures: [picture] } },
  }),
}
const HOSTILE: unknown[] = [
  '',
  undefined,
  null,
  0,
  true,
  { $ne: null },
  { $regex: '.*' },
  { $gt: '' },
  [],
  ['0'.repeat(14)],
  'x'.repeat(100_000),
  '../applications',
  '0'.repeat(13),
  'O0CASE\u0000000000',
]

const ask = async (endpoint: string, input: unknown, token: string): Promise<string> => {
  const [name, action] = endpoint.split('.')
  const { status, text } = await driver.raw(name, { action, input }, token)
  // A refusal may name what was asked about; nothing else.
  const asked = JSON.stringify(input).match(/[0-9a-f]{32}/g) ?? []
  return `${status} ${asked.reduce((answer, id) => answer.replaceAll(id, 'ASKED'), text)}`
}
/** Every asker × every other's: those whose answer differs from what is not there. */
async function told(endpoint: string, asked: { token: string; input: object }[], nothing: object): Promise<string[]> {
  const notThere = await ask(endpoint, nothing, asked[0].token)
  expect(JSON.parse(notThere.slice(4))).toMatchObject({ ok: false })
  const answers = await Promise.all(asked.map(({ token, input }) => ask(endpoint, input, token)))
  return answers.filter((answer) => answer !== notThere)
}
const others = <T>(make: (asker: Person, other: Person) => T): T[] =>
  people.flatMap((asker) => people.filter((other) => other !== asker).map((other) => make(asker, other)))

test.each(Object.entries(APPLICANT))('%s: the cases of nineteen others are not there', async (endpoint, make) => {
  const asked = others(({ session: { token } }, { id }) => ({ token, input: make(id) }))
  expect(asked).toHaveLength(PEOPLE * (PEOPLE - 1))
  expect(await told(endpoint, asked, make(NO_CASE))).toEqual([])
})

test.each(Object.entries(PICTURES))('%s: nor are their pictures', async (endpoint, make) => {
  const asked = others((asker, other) => ({
    token: asker.session.token,
    // A case picture is asked for through its own case; a submission is one's own with another's picture.
    input: make(other.picture, endpoint === 'documents.casePicture' ? other : asker),
  }))
  const nothing =
    endpoint === 'documents.casePicture' ? { id: NO_CASE, picture: NO_PICTURE } : make(NO_PICTURE, people[0])
  expect(await told(endpoint, asked, nothing)).toEqual([])
})

test.each(Object.entries({ ...STAFF, ...DOCUMENTS }))(
  '%s: nor are the cases of another district, or those nobody asked about',
  async (endpoint, make) => {
    for (const persona of ['manager2', 'reviewer'] as const) {
      const { token } = await driver.as(persona)
      expect(
        await told(
          endpoint,
          people.map(({ id }) => ({ token, input: make(id) })),
          make(NO_CASE),
        ),
      ).toEqual([])
    }
  },
)

test.each(Object.entries({ ...APPLICANT, ...STAFF }))(
  '%s: an id that is none opens nothing',
  async (endpoint, make) => {
    const { token } = endpoint.startsWith('staff') ? await driver.as('manager') : people[0].session
    const answers = await Promise.all(HOSTILE.map((id) => ask(endpoint, make(id), token)))
    expect(answers.filter((answer) => JSON.parse(answer.slice(4)).error?.code !== 'BAD_REQUEST')).toEqual([])
    // One answer for all of them: it does not say how the id was wrong.
    expect(new Set(answers).size).toBe(1)
  },
)

test('after all of it every case stands as it was', async () => {
  const { applications, events } = driver.documents()
  expect(applications).toHaveLength(PEOPLE)
  expect(new Set(applications.map(({ version }) => version))).toEqual(new Set([1]))
  expect(events).toHaveLength(PEOPLE * 4)
})
