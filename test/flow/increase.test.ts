import type { CaseState } from '@shared/flow/state'
import { applicantView, staffView } from '@shared/flow/views'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { localDate } from '@shared/time/localDate'
import { after, beijing, commands, factoryCommand, highVoltageAt, PERSON, submitCommand } from './support/cases'

/** 增容: there is power already. Nothing anybody reads speaks of 通电. */
const CALENDAR = calendarAsOf(localDate('2026-11-23'))
const viewsOf = (state: CaseState) => {
  const facts = { id: 'CASE', version: 1, state, address: '文昌路18号', point: null, calendar: CALENDAR }
  const at = { ...facts, now: beijing('2026-11-24 10:00') }
  const viewer = { id: 'liqiang', role: 'manager', manager: null, colleagues: new Map(), proposals: [] } as const
  return [applicantView(at, [], PERSON, null), staffView(at, [], PERSON, viewer)]
}

test('a home', () => {
  const accepted = after(null, { ...submitCommand, change: 'increase' }, 'applicant')
  const surveyed = after(accepted, commands.visit, 'manager')
  for (const state of [accepted, surveyed, after(surveyed, commands.energize, 'manager')])
    for (const view of viewsOf(state)) {
      expect(view).toMatchObject({ title: '居民增容', promised: '增容', end: '增容' })
      expect(JSON.stringify(view)).not.toContain('通电')
    }
})

test('a factory', () => {
  const first = { ...factoryCommand, change: 'increase' as const }
  for (const status of ['planning', 'replied', 'inspecting', 'remedying', 'passed', 'energized'] as const)
    for (const view of viewsOf(highVoltageAt(status, first))) {
      expect(view.end).toBe('增容')
      expect(JSON.stringify(view)).not.toContain('通电')
    }
})
