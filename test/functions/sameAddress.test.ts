import { randomUUID } from 'node:crypto'
import { comparedAddress } from '@shared/places/comparedAddress'
import { Driver, type PersonaId, type Stored } from '../support/driver'

/** Who hears that a case runs at an address already: its owner and the account manager, and no stranger. */
let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

const at = (address: string) => ({ district: '城中区', address, location: null })
const apply = async (persona: PersonaId, address: string) => {
  const session = await driver.as(persona)
  return session.apply({ person: persona === 'neighbour' ? 'qin' : 'wei', change: { place: at(address) } } as never)
}
const running = async (persona: PersonaId, address: string) =>
  (await (await driver.as(persona)).call('applicant', 'runningAt', { district: '城中区', address })).case
const digestOf = async (id: string) =>
  ((await driver.documents()).applications as Stored[]).find(({ _id }) => _id === id)!.addressDigest
const flaggedOn = async (id: string) => {
  const supervisor = await driver.as('supervisor')
  return (await supervisor.call('staff', 'case', { id })).sameAddress
}

test('the owner is told of their case, however the address is written; nobody else is', async () => {
  const { id, title } = await apply('resident', '城中区文昌路18号东堤小区3栋2单元501室')
  for (const address of [
    '广西柳州市城中区文昌路18号东堤小区3栋2单元501室',
    '文昌路１８号 东堤小区 3栋2单元501',
    '柳州市城中区河东街道文昌路18号东堤小区3-2-501',
  ])
    expect([address, await running('resident', address)]).toEqual([address, { id, title }])
  expect(await running('resident', '城中区文昌路18号东堤小区3栋2单元502室')).toBeNull()
  expect(await running('neighbour', '城中区文昌路18号东堤小区3栋2单元501室')).toBeNull()
})

test('from another account it is accepted without a word, and both cases say so to whoever works on them', async () => {
  const first = await apply('resident', '城中区文昌路20号')
  const second = await apply('neighbour', '柳州市城中区文昌路20号')
  expect(JSON.stringify(second)).not.toContain(first.id)
  expect(await flaggedOn(second.id)).toEqual([first.id])
  expect(await flaggedOn(first.id)).toEqual([second.id])
  const managers = await Promise.all(
    (['manager', 'manager2', 'manager3'] as const).map(async (persona) => {
      const session = await driver.as(persona)
      const answer = await session.ask('staff', 'case', { id: second.id })
      const other = await session.codeOf('staff', 'case', { id: first.id })
      return answer.ok ? [(answer.data as { sameAddress: string[] }).sameAddress, other] : null
    }),
  )
  // Only what is within reach is named.
  for (const seen of managers.filter((one) => one !== null)) expect(seen[0]).toEqual(seen[1] === 'ok' ? [first.id] : [])
})

test('what is kept is a digest, a withdrawal erases it, and a closed case does not count', async () => {
  const address = '城中区文昌路22号'
  const { id } = await apply('resident', address)
  const digest = await digestOf(id)
  expect(digest).toMatch(/^[\w-]{43}$/)
  expect(digest).not.toContain('文昌')
  await (await driver.as('resident')).call('applicant', 'withdraw', { id, commandId: randomUUID() })
  expect(await digestOf(id)).toBe('')
  expect(await running('resident', address)).toBeNull()
})

test('what makes a difference stays one', () => {
  const compared = (address: string) => comparedAddress(address, '城中区')
  expect(compared('柳州市文昌路18号3栋2单元501室')).toBe(compared('城中区文昌路18号3幢2-501房'))
  for (const other of ['文昌路18号3栋2单元50室', '文昌路183号2单元501室', '文昌路18号32栋501室'])
    expect(compared(other)).not.toBe(compared('文昌路18号3栋2单元501室'))
})
