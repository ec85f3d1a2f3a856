import type { FunctionName } from '@shared/contract'
import { Driver } from '../support/driver'
import { effort, SEED } from '../support/effort'
import { seeded } from '../support/random'
import { authorisationTable, prepareWorld, type World } from './support/authorisationTable'
import { mutated } from './support/hostileInputs'

/** The same inputs nobody sends, the whole way: through the host, the functions and the store. */
const CALLS = effort(48, 400)
const AT_ONCE = 8

let driver: Driver
let world: World
beforeAll(async () => {
  driver = await Driver.start()
  world = await prepareWorld(driver)
})
afterAll(() => driver?.stop())

const met = new Map<string, number>()
afterAll(() => {
  const answers = [...met].map(([code, times]) => `${code} ${times}`).join(', ')
  process.stdout.write(`seed ${SEED}: ${CALLS} calls an endpoint: ${answers}\n`)
})

/** How far the case has come. */
async function reached(): Promise<string> {
  const manager = await driver.as('manager')
  const { version, history } = await manager.call('staff', 'case', { id: world.caseId })
  return `${version} ${history.length}`
}

test.each(authorisationTable)(
  `%s: ${CALLS} inputs, no uncaught error, and what is refused leaves nothing`,
  async (endpoint, make) => {
    const [name, action] = endpoint.split('.') as [FunctionName, string]
    const { token } = await driver.as(name === 'staff' ? 'manager' : 'resident')
    const random = seeded(SEED)
    const before = await reached()
    world.version = Number(before.split(' ')[0])
    const wrong: string[] = []
    let agreed = 0
    for (let n = 0; n < CALLS; n += AT_ONCE) {
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          const input = mutated(make(world), random)
          const { status, text } = await driver.raw(name, { action, input }, token)
          const code = status !== 200 ? `HTTP ${status}` : (JSON.parse(text).error?.code ?? 'ok')
          met.set(code, (met.get(code) ?? 0) + 1)
          if (code === 'ok') agreed += 1
          if (/^HTTP|INTERNAL|RULES_UNAVAILABLE/.test(code))
            wrong.push(`${code}: ${JSON.stringify(input).slice(0, 400)}`)
        }),
      )
    }
    expect(wrong).toEqual([])
    if (agreed === 0) expect(await reached()).toBe(before)
  },
)

test('the host and its functions are alive, and nothing was logged as a failure', async () => {
  const manager = await driver.as('manager')
  expect((await manager.call('staff', 'ledger', { id: world.caseId })).intact).toBe(true)
  expect(driver.host.output.split('\n').filter((line) => / failed:|Error/.test(line))).toEqual([])
})
