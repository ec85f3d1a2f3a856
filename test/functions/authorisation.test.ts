import { randomUUID } from 'node:crypto'
import { contract, type FunctionName } from '@shared/contract'
import type { Application, Correction } from '@shared/contract/application'
import { Driver, type PersonaId, SIGNATURE } from '../support/driver'

/**
 * Who may do what, apart from what it does: every endpoint × every kind of person, on one resident's case in 城中区, whose
 * account manager is 李强. `manager2` works other districts, as `manager3` does; `newcomer` is invited but not bound.
 */
type Asker = 'nobody' | Exclude<PersonaId, 'manager3'>
const ASKERS: Asker[] = [
  'nobody',
  'resident',
  'neighbour',
  'shop',
  'company',
  'manager',
  'manager2',
  'reviewer',
  'supervisor',
  'newcomer',
]

let driver: Driver
let world: {
  caseId: string
  version: number
  picture: string
  application: Application
  deed: string
  spent: string
  correction: Correction
}

beforeAll(async () => {
  driver = await Driver.start()
  const resident = await driver.as('resident')
  const application = await resident.prepare()
  const { id, version } = await resident.call('applicant', 'submit', { commandId: randomUUID(), application })
  const deed = await resident.upload('property-wei.jpg', 'property')
  const { id: spent } = await resident.apply()
  await resident.call('applicant', 'withdraw', { commandId: randomUUID(), id: spent })
  const correction = {
    name: application.identity.name,
    contact: application.contact,
    address: application.place.address,
    signature: await resident.upload(SIGNATURE, 'signature'),
  }
  world = { correction, spent, caseId: id, version, picture: application.identity.pictures[0], application, deed }
})
afterAll(() => driver?.stop())

type Expected = Record<Asker, string>
const everybody = (code: string): Expected => Object.fromEntries(ASKERS.map((asker) => [asker, code])) as Expected
const but = (code: string, others: Partial<Expected>): Expected => ({ ...everybody(code), ...others })
/** Signed in is enough: everybody sees their own. */
const signedIn = but('ok', { nobody: 'NOT_SIGNED_IN' })
/** The applicant's own case or picture; to anybody else it is not there. */
const own = (missing: string) => but(missing, { nobody: 'NOT_SIGNED_IN', resident: 'ok' })
const outsiders = {
  nobody: 'NOT_SIGNED_IN',
  resident: 'NOT_STAFF',
  neighbour: 'NOT_STAFF',
  shop: 'NOT_STAFF',
  company: 'NOT_STAFF',
  newcomer: 'NOT_STAFF',
}
const staffOnly = but('ok', outsiders)
/** The case's own account manager and the supervisor. */
const within = but('ok', { ...outsiders, manager2: 'NOT_FOUND', reviewer: 'NOT_FOUND' })
/** Within reach, but only the account manager's to do. `stage`: what the account manager meets at this stage. */
const managersWork = (stage: string) =>
  but(stage, { ...outsiders, manager2: 'NOT_FOUND', reviewer: 'NOT_FOUND', supervisor: 'NOT_ALLOWED' })
/** The applicant's own case, at a stage that does not allow it. */
const notNow = { ...own('NOT_FOUND'), resident: 'NOT_ALLOWED' }
/** One's own work, of one of these roles. */
const roles = (ok: string, ...others: ('manager' | 'manager2' | 'reviewer' | 'supervisor')[]) =>
  but('NOT_ALLOWED', { ...outsiders, ...Object.fromEntries(others.map((role) => [role, ok])) })

const NOWHERE = '0'.repeat(32)
const onCase = () => ({ id: world.caseId })
const applicantCommand = () => ({ commandId: randomUUID(), id: world.caseId })
/** Always the newest version: what the table does before may have moved the case on. */
const command = () => ({ commandId: randomUUID(), id: world.caseId, version: world.version })

const table: [endpoint: string, input: () => unknown, expected: Expected][] = [
  ['public.guide', () => ({}), everybody('ok')],
  ['public.preview', () => ({ use: 'household', capacityKva: null, district: '城中区' }), everybody('ok')],
  [
    'public.materials',
    () => ({ customerClass: 'hvDual', applicantKind: 'company', change: 'new', byAgent: true, vatInvoice: true }),
    everybody('ok'),
  ],
  ['public.districts', () => ({}), everybody('ok')],
  ['applicant.home', () => ({}), signedIn],
  ['applicant.cases', () => ({}), signedIn],
  ['applicant.case', onCase, own('NOT_FOUND')],
  ['applicant.startUpload', () => ({ purpose: 'identity', contentType: 'image/png', bytes: 70 }), signedIn],
  ['applicant.confirmUpload', () => ({ picture: world.picture }), own('PICTURE_MISSING')],
  ['applicant.pictureUrl', () => ({ picture: world.picture }), own('PICTURE_MISSING')],
  ['applicant.saveDraft', () => ({ draft: { step: 'place' } }), signedIn],
  ['applicant.discardDraft', () => ({}), signedIn],
  ['applicant.subscriptions', () => ({}), signedIn],
  ['applicant.submit', () => ({ commandId: randomUUID(), application: world.application }), own('PICTURE_MISSING')],
  [
    'applicant.supplement',
    // A paper that is there already, so that the case stays as it is: refused for that only to its owner.
    () => ({
      commandId: randomUUID(),
      ...onCase(),
      paper: { group: 'identity', kind: 'idCard', pictures: [world.picture] },
    }),
    { ...own('NOT_FOUND'), resident: 'MATERIAL_ALREADY_RECEIVED' },
  ],
  ['documents.confirmUpload', () => ({ picture: world.picture }), own('PICTURE_MISSING')],
  // The applicant gets only what inspectors photographed; this is a paper of theirs, which `pictureUrl` is for.
  [
    'documents.casePicture',
    () => ({ ...onCase(), picture: world.picture }),
    but('NOT_FOUND', { nobody: 'NOT_SIGNED_IN', manager: 'ok', supervisor: 'ok' }),
  ],
  [
    'documents.signedForm',
    onCase,
    but('NOT_FOUND', { nobody: 'NOT_SIGNED_IN', resident: 'ok', manager: 'ok', supervisor: 'ok' }),
  ],
  [
    'documents.caseDocument',
    () => ({ ...onCase(), document: 'notice' }),
    but('NOT_FOUND', { nobody: 'NOT_SIGNED_IN', resident: 'ok', manager: 'ok', supervisor: 'ok' }),
  ],
  [
    'applicant.appoint',
    () => ({ ...applicantCommand(), task: 'energize', day: '2099-01-05', part: 'morning' }),
    notNow,
  ],
  ['applicant.requestInspection', () => ({ ...applicantCommand(), report: null, remedies: [] }), notNow],
  ['applicant.rate', () => ({ ...applicantCommand(), stars: 5 }), notNow],
  ['applicant.requestCopy', () => ({ ...applicantCommand(), document: 'scheme' }), notNow],
  ['applicant.urge', applicantCommand, own('NOT_FOUND')],
  ['applicant.complain', () => ({ ...applicantCommand(), topic: 'late', words: '' }), own('NOT_FOUND')],
  ['staff.me', () => ({}), staffOnly],
  ['staff.colleagues', onCase, { ...within, reviewer: 'NOT_ALLOWED' }],
  ['staff.covers', () => ({}), roles('ok', 'manager', 'manager2')],
  ['staff.setCover', () => ({ cover: null }), roles('ok', 'manager', 'manager2')],
  ['staff.points', () => ({ district: '城中区' }), roles('ok', 'manager', 'manager2', 'supervisor')],
  [
    'staff.renamePoint',
    () => ({ id: 'p-none', from: '2026-01-05', line: '10千伏城站线', pole: '1号杆' }),
    roles('POINT_UNKNOWN', 'manager', 'manager2', 'supervisor'),
  ],
  [
    'staff.enter',
    () => ({ commandId: randomUUID(), channel: 'counter', application: world.application }),
    roles('PICTURE_MISSING', 'manager', 'manager2'),
  ],
  ['staff.markRead', () => ({ commandId: randomUUID(), ...onCase(), task: 'visit' }), within],
  [
    'staff.appoint',
    () => ({ ...command(), task: 'energize', day: '2099-01-05', part: 'morning' }),
    managersWork('NOT_ALLOWED'),
  ],
  [
    'staff.askReview',
    () => ({ ...command(), template: 'dedicatedLine', reviewers: ['luohai'] }),
    managersWork('NOT_ALLOWED'),
  ],
  ['staff.review', () => ({ ...command(), opinion: 'agree' }), managersWork('NOT_ALLOWED')],
  [
    'staff.reply',
    () => ({ ...command(), template: 'dualSource', point: { line: '10千伏城站线', pole: '1号杆' }, outage: false }),
    managersWork('NOT_ALLOWED'),
  ],
  ['staff.requestInspection', () => ({ ...command(), report: null, remedies: [] }), managersWork('NOT_ALLOWED')],
  ['staff.scheduleOutage', () => ({ ...command(), day: '2099-01-05' }), managersWork('NOT_ALLOWED')],
  ['staff.inspect', () => ({ ...command(), problems: [] }), managersWork('NOT_ALLOWED')],
  ['staff.resolveAnomaly', () => ({ ...command(), number: 1 }), managersWork('NOT_FOUND')],
  [
    'staff.recordAnomaly',
    () => ({ ...command(), cause: 'weather', pictures: [NOWHERE] }),
    but('PICTURE_MISSING', { ...outsiders, manager2: 'NOT_FOUND', reviewer: 'NOT_FOUND' }),
  ],
  [
    'staff.reassign',
    () => ({ ...command(), managerId: 'lumin', reason: '片区调整' }),
    but('COLLEAGUE_UNKNOWN', { ...outsiders, manager2: 'NOT_FOUND', reviewer: 'NOT_FOUND' }),
  ],
  [
    'staff.answerComplaint',
    () => ({ ...command(), number: 1, words: '已经办好' }),
    // The supervisor has just answered, so the account manager's view is out of date before anything else is looked at.
    { ...within, manager: 'CASE_CHANGED' },
  ],
  [
    'staff.bind',
    () => ({ invitation: 'no-such-invitation-at-all' }),
    but('INVITATION_INVALID', { nobody: 'NOT_SIGNED_IN' }),
  ],
  ['staff.tasks', () => ({}), staffOnly],
  ['staff.case', onCase, within],
  ['staff.ledger', onCase, { ...within, reviewer: 'NOT_ALLOWED' }],
  ['staff.startUpload', () => ({ purpose: 'property', contentType: 'image/png', bytes: 70 }), staffOnly],
  ['staff.confirmUpload', () => ({ picture: NOWHERE }), but('PICTURE_MISSING', outsiders)],
  ['staff.subscriptions', () => ({}), staffOnly],
  ['staff.accept', command, managersWork('NOT_ALLOWED')],
  ['staff.energize', () => ({ ...command(), meterNumber: '4502000012345' }), managersWork('NOT_ALLOWED')],
  [
    'staff.collect',
    () => ({ ...command(), paper: { group: 'property', kind: 'propertyCertificate', pictures: [world.deed] } }),
    // The picture is the resident's: nobody else may hand it in as theirs, whatever their role.
    but('PICTURE_MISSING', { ...outsiders, manager2: 'NOT_FOUND', reviewer: 'NOT_FOUND' }),
  ],
  [
    'applicant.correct',
    () => ({ commandId: randomUUID(), id: world.spent, version: 1, correction: world.correction }),
    { ...own('NOT_FOUND'), resident: 'CASE_CHANGED' },
  ],
  // Its owner's to do, and already done: the case of the table goes on.
  [
    'applicant.withdraw',
    () => ({ commandId: randomUUID(), id: world.spent }),
    { ...own('NOT_FOUND'), resident: 'NOT_ALLOWED' },
  ],
  [
    'staff.overview',
    () => ({}),
    but('ok', { ...outsiders, manager: 'NOT_ALLOWED', manager2: 'NOT_ALLOWED', reviewer: 'NOT_ALLOWED' }),
  ],
  // Last: it changes the case.
  [
    'staff.visit',
    () => ({ ...command(), externalLine: false, meterPosition: '进门左侧', papers: [] }),
    { ...managersWork('ok'), supervisor: 'NOT_ALLOWED' },
  ],
]

/** readCertificate starts the reader, which has its own suite; its door is the one of pictureUrl. */
const ELSEWHERE = ['applicant.readCertificate']

test('the table names every endpoint of the contract', () => {
  const endpoints = Object.entries(contract).flatMap(([name, actions]) =>
    Object.keys(actions).map((action) => `${name}.${action}`),
  )
  expect([...table.map(([endpoint]) => endpoint), ...ELSEWHERE].sort()).toEqual(endpoints.sort())
})

/** In this order, so that the one who may comes after everybody who may not. */
const inOrder: Asker[] = [
  'nobody',
  'neighbour',
  'shop',
  'company',
  'newcomer',
  'manager2',
  'reviewer',
  'supervisor',
  'resident',
  'manager',
]

test.each(table)('%s', async (endpoint, input, expected) => {
  const [name, action] = endpoint.split('.') as [FunctionName, string]
  const met: Partial<Expected> = {}
  world.version = (await (await driver.as('manager')).call('staff', 'case', onCase())).version
  for (const asker of inOrder) {
    const token = asker === 'nobody' ? undefined : (await driver.as(asker)).token
    const { text } = await driver.raw(name, { action, input: input() }, token)
    const answer = JSON.parse(text)
    met[asker] = answer.ok ? 'ok' : answer.error.code
  }
  expect(met).toEqual(expected)
})

test('somebody else may not read a certificate off a picture that is not theirs', async () => {
  for (const asker of ['neighbour', 'manager', 'supervisor'] as const) {
    const session = await driver.as(asker)
    expect(await session.codeOf('applicant', 'readCertificate', { picture: world.picture })).toBe('PICTURE_MISSING')
  }
})

test.each([
  ['a made-up token', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
  ['an openid in place of a token', 'oLocalResident-weixiaohong-0'],
  ['an empty token', ' '],
])('%s is nobody: no function is reached', async (_what, token) => {
  const { status, text } = await driver.raw('applicant', { action: 'home', input: {} }, token)
  const reached = status === 200 && JSON.parse(text).error?.code !== 'NOT_SIGNED_IN'
  expect(reached).toBe(false)
})

describe('"not yours" and "not there" are the same answer, byte for byte', () => {
  const NO_CASE = '0'.repeat(14)
  const pairs: [string, () => [mine: unknown, nobodys: unknown]][] = [
    ['applicant case', () => [onCase(), { id: NO_CASE }]],
    ['applicant pictureUrl', () => [{ picture: world.picture }, { picture: NOWHERE }]],
    ['applicant confirmUpload', () => [{ picture: world.picture }, { picture: NOWHERE }]],
    ['documents confirmUpload', () => [{ picture: world.picture }, { picture: NOWHERE }]],
    ['staff case', () => [onCase(), { id: NO_CASE }]],
    ['staff ledger', () => [onCase(), { id: NO_CASE }]],
    [
      'staff pictureUrl',
      () => [
        { ...onCase(), picture: world.picture },
        { id: NO_CASE, picture: NOWHERE },
      ],
    ],
    ['staff accept', () => [command(), { ...command(), id: NO_CASE }]],
  ]
  test.each(pairs)('%s', async (endpoint, inputs) => {
    const [name, action] = endpoint.split(' ')
    const { token } = await driver.as(name === 'staff' ? 'manager2' : 'neighbour')
    const [mine, nobodys] = await Promise.all(inputs().map((input) => driver.raw(name, { action, input }, token)))
    expect(JSON.parse(mine.text).ok).toBe(false)
    expect(mine).toEqual(nobodys)
  })
})

test("another person's picture cannot be made part of one's own case", async () => {
  const neighbour = await driver.as('neighbour')
  const application = await neighbour.prepare({ person: 'qin' })
  const stolen = { ...application, identity: { ...application.identity, pictures: [world.picture] } }
  expect(await neighbour.codeOf('applicant', 'submit', { commandId: randomUUID(), application: stolen })).toBe(
    'PICTURE_MISSING',
  )
  const unconfirmed = await neighbour.put(SIGNATURE, 'signature')
  const hasty = { ...application, signature: unconfirmed.picture }
  expect(await neighbour.codeOf('applicant', 'submit', { commandId: randomUUID(), application: hasty })).toBe(
    'PICTURE_MISSING',
  )
})

test('a member of staff may look at a picture of a case only through that case', async () => {
  const neighbour = await driver.as('neighbour')
  const other = await neighbour.apply({ person: 'qin', district: '柳北区' })
  const manager = await driver.as('manager')
  const wrongCase = { id: other.id, picture: world.picture }
  expect(await manager.codeOf('documents', 'casePicture', wrongCase)).toBe('NOT_FOUND')
})

test('an unbound staff record is not opened by an absent identity', async () => {
  for (const event of [{ action: 'me' }, { action: 'me', input: { openid: '' } }]) {
    expect(JSON.parse((await driver.raw('staff', event)).text)).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } })
  }
})
