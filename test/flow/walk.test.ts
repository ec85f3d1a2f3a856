import { customerClass, status } from '@shared/contract/vocabulary'
import { type CaseEvent, caseEvent } from '@shared/flow/events'
import { schemeTemplates } from '@shared/rules/schemes'
import { warningLevels } from '@shared/rules/warnings'
import { effort, SEED } from '../support/effort'
import { seeded } from '../support/random'
import { beijing } from './support/cases'
import { Checks, VIEWERS } from './support/walk/checks'
import { ACTIONS, nextMove } from './support/walk/moves'
import { type Outcome, Walk } from './support/walk/Walk'

const COMMANDS = effort(20_000, 1_000_000)
/** The walk goes on until it has been everywhere. No seed takes nearly so long. */
const MOST_COMMANDS = 2_000_000
const A_CASE = 45
const HOUR = 3_600_000
const FROM = beijing('2019-03-01 00:00')
const UNTIL = beijing('2026-06-01 00:00')

const reached = new Map<string, number>()
const count = (what: string, times = 1) => reached.set(what, (reached.get(what) ?? 0) + times)

function tally({ command, role, code, events, pushes }: Outcome, walk: Walk): void {
  count(code === null ? `agreed ${command.type}` : `refused ${code}`)
  if (code === null) count(`by ${role}`)
  for (const { event } of events) {
    count(`event ${event.type}`)
    if (event.type === 'warned') count(`warning ${event.level}`)
    if (event.type === 'inspected' && event.problems.some(({ late }) => late)) count('a problem late')
    if (event.type === 'replied') count(`scheme ${event.scheme.template}`)
    if (event.type === 'recounted' && event.from !== event.to) count('a promise moved')
  }
  for (const { to, message } of pushes) count(`push ${message.template} to ${to.kind}`)
  if (!walk.state) return
  count(`${walk.state.customerClass} ${walk.state.status}`)
  if (walk.state.inspections.length > 2) count('a third inspection')
}

/** One case's walk, repeatable by its number. Answers what went wrong in it. */
function walkOne(number: number): { asked: number; wrong: string[] } {
  const random = seeded(SEED + number)
  const checks = new Checks()
  const walk = new Walk(FROM + random.below(Math.floor((UNTIL - FROM) / HOUR)) * HOUR, (outcome, self) => {
    checks.after(outcome, self)
    tally(outcome, self)
  })
  for (let step = 0; step < A_CASE; step += 1) {
    walk.ask(nextMove(walk, random))
    // Mostly hours go by, sometimes weeks; the sweep comes along now and then.
    walk.now += random.below(12) === 0 ? random.below(60 * 24) * HOUR : random.below(30 * 60) * 60_000
    if (random.below(3) > 0) continue
    // One look may bring the next about; after that there is nothing more to say.
    walk.sweep()
    walk.sweep()
    const again = walk.tasks.filter(({ attentionAt }) => attentionAt <= walk.now)
    if (again.length > 0) checks.wrong.push(`the sweep comes back to ${again.map(({ _id }) => _id)} each minute`)
  }
  checks.atEnd(walk)
  for (const what of checks.seen) count(what)
  const asked = walk.asked.length
  if (checks.wrong.length > 0)
    checks.wrong.push(
      ...walk.asked.map(
        ({ command, role, code, now }) =>
          `${new Date(now).toISOString()} ${role} ${JSON.stringify(command)} → ${code ?? 'agreed'}`,
      ),
    )
  return { asked, wrong: checks.wrong }
}

test(
  `a random walk of ${COMMANDS} commands and more: nothing that must not be`,
  () => {
    let asked = 0
    let cases = 0
    for (; asked < COMMANDS || (asked < MOST_COMMANDS && unseen().length > 0); cases += 1) {
      const one = walkOne(cases)
      asked += one.asked
      if (one.wrong.length > 0) throw new Error(`SEED=${SEED}, case ${cases}:\n${one.wrong.join('\n')}`)
    }
    count('commands', asked)
    count('cases', cases)
  },
  HOUR,
)

const HIGH = [
  'submitted',
  'accepted',
  'planning',
  'replied',
  'inspecting',
  'remedying',
  'passed',
  'energized',
  'withdrawn',
]
const LOW = ['submitted', 'accepted', 'surveyed', 'energized', 'withdrawn']
const EXPECTED = [
  ...customerClass.options.flatMap((each) =>
    (each.startsWith('hv') ? HIGH : LOW).flatMap((at) => [
      `${each} ${at}`,
      ...VIEWERS.map((viewer) => `${viewer} saw ${each} ${at}`),
    ]),
  ),
  ...caseEvent.options.map(({ shape }) => `event ${[...shape.type.values][0] as CaseEvent['type']}`),
  ...ACTIONS.map((action) => `agreed ${action}`),
  ...['applicant', 'manager', 'reviewer', 'supervisor', 'system'].map((role) => `by ${role}`),
  ...warningLevels.map((level) => `warning ${level}`),
  ...schemeTemplates.map(({ code }) => `scheme ${code}`),
  ...['progress to applicant', 'task to staff'].map((push) => `push ${push}`),
  'a problem late',
  'a promise moved',
  'a third inspection',
]
/** Refusals the deciders have; what functions refuse before is not among them. */
const REFUSALS =
  `NOT_ALLOWED BAD_REQUEST ID_NUMBER_WRONG MATERIAL_NOT_ALLOWED MATERIAL_ALREADY_RECEIVED MATERIAL_NOT_RECEIVED
  MATERIALS_MISSING   SCHEME_UNSUITABLE REVIEW_EXEMPT REVIEW_TOO_WIDE REVIEW_UNANSWERED REPORT_MISSING PROBLEMS_LEFT ASSIGNED_ALREADY OUTAGE_TOO_EARLY
  DAY_PAST TIME_PAST URGED_ALREADY COMPLAINTS_OPEN ANSWERED_ALREADY RATED_ALREADY ANOMALY_RECORDED NOT_FOUND`.split(
    /\s+/,
  )
const unseen = () => [...EXPECTED, ...REFUSALS.map((code) => `refused ${code}`)].filter((what) => !reached.has(what))

test('the walk came everywhere: each class and status, each event, action, warning, scheme and refusal', () => {
  const lines = [...reached].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, times]) => `${what} ${times}`)
  process.stdout.write(`SEED=${SEED}\n${lines.join(', ')}\n`)
  expect(status.options.filter((each) => ![...LOW, ...HIGH].includes(each))).toEqual([])
  expect(unseen()).toEqual([])
})
