import { owedBy } from '@shared/flow/owed'
import type { CaseState } from '@shared/flow/state'
import { tasksOwed } from '@shared/flow/tasks'
import { applicantView, type CaseFacts } from '@shared/flow/views'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { beijingDay, type Instant } from '@shared/time/localDate'
import { beijing, caseAt, commands, deed, NOW, PERSON, after as stateAfter, submitCommand } from './support/cases'

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
