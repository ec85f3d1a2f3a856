import { promiseOf } from '@shared/flow/promiseOf'
import { roadOf } from '@shared/flow/road'
import type { CaseState } from '@shared/flow/state'
import { taskRowOf } from '@shared/flow/taskRow'
import { tasksOwed } from '@shared/flow/tasks'
import { applicantView, type CaseFacts, cardOf, staffView } from '@shared/flow/views'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { beijingDay } from '@shared/time/localDate'
import { headOf, taskOf } from '../../cloudfunctions/lib/store/entries'
import { genesisOf } from '../../cloudfunctions/lib/store/ledger'
import { outboxOf } from '../../cloudfunctions/lib/store/outbox'
import {
  beijing,
  caseAt,
  commands,
  factoryCommand,
  highVoltageAt,
  NOW,
  PERSON,
  shopCommand,
  after as stateAfter,
  submitCommand,
} from './support/cases'

/** The road as the plan numbers it, one day for everybody who looks, and how sure that day is wherever it is shown. */
const calendar = calendarAsOf(beijingDay(NOW))
const roadIn = (state: CaseState) => roadOf(state, promiseOf(state, calendar), calendar)

describe('two stages at low voltage, three at high', () => {
  test.each([
    ['low voltage', caseAt('accepted'), ['用电报装', '装表接电']],
    ['high voltage', highVoltageAt('replied'), ['用电报装', '现场勘查及供电方案答复', '竣工检验和装表接电']],
  ])('%s', (_name, state, titles) => {
    const road = roadIn(state)
    expect(road.map(({ title }) => title)).toEqual(titles)
    expect(road.map(({ number }) => number)).toEqual(titles.map((_, index) => index + 1))
  })

  test('every step lies within a stage, and a stage is done with its last', () => {
    const road = roadIn(highVoltageAt('inspecting'))
    expect(road.map(({ state, steps }) => [state, steps.map((step) => [step.key, step.state])])).toEqual([
      [
        'done',
        [
          ['submitted', 'done'],
          ['accepted', 'done'],
        ],
      ],
      [
        'done',
        [
          ['surveyed', 'done'],
          ['replied', 'done'],
        ],
      ],
      [
        'now',
        [
          ['requested', 'done'],
          ['passed', 'now'],
          ['energized', 'todo'],
        ],
      ],
    ])
    expect(roadIn(caseAt('energized')).every(({ state }) => state === 'done')).toBe(true)
  })

  test('an application taken back ends in the stage it had reached', () => {
    const road = roadIn(caseAt('withdrawn'))
    expect(road.at(-1)!.steps.at(-1)!.key).toBe('withdrawn')
    expect(road.flatMap(({ steps }) => steps).every(({ at }) => at !== null)).toBe(true)
  })
})

/** A head and its first row, as a commit writes them. */
function written(state: CaseState, at = NOW) {
  const known = calendarAsOf(beijingDay(at))
  const by = { role: 'applicant' as const, id: 'p' }
  const opening = { owner: 'o', person: { ...PERSON, _id: 'p', owner: 'o', createdAt: at } as never }
  const input = { caseId: 'AAAAAAAAAAAAAA', command: submitCommand, by, opening }
  const last = { seq: 1, hash: genesisOf('A'), at }
  const head = headOf(input, null, state, last, { calendar: known, address: null })
  const facts: CaseFacts = { id: head._id, version: 1, state, address: '', point: null, calendar: known, now: at }
  return { head, facts, known, tasks: tasksOwed(state, known) }
}

describe('one day per case', () => {
  test('the list shows the day the page shows, and the step’s own beside it', () => {
    const state = stateAfter(null, submitCommand, 'applicant', NOW)
    const { head, facts, known, tasks } = written(state)
    const row = taskRowOf('t', taskOf(head, tasks[0]!), known, NOW)
    expect(row.promised).toEqual({ what: '通电', day: cardOf(facts).dueDay, provisional: false })
    const staff = staffView(facts, [], PERSON, {
      id: 'm',
      role: 'manager',
      manager: null,
      colleagues: new Map(),
      proposals: [],
    })
    const applicant = applicantView(facts, [], PERSON, null)
    const stepNow = staff.road.flatMap(({ steps }) => steps).find((step) => step.state === 'now')!
    expect([staff.dueDay, applicant.dueDay]).toEqual([row.promised!.day, row.promised!.day])
    expect(row.dueDay).toBe(stepNow.plannedDay)
    expect(row.dueDay < row.promised!.day).toBe(true)
  })
})

describe('a day a notice may still move says so wherever it is shown', () => {
  const at = beijing('2026-12-30 10:00')
  test.each([
    ['a shop', shopCommand],
    ['a factory', factoryCommand],
  ])('%s accepted on 2026-12-30', (_name, command) => {
    const state = stateAfter(null, command, 'applicant', at)
    const { head, facts, known, tasks } = written(state, at)
    const card = cardOf(facts)
    const { promise, road } = applicantView(facts, [], PERSON, null)
    expect(card).toMatchObject({ provisional: true })
    const shown = [promise!.limit, ...promise!.others].filter(({ dueDay }) => dueDay > '2027-01-04')
    expect(shown.length > 0 && shown.every(({ provisional }) => provisional)).toBe(true)
    expect(promise!.earlierProvisional).toBe(promise!.earlierDay !== null)
    const planned = road.flatMap(({ steps }) => steps).filter(({ plannedDay }) => plannedDay !== null)
    expect(planned.length > 0 && planned.every(({ provisional }) => provisional)).toBe(true)
    const row = taskRowOf('t', taskOf(head, tasks[0]!), known, at)
    expect([row.provisional, row.promised!.provisional]).toEqual([true, true])
    const event = { type: 'notified', wanted: [] } as const
    const recorded = { caseId: head._id, seq: 2, at, by: { role: 'system', id: 'rules' }, event } as never
    const telling = { tasks, calendar: known, alsoTell: [], by: { role: 'system', id: 's' } as const, before: null }
    const [push] = outboxOf(head, [recorded], telling)
    expect(push!.message.what).toMatch(/（日期暂定）$/)
    expect(push!.message.what.length).toBeLessThanOrEqual(20)
  })

  test('and one that is settled does not', () => {
    const { facts, tasks } = written(stateAfter(null, shopCommand, 'applicant', NOW))
    const { promise, road, provisional } = applicantView(facts, [], PERSON, null)
    const steps = road.flatMap((stage) => stage.steps)
    expect([provisional, promise!.earlierProvisional, tasks[0]!.provisional]).toEqual([false, false, false])
    expect([promise!.limit, ...promise!.others, ...steps].some((each) => each.provisional)).toBe(false)
  })
})

describe('a push carries its own task’s day', () => {
  const complained = [commands.complain].reduce(
    (state, command) => stateAfter(state, command, 'applicant'),
    caseAt('accepted'),
  )
  const { head, known, tasks } = written({ ...complained, managerId: 'm' })
  const tell = (event: object, alsoTell: string[]) =>
    outboxOf(head, [{ caseId: head._id, seq: 9, at: NOW, event } as never], {
      tasks,
      calendar: known,
      alsoTell,
      by: { role: 'system', id: 's' },
      before: head,
    })
  const dayOf = (kind: string) => tasks.find((task) => task.kind === kind)!.dueDay

  test('a complaint’s is the complaint’s, and the visit’s the visit’s', () => {
    expect(dayOf('complaint')).not.toBe(dayOf('visit'))
    const warned = { type: 'warned', level: 'overdue', cure: 'x' }
    const [complaint] = tell({ ...warned, task: 'complaint', of: '1' }, ['supervisor'])
    expect(complaint!.message.dueDay).toBe(dayOf('complaint'))
    const [visit] = tell({ ...warned, task: 'visit', of: '' }, [])
    expect(visit!.message.dueDay).toBe(dayOf('visit'))
  })

  test.each([
    ['complained', { type: 'complained', number: 1, topic: 'late' }],
    ['warned', { type: 'warned', task: 'complaint', of: '1', level: 'overdue', cure: 'x' }],
    ['left unread', { type: 'taskLeftUnread', task: 'complaint', of: '1' }],
  ])('a manager is never told of a complaint about them: %s', (_name, event) => {
    const told = tell(event, ['supervisor', 'm']).map(({ to }) => (to as { staffId: string }).staffId)
    expect(told).toEqual(['supervisor'])
  })
})
