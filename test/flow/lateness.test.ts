import { decide } from '@shared/flow/decide'
import { nextMissOf } from '@shared/flow/missed'
import { owedBy } from '@shared/flow/owed'
import type { CaseState } from '@shared/flow/state'
import { tasksOwed } from '@shared/flow/tasks'
import { applicantView, type CaseFacts } from '@shared/flow/views'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { beijingDay, type Instant } from '@shared/time/localDate'
import { outboxOf } from '../../cloudfunctions/lib/store/outbox'
import {
  beijing,
  caseAt,
  commands,
  deed,
  highVoltageAt,
  NOW,
  PERSON,
  after as stateAfter,
  submitCommand,
} from './support/cases'

/** What is late says by how much, and a complaint is answered by a day of its own. Monday 2026-11-23 is the day of everything. */
const calendar = calendarAsOf(beijingDay(NOW))
const seen = (state: CaseState, now: Instant) => {
  const facts: CaseFacts = { id: 'AAAAAAAAAAAAAA', version: 1, state, address: '', point: null, calendar, now }
  return applicantView(facts, [], PERSON, null)
}
const visited = () => {
  const visit = { ...commands.visit, externalLine: false, papers: [deed] }
  return stateAfter(stateAfter(null, submitCommand, 'applicant', NOW), visit, 'manager', NOW)
}

describe('a promise says how late it is', () => {
  // Without a line one working day: 11-24.
  test.each([
    ['2026-11-24 23:59', null],
    ['2026-11-25 00:00', { workingDays: 1, until: '2026-11-25' }],
    ['2026-11-27 10:00', { workingDays: 3, until: '2026-11-27' }],
    ['2026-11-29 10:00', { workingDays: 3, until: '2026-11-29' }],
  ])('at %s', (at, late) => {
    expect(seen(visited(), beijing(at)).promise!.late).toEqual(late)
  })

  test('once there is power it is what it was then', () => {
    const powered = (at: string) => stateAfter(visited(), commands.energize, 'manager', beijing(at))
    const later = beijing('2026-12-20 10:00')
    expect(seen(powered('2026-11-24 16:00'), later).promise!.late).toBeNull()
    expect(seen(powered('2026-11-26 16:00'), later).promise!.late).toEqual({ workingDays: 2, until: '2026-11-26' })
  })
})

describe('a complaint', () => {
  const complained = () => stateAfter(caseAt('accepted'), commands.complain, 'applicant', NOW)

  test('is answered within 5 working days, and says when it is late', () => {
    const at = (when: string, state = complained()) => seen(state, beijing(when)).complaints[0]!
    expect(at('2026-11-30 23:59')).toMatchObject({ dueDay: '2026-11-30', provisional: false, late: false })
    expect(at('2026-12-01 00:00')).toMatchObject({ dueDay: '2026-11-30', late: true })
    const answer = (when: string) => stateAfter(complained(), commands.answerComplaint, 'supervisor', beijing(when))
    expect(at('2026-12-20 10:00', answer('2026-11-30 10:00')).late).toBe(false)
    expect(at('2026-12-20 10:00', answer('2026-12-01 10:00')).late).toBe(true)
  })

  test('outlives the application it is about: it is owed, warned of and answered', () => {
    const gone = stateAfter(complained(), commands.withdraw, 'applicant', NOW)
    expect(owedBy(gone).map(({ kind }) => kind)).toEqual(['complaint'])
    expect(tasksOwed(gone, calendar)[0]!.warnings.length).toBeGreaterThan(0)
    const answered = stateAfter(gone, commands.answerComplaint, 'supervisor', NOW)
    expect(owedBy(answered)).toEqual([])
    expect(answered.status).toBe('withdrawn')
  })
})

describe('超过承诺: a promise that is missed', () => {
  const missed = () => stateAfter(visited(), commands.miss, 'system', beijing('2026-11-25 00:01'))
  const given = () => stateAfter(missed(), commands.giveNewDay, 'manager', beijing('2026-11-25 10:00'))

  test('is found when its day is over, once, and again when the new day is', () => {
    const next = (state: CaseState) => nextMissOf(state, calendar)
    expect(next(visited())).toEqual({ dueDay: '2026-11-24', at: beijing('2026-11-25 00:00') })
    expect(next(missed())).toBeNull()
    expect(next(given())).toEqual({ dueDay: '2026-12-03', at: beijing('2026-12-04 00:00') })
    const again = { ...commands.miss, dueDay: '2026-12-03' }
    const later = stateAfter(given(), again, 'system', beijing('2026-12-04 00:01'))
    expect(later.missed).toMatchObject({ dueDay: '2026-12-03', newDay: null })
    expect(stateAfter(missed(), commands.miss, 'system', beijing('2026-11-25 00:02'))).toEqual(missed())
  })

  test('the manager owes a new day by the next working day, and nothing makes one up', () => {
    const owed = tasksOwed(missed(), calendar).find(({ kind }) => kind === 'newDay')
    expect(owed).toMatchObject({ dueDay: '2026-11-25', assignee: missed().managerId })
    expect(seen(missed(), beijing('2026-11-25 09:00')).missed).toEqual({
      dueDay: '2026-11-24',
      newDayBy: '2026-11-25',
      newDay: null,
    })
    expect(tasksOwed(given(), calendar).some(({ kind }) => kind === 'newDay')).toBe(false)
    expect(seen(given(), NOW).missed!.newDay).toEqual({ day: '2026-12-03', because: '施工力量不足' })
    // The promise itself stays what it was.
    expect(seen(given(), NOW).dueDay).toBe('2026-11-24')
  })

  test('a new day is said once, of a day to come, for what was missed', () => {
    const codeOf = (state: CaseState, day: string) => {
      const asked = { now: beijing('2026-11-25 10:00'), role: 'manager' as const }
      const decision = decide(state, { ...commands.giveNewDay, day }, asked)
      return decision.ok ? 'ok' : decision.error.code
    }
    expect(codeOf(missed(), '2026-11-24')).toBe('DAY_PAST')
    expect(codeOf(missed(), '2026-11-25')).toBe('ok')
    expect(codeOf(given(), '2026-12-08')).toBe('NOT_ALLOWED')
    expect(codeOf(visited(), '2026-12-08')).toBe('NOT_ALLOWED')
  })

  test('with power, or in the customer’s own time, nothing is missed any more', () => {
    expect(stateAfter(missed(), commands.energize, 'manager', NOW).missed).toBeNull()
    expect(nextMissOf(highVoltageAt('replied'), calendar)).toBeNull()
    expect(stateAfter(highVoltageAt('replied'), commands.miss, 'system', NOW).missed).toBeNull()
  })

  test('the applicant is told with an apology and 12398, the manager what is owed; 已送电 carries the real day', () => {
    const by = { role: 'system' as const, id: 's' }
    const told = (state: CaseState, event: object, at: Instant) => {
      const head = { _id: 'AAAAAAAAAAAAAA', owner: 'o', managerId: 'm', district: '城中区', state }
      const telling = { tasks: tasksOwed(state, calendar), calendar, alsoTell: [], by, before: head as never }
      return outboxOf(head as never, [{ caseId: head._id, seq: 9, at, by, event } as never], telling)
    }
    const late = told(missed(), { type: 'promiseMissed', dueDay: '2026-11-24' }, beijing('2026-11-25 00:01'))
    expect(late.map(({ to, message }) => [to.kind, message.tip, message.dueDay])).toEqual([
      ['staff', '超过承诺了，请告诉用户新的日子', '2026-11-25'],
      ['applicant', '对不起，晚了。可打12398投诉', '2026-11-24'],
    ])
    const said = told(given(), { type: 'newDayGiven', day: '2026-12-03', cause: 'crewShortage' }, NOW)
    expect(said.find(({ to }) => to.kind === 'applicant')!.message).toMatchObject({ dueDay: '2026-12-03' })
    const at = beijing('2026-11-26 16:00')
    const powered = stateAfter(missed(), commands.energize, 'manager', at)
    const [push] = told(powered, { type: 'energized', meterNumber: '1' }, at)
    expect(push!.message).toMatchObject({ state: '已送电', dueDay: '2026-11-26' })
  })
})
