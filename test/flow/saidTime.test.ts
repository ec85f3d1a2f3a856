import type { Role } from '@shared/contract/vocabulary'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import type { CaseEvent } from '@shared/flow/events'
import { evolve } from '@shared/flow/evolve'
import { outcomeOf } from '@shared/flow/outcome'
import { promiseOf } from '@shared/flow/promiseOf'
import { recordForStaff } from '@shared/flow/record'
import type { CaseState } from '@shared/flow/state'
import { tasksOwed } from '@shared/flow/tasks'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { localDate } from '@shared/time/localDate'
import { agreed, beijing, commands, deed, factoryCommand, PROBLEM, submitCommand } from './support/cases'

/** 补传: a physical act has the time it was said done beside the time it was received (domain §3.9). */
const calendar = calendarAsOf(localDate('2026-12-31'))
interface At {
  received: string
  said?: string
}
function events(state: CaseState | null, command: Command, role: Role, { received, said }: At): CaseEvent[] {
  const asked = { now: beijing(received), role, said: said ? { at: beijing(said), calendar } : undefined }
  return agreed(decide(state, command, asked))
}
const then = (state: CaseState | null, command: Command, role: Role, at: At): CaseState =>
  events(state, command, role, at).reduce<CaseState | null>(
    (folded, event) => evolve(folded, event, beijing(at.received)),
    state,
  )!

/** A resident's case, accepted on a Monday, without an external line: power is promised for Tuesday 2026-11-24. */
const accepted = then(null, submitCommand, 'applicant', { received: '2026-11-23 10:00' })
const visit = { ...commands.visit, papers: [deed] }
const surveyed = then(accepted, visit, 'manager', { received: '2026-11-23 15:00' })
const outcome = (state: CaseState) => outcomeOf(state, calendar)!
const kinds = (state: CaseState) => tasksOwed(state, calendar).map(({ kind, assignee }) => [kind, assignee])

test('the promise the examples stand on', () => {
  expect(promiseOf(surveyed, calendar)?.dueDay).toBe('2026-11-24')
})

describe('switched on at 16:00 of the promised day, received the next morning', () => {
  const late = { received: '2026-11-25 08:10', said: '2026-11-24 16:00' }
  const waiting = then(surveyed, commands.energize, 'manager', late)

  test('both times are in the record; until somebody confirms, the time of receipt counts', () => {
    const [event] = events(surveyed, commands.energize, 'manager', late)
    expect(event).toMatchObject({ type: 'energized', said: { at: beijing('2026-11-24 16:00'), standing: 'asked' } })
    expect(waiting.energizedAt).toBe(beijing('2026-11-25 08:10'))
    expect(outcome(waiting).kept).toBe(false)
    expect(waiting.backfills).toEqual([
      {
        act: 'energized',
        round: null,
        saidAt: beijing('2026-11-24 16:00'),
        receivedAt: beijing('2026-11-25 08:10'),
        standing: 'asked',
      },
    ])
  })

  test('the supervisors owe it, and nobody is warned of the connection any more', () => {
    expect(kinds(waiting)).toEqual([['confirmTime', 'supervision:城中区']])
  })

  test.each(['applicant', 'supervisor'] as const)('confirmed by the %s it was kept; once only', (role) => {
    const confirmed = then(waiting, commands.confirmTime, role, { received: '2026-11-25 09:00' })
    expect(confirmed.energizedAt).toBe(beijing('2026-11-24 16:00'))
    expect(outcome(confirmed)).toMatchObject({ kept: true, workingDaysUsed: 1 })
    expect(kinds(confirmed)).toEqual([])
    const again = decide(confirmed, commands.confirmTime, { now: beijing('2026-11-25 10:00'), role })
    expect(again).toMatchObject({ ok: false, error: { code: 'TIME_ANSWERED' } })
  })

  test('said not to be so, it stays late', () => {
    const no = { type: 'confirmTime', number: 1, right: false } as const
    const declined = then(waiting, no, 'applicant', { received: '2026-11-25 09:00' })
    expect(outcome(declined).kept).toBe(false)
    expect(declined.backfills[0]!.standing).toBe('declined')
    expect(kinds(declined)).toEqual([])
  })

  test('an account manager confirms nothing', () => {
    const own = decide(waiting, commands.confirmTime, { now: beijing('2026-11-25 09:00'), role: 'manager' })
    expect(own).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
  })
})

test('two minutes before midnight is asked about too: it is the verdict that matters, not the gap', () => {
  const at = { received: '2026-11-25 00:01', said: '2026-11-24 23:59' }
  expect(then(surveyed, commands.energize, 'manager', at).backfills[0]!.standing).toBe('asked')
})

test.each([
  ['on time either way', { received: '2026-11-24 18:00', said: '2026-11-24 10:00' }, true],
  ['late either way', { received: '2026-11-27 18:00', said: '2026-11-26 10:00' }, false],
])('%s, nobody is asked and the said time counts', (_, at, kept) => {
  const state = then(surveyed, commands.energize, 'manager', at)
  expect(state.backfills[0]!.standing).toBe('taken')
  expect(state.energizedAt).toBe(beijing(at.said))
  expect(outcome(state).kept).toBe(kept)
  expect(kinds(state)).toEqual([])
})

test.each([
  ['in the future', { received: '2026-11-25 08:10', said: '2026-11-25 09:00' }],
  ['before the survey it rests on', { received: '2026-11-25 08:10', said: '2026-11-23 14:00' }],
])('a said time %s counts for nothing, and the record says so', (_, at) => {
  const [event] = events(surveyed, commands.energize, 'manager', at)
  const state = then(surveyed, commands.energize, 'manager', at)
  expect(state.backfills[0]!.standing).toBe('untenable')
  expect(state.energizedAt).toBe(beijing(at.received))
  const by = { role: 'manager' as const, id: 'liqiang' }
  const recorded = { caseId: 'CASE', seq: 1, at: beijing(at.received), by, event: event!, previousHash: '', hash: '' }
  expect(recordForStaff([recorded], new Map())[0]!.text).toContain('按收到的时间算')
})

test('sent at once, there is no 补传: pictures take a moment, and a device’s clock may be a little ahead', () => {
  for (const said of ['2026-11-24 10:00', '2026-11-24 10:08'])
    expect(then(surveyed, commands.energize, 'manager', { received: '2026-11-24 10:05', said }).backfills).toEqual([])
})

test('survey and connection of one trip come in together: the said survey is what the connection rests on', () => {
  const trip = then(accepted, visit, 'manager', { received: '2026-11-25 08:00', said: '2026-11-24 14:00' })
  // The work that follows begins when the survey is received: nobody is told of a task left unread that could not be seen.
  expect(trip.surveyedAt).toBe(beijing('2026-11-25 08:00'))
  const both = then(trip, commands.energize, 'manager', { received: '2026-11-25 08:01', said: '2026-11-24 16:00' })
  expect(both.backfills.map(({ act, standing }) => [act, standing])).toEqual([
    ['surveyed', 'taken'],
    ['energized', 'asked'],
  ])
})

test('a list of problems that would stop the clock a day earlier is asked about', () => {
  const road: [Command, Role, string][] = [
    [
      { ...visit, papers: [deed, { group: 'projectApproval', kind: 'projectApproval', pictures: ['e'.repeat(32)] }] },
      'manager',
      '2026-11-23 15:00',
    ],
    [commands.reply, 'manager', '2026-11-24 10:00'],
    [commands.requestInspection, 'applicant', '2026-11-25 10:00'],
  ]
  const first = then(null, factoryCommand, 'applicant', { received: '2026-11-23 10:00' })
  const inspecting = road.reduce((state, [command, role, received]) => then(state, command, role, { received }), first)
  const failed: Command = { type: 'inspect', problems: [PROBLEM] }
  const at = { received: '2026-11-27 09:00', said: '2026-11-26 16:00' }
  const waiting = then(inspecting, failed, 'manager', at)
  expect(waiting.backfills[0]).toMatchObject({ act: 'inspected', round: 1, standing: 'asked' })
  expect(waiting.inspections[0]!.at).toBe(beijing(at.received))
  const confirmed = then(waiting, commands.confirmTime, 'applicant', { received: '2026-11-27 10:00' })
  expect(confirmed.inspections[0]!.at).toBe(beijing(at.said))
})
