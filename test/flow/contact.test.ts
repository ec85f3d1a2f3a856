import { decide } from '@shared/flow/decide'
import type { CaseState } from '@shared/flow/state'
import { tasksOwed } from '@shared/flow/tasks'
import { cardOf } from '@shared/flow/views'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { localDate } from '@shared/time/localDate'
import { after, beijing, commands, highVoltageAt, NOW } from './support/cases'

/** 专人跟踪、指导、提醒: in the customer's own time somebody asks, and the customer hears of it. */
const CALENDAR = calendarAsOf(localDate('2026-11-23'))
const owed = (state: CaseState) => tasksOwed(state, CALENDAR).filter(({ kind }) => kind === 'contact')
const next = (state: CaseState) => {
  const facts = { id: 'CASE', version: 1, state, address: '', point: null, calendar: CALENDAR, now: NOW }
  return cardOf(facts).next.what
}

test.each(['replied', 'remedying'] as const)('%s: the account manager owes a contact in 20 working days', (status) => {
  const state = highVoltageAt(status)
  expect(owed(state)).toMatchObject([{ assignee: 'liqiang', dueDay: '2026-12-21', unreadAt: null }])
  expect(next(state)).toContain('客户经理最晚12月21日（周一）联系您')
})

test('at every other stage nobody owes one, and none is taken', () => {
  for (const status of ['planning', 'inspecting', 'passed', 'energized'] as const) {
    const state = highVoltageAt(status)
    expect(owed(state)).toEqual([])
    expect(decide(state, commands.contact, { now: NOW, role: 'manager' }).ok).toBe(false)
  }
})

test('what was said is kept, the customer reads the advice, and the next is owed 20 working days later', () => {
  const warned = after(highVoltageAt('replied'), { ...commands.warn, task: 'contact', level: 'overdue' }, 'system')
  const at = beijing('2026-12-22 10:00')
  const state = after(warned, { ...commands.contact, expected: '2027-01-20' }, 'manager', at)
  expect(state.contacts).toEqual([{ at, obstacle: 'equipment', expected: '2027-01-20', advice: '到货后先做试验' }])
  expect(next(state)).toContain('12月22日客户经理的建议：到货后先做试验')
  expect(owed(state)[0]!.dueDay > '2027-01-18').toBe(true)
  // What was warned of was the one before.
  expect(owed(state)[0]!.warnings.map(({ level }) => level)).toContain('overdue')
})

test('a day that has passed is not expected', () => {
  const past = { ...commands.contact, expected: '2026-11-22' }
  const decision = decide(highVoltageAt('replied'), past, { now: NOW, role: 'manager' })
  expect(decision).toMatchObject({ ok: false, error: { code: 'DAY_PAST' } })
})
