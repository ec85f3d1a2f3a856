import { idCheckCharacter } from '@shared/certificates/checkIdNumber'
import type { Role } from '@shared/contract/vocabulary'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import { caseEvent, type RecordedEvent } from '@shared/flow/events'
import { evolve, foldHistory } from '@shared/flow/evolve'
import { wantedGroups } from '@shared/flow/materials'
import { promiseOf } from '@shared/flow/promiseOf'
import { type CaseState, isClosed } from '@shared/flow/state'
import { taskOwed } from '@shared/flow/tasks'
import { applicantView, staffView } from '@shared/flow/views'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { warningLevels } from '@shared/rules/warnings'
import { type Instant, localDate } from '@shared/time/localDate'
import { effort } from '../support/effort'
import fc from '../support/fastCheck'
import { beijing, PERSON, submitCommand } from './support/cases'

/** Every notice this build carries is out, so that one calendar serves a whole history. */
const CALENDAR = calendarAsOf(localDate('2026-11-23'))
const HOUR = 3_600_000

const pictures = fc.array(fc.stringMatching(/^[0-9a-f]{32}$/), { minLength: 1, maxLength: 2 })
const idNumber = fc
  .tuple(
    fc.integer({ min: 1940, max: 2005 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([year, month, day, order]) => {
    const first17 = `450202${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(order).padStart(3, '0')}`
    return first17 + idCheckCharacter(first17)
  })
const paper = fc
  .record({
    group: fc.constantFrom('identity' as const, 'property' as const, 'property' as const),
    strange: fc.integer({ min: 0, max: 9 }),
    pictures,
  })
  .map(({ group, strange, pictures }) => ({
    group,
    kind: strange === 0 ? 'feasibilityStudy' : group === 'identity' ? 'idCard' : 'propertyCertificate',
    pictures,
  }))
const submission = fc
  .record({
    number: idNumber,
    withPicture: fc.boolean(),
    pictures,
    shop: fc.boolean(),
    kva: fc.integer({ min: 1, max: 160 }),
  })
  .map(
    ({ number, withPicture, pictures, shop, kva }): Command => ({
      ...submitCommand,
      use: shop ? 'business' : 'household',
      capacityKva: shop ? kva : null,
      identity: { kind: 'idCard', number, pictures: withPicture ? pictures : [] },
    }),
  )
const PICTURE = 'c'.repeat(32)
const later: fc.Arbitrary<Command> = fc.oneof(
  fc.constant<Command>({ type: 'accept' }),
  paper.map((paper): Command => ({ type: 'supplement', paper })),
  paper.map((paper): Command => ({ type: 'collect', paper })),
  fc.record({ externalLine: fc.boolean(), papers: fc.array(paper, { maxLength: 2 }) }).map(
    ({ externalLine, papers }): Command => ({
      type: 'visit',
      externalLine,
      meterPosition: '楼道',
      note: '',
      papers,
      site: [PICTURE],
      signature: null,
    }),
  ),
  fc.constant<Command>({ type: 'energize', meterNumber: '4502000012345' }),
  fc
    .record({
      task: fc.constantFrom('accept' as const, 'visit' as const, 'energize' as const),
      level: fc.constantFrom(...warningLevels),
    })
    .map((warning): Command => ({ type: 'warn', of: '', ...warning })),
  fc.constant<Command>({ type: 'recount' }),
  fc.constant<Command>({ type: 'correct', signature: 'd'.repeat(32), formDigest: '1'.repeat(64) }),
  fc.constant<Command>({ type: 'withdraw' }),
)
/** Whose step it usually is; now and then somebody else tries. */
const USUAL: Partial<Record<Command['type'], Role>> = {
  submit: 'applicant',
  accept: 'manager',
  supplement: 'applicant',
  collect: 'manager',
  visit: 'manager',
  energize: 'manager',
  correct: 'applicant',
  withdraw: 'applicant',
  warn: 'system',
  recount: 'system',
}
const steps = fc.array(
  fc
    .record({
      command: later,
      somebody: fc.oneof(
        { weight: 5, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom<Role>('applicant', 'manager', 'supervisor', 'system') },
      ),
      hours: fc.integer({ min: 0, max: 60 }),
    })
    .map(({ command, somebody, hours }) => ({ command, role: somebody ?? USUAL[command.type] ?? 'manager', hours })),
  { maxLength: 25, size: 'max' },
)
const start = fc.integer({ min: beijing('2019-03-01 00:00'), max: beijing('2026-10-01 00:00') })

interface Run {
  history: RecordedEvent[]
  /** The state after each agreed command, the submission first. */
  states: CaseState[]
  asked: { command: Command; role: Role; now: Instant; before: CaseState | null }[]
}

/** Sends a submission and then whatever comes; refusals change nothing. */
function play(first: Command, then: { command: Command; role: Role; hours: number }[], startedAt: Instant): Run {
  const run: Run = { history: [], states: [], asked: [] }
  let now = startedAt
  let state: CaseState | null = null
  for (const { command, role, hours } of [{ command: first, role: 'applicant' as Role, hours: 0 }, ...then]) {
    now += hours * HOUR
    run.asked.push({ command, role, now, before: state })
    const decision = decide(state, command, { now, role })
    if (!decision.ok) continue
    for (const event of decision.events) {
      state = evolve(state, event, now)
      const seq = run.history.length + 1
      run.history.push({ caseId: 'CASE', seq, at: now, by: { role, id: 'x' }, event, previousHash: '', hash: '' })
    }
    if (state) run.states.push(state)
  }
  return run
}

type Road = [first: Command, then: { command: Command; role: Role; hours: number }[], at: Instant]
const by = (role: Role, command: Command, hours = 2) => ({ command, role, hours })
const papers = [
  { group: 'identity' as const, kind: 'idCard' as const, pictures: [PICTURE] },
  { group: 'property' as const, kind: 'propertyCertificate' as const, pictures: [PICTURE] },
]
const visit: Command = {
  type: 'visit',
  externalLine: true,
  meterPosition: '楼道',
  note: '',
  papers,
  site: [PICTURE],
  signature: null,
}
const typed: Command = { ...submitCommand, identity: { kind: 'idCard', number: '450202198803120326', pictures: [] } }
/** Asked before anything drawn: to the end and taken back, so that every stage is there whatever the seed draws. */
const ROADS: Road[] = [
  [
    typed,
    [
      by('manager', { type: 'accept' }),
      by('manager', visit),
      by('manager', { type: 'energize', meterNumber: '4502000012345' }),
    ],
    beijing('2026-03-02 10:00'),
  ],
  [typed, [by('applicant', { type: 'withdraw' })], beijing('2026-03-02 10:00')],
]

const holds = (property: (run: Run) => void) =>
  fc.assert(
    fc.property(submission, steps, start, (first, then, at) => property(play(first, then, at))),
    { numRuns: effort(300, 5_000), examples: ROADS },
  )

test('the properties below are asked of every stage', () => {
  const reached = new Set<string>()
  holds(({ states }) => {
    for (const { status } of states) reached.add(status)
  })
  expect([...reached].sort()).toEqual(['accepted', 'energized', 'submitted', 'surveyed', 'withdrawn'])
})

test('a history replayed gives the same state, also after a round through storage', () => {
  holds(({ history, states }) => {
    expect(foldHistory(history)).toEqual(states.at(-1))
    const stored = history.map(({ event, at, by }) => ({
      event: caseEvent.parse(JSON.parse(JSON.stringify(event))),
      at,
      by,
    }))
    expect(foldHistory(stored)).toEqual(states.at(-1))
  })
})

test('equal questions get equal answers, and asking changes nothing', () => {
  holds(({ asked }) => {
    for (const { command, role, now, before } of asked) {
      const [state, question] = [structuredClone(before), structuredClone(command)]
      const answer = decide(before, command, { now, role })
      expect(decide(state, question, { now, role })).toEqual(answer)
      expect([before, command]).toEqual([state, question])
    }
  })
})

test('the promise never moves later than the day first promised', () => {
  holds(({ states }) => {
    const due = states.map((state) => promiseOf(state, CALENDAR)).filter((promised) => promised !== null)
    for (const [index, { dueAt }] of due.entries()) expect(dueAt).toBeLessThanOrEqual(due[Math.max(0, index - 1)].dueAt)
  })
})

test('a running case owes exactly one task, never due after the promise; a finished one owes nothing', () => {
  holds(({ states }) => {
    for (const state of states) {
      const task = taskOwed(state, CALENDAR)
      if (isClosed(state.status)) {
        expect(task).toBeNull()
        continue
      }
      expect(task).not.toBeNull()
      const promised = promiseOf(state, CALENDAR)
      if (promised) expect(task!.dueAt).toBeLessThanOrEqual(promised.dueAt)
    }
  })
})

test('power is on only with every paper there, and nothing follows it', () => {
  holds(({ history, states }) => {
    const at = history.findIndex(({ event }) => event.type === 'energized')
    if (at < 0) return
    expect(at).toBe(history.length - 1)
    expect(wantedGroups(states.at(-1)!)).toEqual([])
  })
})

test('what is missing is told once, at the acceptance, and named completely', () => {
  holds(({ history }) => {
    const told = history.filter(({ event }) => event.type === 'notified')
    const accepted = history.findIndex(({ event }) => event.type === 'accepted')
    expect(told.length).toBe(accepted < 0 ? 0 : 1)
    if (accepted >= 0) {
      const then = foldHistory(history.slice(0, accepted + 1))!
      expect(history[accepted + 1].event).toEqual({ type: 'notified', wanted: wantedGroups(then) })
    }
  })
})

/** Field names an event may have. A name, number, phone or address has no place among them. */
const EVENT_FIELDS = new Set(
  'type channel sources because reason site signature of personId use change byAgent vatInvoice customerClass applicantKind capacityKva district identity kind pictures signature consentNotice formDigest managerId ruleSetId wanted group via externalLine meterPosition note meterNumber task level cure calendar from to provisional'.split(
    ' ',
  ),
)

test('no event carries a name, number, phone or address', () => {
  holds(({ history, asked }) => {
    const first = asked[0].command
    const number = first.type === 'submit' ? first.identity.number : ''
    const text = JSON.stringify(history.map(({ event }) => event))
    expect(text).not.toContain(number)
    JSON.parse(text, (key, value) => {
      if (key !== '' && !/^\d+$/.test(key)) expect(EVENT_FIELDS).toContain(key)
      return value
    })
  })
})

test('no view shows the identity number whole', () => {
  holds(({ history, states, asked }) => {
    const first = asked[0].command
    const state = states[0] && states.at(-1)
    if (!state || first.type !== 'submit') return
    const now = asked.at(-1)!.now
    const facts = { id: 'CASE', version: 1, state, address: '文昌路18号', point: null, calendar: CALENDAR, now }
    const { number } = first.identity
    const person = { ...PERSON, identityNumber: number }
    const shown = [
      applicantView(facts, history, person, null),
      ...(['manager', 'supervisor'] as const).map((role) =>
        staffView(facts, history, person, { id: 'x', role, manager: null, colleagues: new Map(), proposals: [] }),
      ),
    ]
    expect(JSON.stringify(shown)).not.toContain(number)
  })
})
