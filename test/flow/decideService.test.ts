import type { Role } from '@shared/contract/vocabulary'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import { appointmentView, slotsOf } from '@shared/flow/detailViews'
import type { CaseState } from '@shared/flow/state'
import { tasksOwed } from '@shared/flow/tasks'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { type Instant, localDate } from '@shared/time/localDate'
import { agreed, beijing, caseAt, commands, highVoltageAt, NOW, after as then } from './support/cases'

const HOUR = 3_600_000
const when = (state: CaseState, command: Command, role: Role, now: Instant = NOW) =>
  decide(state, command, { now, role })
const codeOf = (state: CaseState, command: Command, role: Role, now: Instant = NOW) => {
  const decision = when(state, command, role, now)
  return decision.ok ? 'ok' : decision.error.code
}

describe('约定时间', () => {
  test.each<[string, CaseState, Command, string]>([
    ['for the step the case is in', caseAt('accepted'), commands.appoint, 'ok'],
    ['for today', caseAt('accepted'), { ...commands.appoint, day: '2026-11-23' }, 'ok'],
    ['for yesterday', caseAt('accepted'), { ...commands.appoint, day: '2026-11-22' }, 'DAY_PAST'],
    ['for another step', caseAt('accepted'), { ...commands.appoint, task: 'energize' }, 'NOT_ALLOWED'],
    ['for power after the survey', caseAt('surveyed'), { ...commands.appoint, task: 'energize' }, 'ok'],
    ['for power once the works passed', highVoltageAt('passed'), { ...commands.appoint, task: 'energize' }, 'ok'],
  ])('%s', (_what, state, command, code) => {
    expect(codeOf(state, command, 'applicant')).toBe(code)
    expect(codeOf(state, command, 'manager')).toBe(code)
  })

  test.each<[string, string, 'morning' | 'afternoon', string]>([
    ['11:59', '2026-11-23', 'morning', 'ok'],
    ['12:00', '2026-11-23', 'morning', 'TIME_PAST'],
    ['12:00', '2026-11-23', 'afternoon', 'ok'],
    ['17:29', '2026-11-23', 'afternoon', 'ok'],
    ['17:30', '2026-11-23', 'afternoon', 'TIME_PAST'],
    ['23:59', '2026-11-24', 'morning', 'ok'],
  ])('at %s for %s, %s: %s', (time, day, part, code) => {
    const at = beijing(`2026-11-23 ${time}`)
    expect(codeOf(caseAt('accepted'), { ...commands.appoint, day, part }, 'applicant', at)).toBe(code)
  })

  test('today is offered while its hours last, and an agreed day only until it has passed', () => {
    const calendar = calendarAsOf(localDate('2026-11-23'))
    const at = (time: string) => slotsOf(caseAt('accepted'), calendar, beijing(`2026-11-23 ${time}`))
    expect(at('17:29')).toEqual(['2026-11-23', '2026-11-24'])
    expect(at('17:30')).toEqual(['2026-11-24'])
    const agreedOn = then(caseAt('accepted'), commands.appoint, 'manager')
    expect(appointmentView(agreedOn, beijing('2026-11-24 23:59'))).toMatchObject({ day: '2026-11-24' })
    expect(appointmentView(agreedOn, beijing('2026-11-25 00:00'))).toBeNull()
  })

  test('the same again is nothing new; the visit takes it away', () => {
    const agreedOn = then(caseAt('accepted'), commands.appoint, 'manager')
    expect(agreed(when(agreedOn, commands.appoint, 'applicant'))).toEqual([])
    expect(agreed(when(agreedOn, { ...commands.appoint, part: 'afternoon' }, 'applicant'))).toHaveLength(1)
    expect(then(agreedOn, commands.visit, 'manager').appointment).toBeNull()
  })
})

test('催办: heard once, refused for four hours, heard again', () => {
  const once = then(caseAt('accepted'), commands.urge, 'applicant')
  expect(agreed(when(caseAt('accepted'), commands.urge, 'applicant'))).toEqual([{ type: 'urged', task: 'visit' }])
  expect(codeOf(once, commands.urge, 'applicant', NOW + 4 * HOUR - 1)).toBe('URGED_ALREADY')
  expect(codeOf(once, commands.urge, 'applicant', NOW + 4 * HOUR)).toBe('ok')
  // While it is the customer's own turn nobody's step is urged.
  expect(agreed(when(highVoltageAt('replied'), commands.urge, 'applicant'))).toEqual([{ type: 'urged', task: null }])
})

describe('投诉', () => {
  const complained = (times: number) =>
    Array.from({ length: times }).reduce<CaseState>(
      (state) => then(state, commands.complain, 'applicant'),
      caseAt('accepted'),
    )
  test('three may be open at once', () => {
    expect(codeOf(complained(2), commands.complain, 'applicant')).toBe('ok')
    expect(codeOf(complained(3), commands.complain, 'applicant')).toBe('COMPLAINTS_OPEN')
    const answered = then(complained(3), { type: 'answerComplaint', number: 2 }, 'supervisor')
    expect(agreed(when(answered, commands.complain, 'applicant'))).toEqual([
      { type: 'complained', number: 4, topic: 'late' },
    ])
  })

  test.each([
    [0, 'NOT_FOUND'],
    [1, 'ok'],
    [2, 'NOT_FOUND'],
    [1.5, 'NOT_FOUND'],
    [-1, 'NOT_FOUND'],
  ])('number %p is answered: %s', (number, code) => {
    expect(codeOf(complained(1), { type: 'answerComplaint', number }, 'supervisor')).toBe(code)
  })

  test('answered once', () => {
    const answered = then(complained(1), commands.answerComplaint, 'supervisor')
    expect(codeOf(answered, commands.answerComplaint, 'supervisor')).toBe('ANSWERED_ALREADY')
    expect(tasksOwed(answered, calendarAsOf(localDate('2026-11-23'))).map(({ kind }) => kind)).toEqual(['visit'])
  })
})

describe('用时异常', () => {
  test('one of a cause at a time; again once it is over', () => {
    const lasting = then(caseAt('accepted'), commands.recordAnomaly, 'manager')
    expect(codeOf(lasting, commands.recordAnomaly, 'manager')).toBe('ANOMALY_RECORDED')
    expect(codeOf(lasting, { ...commands.recordAnomaly, cause: 'landUse' }, 'manager')).toBe('ok')
    const over = then(lasting, commands.resolveAnomaly, 'manager')
    expect(agreed(when(over, commands.recordAnomaly, 'manager'))).toMatchObject([{ number: 2 }])
    expect(agreed(when(over, commands.resolveAnomaly, 'manager'))).toEqual([])
    expect(codeOf(over, { type: 'resolveAnomaly', number: 3 }, 'manager')).toBe('NOT_FOUND')
  })

  test('the day promised stays where it was', () => {
    const calendar = calendarAsOf(localDate('2026-11-23'))
    const before = caseAt('accepted')
    const tasks = (state: CaseState) => tasksOwed(state, calendar).map(({ kind, dueAt }) => [kind, dueAt])
    expect(tasks(then(before, { ...commands.recordAnomaly, cause: 'roadPermit' }, 'manager'))).toEqual(tasks(before))
  })
})

describe('转办 and 改派', () => {
  test('says who did it; the one who has it already is refused', () => {
    expect(agreed(when(caseAt('accepted'), commands.reassign, 'manager'))).toMatchObject([{ because: 'handedOver' }])
    expect(agreed(when(caseAt('accepted'), commands.reassign, 'supervisor'))).toMatchObject([{ because: 'reassigned' }])
    expect(codeOf(caseAt('accepted'), { ...commands.reassign, managerId: 'liqiang' }, 'manager')).toBe(
      'ASSIGNED_ALREADY',
    )
  })

  test('is new work to whoever gets it, and to nobody else', () => {
    const calendar = calendarAsOf(localDate('2026-11-23'))
    const asked = then(highVoltageAt('planning'), commands.askReview, 'manager')
    const complained = then(asked, commands.complain, 'applicant')
    const desks = ['liqiang', 'luohai', 'supervision:城中区']
    const seen = [
      ['reply', ''],
      ['review', 'luohai'],
      ['complaint', '1'],
    ].reduce<CaseState>(
      (state, [task, of]) => then(state, { type: 'markRead', task, of, desks } as Command, 'manager'),
      complained,
    )
    expect(tasksOwed(seen, calendar).map(({ unreadAt }) => unreadAt)).toEqual([null, null, null])
    const handedOn = then(seen, commands.reassign, 'manager', NOW + HOUR)
    expect(tasksOwed(handedOn, calendar).map(({ kind, unreadAt }) => [kind, unreadAt !== null])).toEqual([
      ['reply', true],
      ['review', false],
      ['complaint', false],
    ])
  })
})

describe('文件 and 评价', () => {
  test('a copy of the notice from acceptance on, of the scheme once there is one', () => {
    const copy = (document: 'notice' | 'scheme'): Command => ({ type: 'requestCopy', document })
    expect(codeOf(caseAt('submitted'), copy('notice'), 'applicant')).toBe('NOT_ALLOWED')
    expect(codeOf(caseAt('accepted'), copy('notice'), 'applicant')).toBe('ok')
    expect(codeOf(highVoltageAt('planning'), copy('scheme'), 'applicant')).toBe('NOT_ALLOWED')
    expect(codeOf(highVoltageAt('replied'), copy('scheme'), 'applicant')).toBe('ok')
    // It changes nothing but the record of who was given one.
    const before = highVoltageAt('replied')
    expect(then(before, copy('scheme'), 'applicant')).toEqual({ ...before, changes: before.changes + 1 })
  })

  test('what an applicant can do again and again has an end in one case; the manager can still agree on a time', () => {
    const often = (changes: number) => ({ ...caseAt('accepted'), changes })
    for (const command of [commands.appoint, commands.requestCopy, commands.correct]) {
      expect(codeOf(often(59), command, 'applicant')).toBe('ok')
      expect(codeOf(often(60), command, 'applicant')).toBe('CHANGED_OFTEN')
    }
    expect(then(caseAt('accepted'), commands.appoint, 'applicant').changes).toBe(1)
    expect(then(caseAt('accepted'), commands.correct, 'applicant').changes).toBe(1)
    expect(codeOf(often(60), commands.appoint, 'manager')).toBe('ok')
    for (const command of [commands.supplement, commands.withdraw, commands.urge, commands.complain])
      expect(codeOf(often(60), command, 'applicant')).toBe('ok')
  })

  test('stars are given once, and only with the power on', () => {
    expect(codeOf(caseAt('surveyed'), commands.rate, 'applicant')).toBe('NOT_ALLOWED')
    const rated = then(caseAt('energized'), commands.rate, 'applicant')
    expect(codeOf(rated, { ...commands.rate, stars: 1 }, 'applicant')).toBe('RATED_ALREADY')
  })
})
