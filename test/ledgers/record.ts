import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { RecordedEvent } from '@shared/flow/events'
import type { Person } from '@shared/flow/views'
import type {
  Head,
  PersonDocument,
  PointDocument,
  StaffDocument,
  TaskDocument,
} from '../../cloudfunctions/lib/store/documents'
import { demoCases } from '../../tools/demo/demoCases'
import { nextMove } from '../flow/support/walk/moves'
import { type Outcome, Walk } from '../flow/support/walk/Walk'
import { Driver } from '../support/driver'
import { seeded } from '../support/random'
import { type BesideCase, type Golden, seenOf } from './golden'

/**
 * `npm run ledgers:record -- 0.2`: records whole ledgers with their heads, tasks and everything people are shown of them, as
 * the code that is checked out makes them, for every later release to replay. Once a release, before it is changed.
 */
const HOUR = 3_600_000
const FROM = Date.UTC(2019, 2, 1) - 8 * HOUR
const UNTIL = Date.UTC(2026, 5, 1) - 8 * HOUR
const SEEDS = 4000
/** So often each thing is to be found among the recorded cases. */
const EACH = 2

const PERSON: Person = {
  name: '韦金花',
  identityKind: 'idCard',
  identityNumber: '450202197711117777',
  phone: '13877777777',
  contactName: '覃小明',
  address: '广西柳州市城中区龙城路7号',
  location: { latitude: 24.3, longitude: 109.4 },
  forms: [{ signedAt: FROM, digest: '0'.repeat(64) }],
  words: [{ number: 1, from: 'applicant', text: '太慢了' }],
}

/** What a case shows an example of. */
function tracesOf(walk: Walk, outcomes: readonly Outcome[]): string[] {
  const { state } = walk
  if (!state) return []
  const { customerClass, status, channel } = state
  return [
    `${customerClass} ${status}`,
    `${customerClass} ${channel}`,
    `rounds ${customerClass} ${state.inspections.length}`,
    `reviews ${state.reviews.length}`,
    ...walk.tasks.map(({ kind }) => `task ${customerClass} ${kind}`),
    ...outcomes.flatMap(({ events }) =>
      events.flatMap(({ event }) => [
        `${customerClass} ${event.type}`,
        ...(event.type === 'warned' ? [`warned ${event.level} ${event.task}`] : []),
        ...(event.type === 'replied' ? [`scheme ${event.scheme.template}`] : []),
        ...(event.type === 'recounted' ? [`moved ${event.from !== event.to}`] : []),
      ]),
    ),
  ]
}

function walked(): Golden[] {
  const met = new Map<string, number>()
  const kept: Golden[] = []
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const random = seeded(seed)
    const outcomes: Outcome[] = []
    const start = FROM + random.below(Math.floor((UNTIL - FROM) / HOUR)) * HOUR
    const walk = new Walk(start, (outcome) => outcomes.push(outcome))
    const steps = 3 + random.below(42)
    for (let step = 0; step < steps; step += 1) {
      walk.ask(nextMove(walk, random))
      walk.now += random.below(12) === 0 ? random.below(60 * 24) * HOUR : random.below(30 * 60) * 60_000
      if (random.below(3) === 0) walk.sweep()
    }
    const traces = [...new Set(tracesOf(walk, outcomes))]
    if (!walk.head || !traces.some((trace) => (met.get(trace) ?? 0) < EACH)) continue
    for (const trace of traces) met.set(trace, (met.get(trace) ?? 0) + 1)
    const point = walk.state!.scheme && { line: '10千伏城站线', pole: '12号杆' }
    const beside: BesideCase = {
      person: PERSON,
      manager: { id: walk.head.managerId!, name: '李强', phone: '0772-2001001' },
      names: { liqiang: '李强', lumin: '陆敏', r1: '罗海' },
      point,
    }
    const golden = { now: walk.now, head: walk.head, tasks: walk.tasks, ledger: walk.ledger, beside }
    kept.push({ from: `walk ${seed}`, ...golden, seen: seenOf(golden) })
  }
  console.log(`${kept.length} cases of ${SEEDS} walks show ${met.size} things`)
  return kept
}

async function demonstrated(): Promise<{ folder: Record<string, unknown[]>; cases: Golden[] }> {
  const driver = await Driver.start()
  try {
    await demoCases(driver.url)
    const folder = await driver.documents()
    const of = <T>(collection: string) => (folder[collection] ?? []) as unknown as T[]
    const now = Date.now()
    const cases = of<Head>('applications').map((head): Golden => {
      const ledger = of<RecordedEvent & { _id: string }>('events')
        .filter(({ caseId }) => caseId === head._id)
        .sort((a, b) => a.seq - b.seq)
        .map(({ _id, ...event }): RecordedEvent => event)
      const tasks = of<TaskDocument>('tasks').filter(({ caseId }) => caseId === head._id)
      const staff = of<StaffDocument>('staff')
      const manager = staff.find(({ _id }) => _id === head.managerId)!
      const point = of<PointDocument>('points').find(({ _id }) => _id === head.state.scheme?.point)
      const beside: BesideCase = {
        person: of<PersonDocument>('persons').find(({ _id }) => _id === head.state.personId)!,
        manager: { id: manager._id, name: manager.name, phone: manager.phone },
        names: Object.fromEntries(staff.map(({ _id, name }) => [_id, name])),
        point: point ? point.names.at(-1)! : null,
      }
      const golden = { now, head, tasks, ledger, beside }
      return { from: 'demonstration', ...golden, seen: seenOf(golden) }
    })
    return { folder, cases }
  } finally {
    await driver.stop()
  }
}

async function main(release: string | undefined): Promise<void> {
  if (!release) throw new Error('which release? npm run ledgers:record -- 0.2')
  const target = path.resolve(__dirname, '../fixtures/ledgers', release)
  mkdirSync(target, { recursive: true })
  const write = (file: string, text: string) => writeFileSync(path.join(target, file), gzipSync(text, { level: 9 }))
  const lines = (cases: Golden[]) => cases.map((each) => JSON.stringify(each)).join('\n')
  write('walk.jsonl.gz', lines(walked()))
  const { folder, cases } = await demonstrated()
  write('demo.jsonl.gz', lines(cases))
  write('folder.json.gz', JSON.stringify(folder))
}

main(process.argv[2]).catch((error) => {
  console.error(error)
  process.exitCode = 1
})
