import { randomUUID } from 'node:crypto'
import { contract, type FunctionName } from '@shared/contract'
import { Driver, SIGNATURE } from '../support/driver'
import {
  type Asker,
  authorisationTable,
  command,
  type Expected,
  NOWHERE,
  onCase,
  prepareWorld,
  type World,
} from './support/authorisationTable'

let driver: Driver
let world: World

beforeAll(async () => {
  driver = await Driver.start()
  world = await prepareWorld(driver)
})
afterAll(() => driver?.stop())

/** readCertificate starts the reader, which has its own suite; its door is the one of pictureUrl. */
const ELSEWHERE = ['applicant.readCertificate']

test('the table names every endpoint of the contract', () => {
  const endpoints = Object.entries(contract).flatMap(([name, actions]) =>
    Object.keys(actions).map((action) => `${name}.${action}`),
  )
  expect([...authorisationTable.map(([endpoint]) => endpoint), ...ELSEWHERE].sort()).toEqual(endpoints.sort())
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

test.each(authorisationTable)('%s', async (endpoint, input, expected) => {
  const [name, action] = endpoint.split('.') as [FunctionName, string]
  const met: Partial<Expected> = {}
  world.version = (await (await driver.as('manager')).call('staff', 'case', onCase(world))).version
  for (const asker of inOrder) {
    const token = asker === 'nobody' ? undefined : (await driver.as(asker)).token
    const { text } = await driver.raw(name, { action, input: input(world) }, token)
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
    ['applicant case', () => [onCase(world), { id: NO_CASE }]],
    ['applicant pictureUrl', () => [{ picture: world.picture }, { picture: NOWHERE }]],
    ['applicant confirmUpload', () => [{ picture: world.picture }, { picture: NOWHERE }]],
    ['staff case', () => [onCase(world), { id: NO_CASE }]],
    ['staff ledger', () => [onCase(world), { id: NO_CASE }]],
    [
      'staff pictureUrl',
      () => [
        { ...onCase(world), picture: world.picture },
        { id: NO_CASE, picture: NOWHERE },
      ],
    ],
    ['staff accept', () => [command(world), { ...command(world), id: NO_CASE }]],
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
    'PICTURE_GONE',
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
