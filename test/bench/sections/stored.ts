import type { TestHost } from '../../support/host'
import { line, median, ms, p99, ratioLine, timed } from '../figures'
import type { Due, Listed, Measured } from '../functions/probe/index'
import { BenchProject, beijing, signIn } from '../project'
import { DUE, type Stored, storedHosts } from '../stored/storedHosts'

/** Cost follows the work due, not what is stored. */
const MOST = 1.2
const ROUNDS = 40
const WARM = 5
const SMALL = 10_000

/** Each time the same thousand tasks fall due, with one, two or three people to tell. */
const MOMENTS = [
  { what: 'opened by nobody, to 1', at: '2026-03-02 14:01' },
  { what: 'due today, to 1', at: '2026-03-03 08:31' },
  { what: 'overdue, to 2', at: '2026-03-04 00:01' },
  { what: 'overdue one day, to 2', at: '2026-03-05 08:31' },
]

interface Drained {
  calls: number
  tookMs: number
  warned: number
  delivered: number
}

/** A thousand due tasks and two thousand open cases, among ten thousand stored cases and among `large`. */
export async function stored(large: number): Promise<void> {
  const project = await BenchProject.build()
  try {
    const [few, many] = await storedHosts(project, [SMALL, large])
    await lists(few, many)
    await alternatives(few, many)
    await sweeps(few, many)
  } finally {
    await project.remove()
  }
}

async function lists(few: Stored, many: Stored): Promise<void> {
  const views = [
    ['work list, first page', 'manager', 'tasks'],
    ['overview', 'supervisor', 'overview'],
  ] as const
  for (const [what, persona, action] of views) {
    const askers = await Promise.all([few, many].map(({ host }) => signIn(host, persona)))
    const took = await inTurn(askers.map((asker) => () => timed(() => asker.call('staff', action, {}))))
    ratioLine(`${what}: ${many.cases} cases ÷ ${few.cases}, p50`, took[1], took[0], MOST)
    line(`${what}: p99`, `${ms(p99(took[1]))} and ${ms(p99(took[0]))}`)
    const inMemory = await probe(many.host, { do: 'listed', of: action, assignee: 'liqiang' }, 3)
    ratioLine(`${what}: made in memory of all that is open ÷ as it is`, inMemory, took[1])
  }
}

async function alternatives(few: Stored, many: Stored): Promise<void> {
  const until = beijing(MOMENTS[0].at)
  const ask = ({ host }: Stored, how: Due['how'], rounds: number) => probe(host, { do: 'due', how, until }, rounds)
  const [small, large] = await inTurn([few, many].map((each) => async () => (await ask(each, 'indexed', 1))[0]))
  ratioLine(`what is due, by its index: ${many.cases} cases ÷ ${few.cases}`, large, small, MOST)
  ratioLine('naive sweep, every open case read ÷ by its index', await ask(many, 'allOpen', 3), large)
  // Among a million the SDK gives up waiting for it after 15 seconds.
  ratioLine(`without an index among ${few.cases} ÷ by its index`, await ask(few, 'unindexed', 3), small)
}

/** The same measured in turn, so that whatever else the machine does meanwhile meets each alike; the first rounds warm up. */
async function inTurn(measures: readonly (() => Promise<number>)[]): Promise<number[][]> {
  const times: number[][] = measures.map(() => [])
  for (let round = 0; round < WARM + ROUNDS; round += 1) {
    for (const [which, measure] of measures.entries()) {
      const took = await measure()
      if (round >= WARM) times[which].push(took)
    }
  }
  return times
}

async function probe(host: TestHost, event: Due | Listed, rounds: number): Promise<number[]> {
  const { token } = await signIn(host, 'resident')
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    times.push(((await host.call('probe', event, token)) as Measured).ms)
  }
  return times
}

async function sweeps(few: Stored, many: Stored): Promise<void> {
  const perCase = { few: [] as number[], many: [] as number[] }
  for (const { what, at } of MOMENTS) {
    for (const [name, { cases, host }] of [['few', few] as const, ['many', many] as const]) {
      await host.clock.set(beijing(at))
      const { calls, tookMs, warned, delivered } = await drain(host)
      if (warned !== DUE) throw new Error(`${warned} were warned of, not ${DUE}`)
      perCase[name].push(tookMs / DUE)
      line(
        `sweep of ${DUE} due (${what}) among ${cases}`,
        `${calls} calls, ${(tookMs / 1000).toFixed(1)} s, ${delivered} pushes, ${ms(tookMs / DUE)} a case`,
      )
    }
  }
  // The moments differ in the people told, so each is held against itself.
  const ratio = median(perCase.many.map((took, moment) => took / perCase.few[moment]))
  line(`sweep, a case: ${many.cases} stored ÷ ${few.cases}, median of ${MOMENTS.length}`, ratio.toFixed(2), {
    says: `≤ ${MOST}`,
    met: ratio <= MOST,
  })
  const idle = await inTurn(
    [few, many].map(
      ({ host }) =>
        () =>
          timed(() => host.timer('sweep')),
    ),
  )
  ratioLine(`sweep with nothing due: ${many.cases} stored ÷ ${few.cases}`, idle[1], idle[0], MOST)
  line('sweep with nothing due', `${ms(median(idle[1]))}`)
}

/** Fires the sweep until it finds nothing more to do. */
async function drain(host: TestHost): Promise<Drained> {
  const total: Drained = { calls: 0, tookMs: 0, warned: 0, delivered: 0 }
  for (;;) {
    const started = performance.now()
    const { warned, delivered } = (await host.timer('sweep')) as { warned: number; delivered: number }
    if (warned + delivered === 0) return total
    total.calls += 1
    total.tookMs += performance.now() - started
    total.warned += warned
    total.delivered += delivered
  }
}
