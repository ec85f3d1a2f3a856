import type { Role } from '@shared/contract/vocabulary'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import { evolve } from '@shared/flow/evolve'
import type { CaseState } from '@shared/flow/state'
import { type Task, tasksOwed } from '@shared/flow/tasks'
import { staffView } from '@shared/flow/views'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { warningLevels } from '@shared/rules/warnings'
import { localDate } from '@shared/time/localDate'
import { agreed, caseAt, commands, highVoltageAt, NOW, PROBLEM, after as then } from './support/cases'

const CALENDAR = calendarAsOf(localDate('2026-11-23'))
const events = (state: CaseState, command: Command, role: Role) => agreed(decide(state, command, { now: NOW, role }))
const taskIn = (state: CaseState, kind: Task['kind']) => tasksOwed(state, CALENDAR).find((task) => task.kind === kind)!

test.each(['warn', 'escalate'] as const)('%s of what is done already, or never was owed, says nothing', (type) => {
  const command = commands[type]
  for (const state of [caseAt('surveyed'), caseAt('energized'), caseAt('withdrawn'), highVoltageAt('replied')])
    expect(events(state, command, 'system')).toEqual([])
  expect(events(caseAt('accepted'), { ...command, of: 'somebody' }, 'system')).toEqual([])
  expect(events(caseAt('accepted'), command, 'system')).toHaveLength(1)
})

test('a warning only grows graver', () => {
  for (const [index, level] of warningLevels.entries()) {
    const said = then(caseAt('accepted'), { ...commands.warn, level }, 'system')
    const heard = warningLevels.filter((other) => events(said, { ...commands.warn, level: other }, 'system').length > 0)
    expect(heard).toEqual(warningLevels.slice(index + 1))
  }
})

test('a new round of inspection is warned of anew', () => {
  const command = { ...commands.warn, task: 'inspect' as const, level: 'overdue' as const }
  const late = then(highVoltageAt('inspecting'), command, 'system')
  const listed = then(late, { type: 'inspect', problems: [PROBLEM] }, 'manager')
  const again = then(listed, { type: 'requestInspection', report: null, remedies: [{ pictures: [] }] }, 'applicant')
  expect(taskIn(again, 'inspect').warnings).toHaveLength(4)
  expect(taskIn(again, 'inspect').unreadAt).not.toBeNull()
})

describe('a task is opened by whoever owes it', () => {
  const asked = then(then(highVoltageAt('planning'), commands.askReview, 'manager'), commands.complain, 'applicant')
  test.each<[Task['kind'], string, Role]>([
    ['reply', '', 'manager'],
    ['review', 'luohai', 'reviewer'],
    ['complaint', '1', 'supervisor'],
  ])('%s %s: %s', (task, of, ower) => {
    for (const role of ['manager', 'reviewer', 'supervisor'] as const) {
      const read = events(asked, { type: 'markRead', task, of }, role)
      expect(read).toEqual(role === ower ? [{ type: 'taskRead', task, of }] : [])
    }
    const opened = then(asked, { type: 'markRead', task, of }, ower)
    expect(events(opened, { type: 'markRead', task, of }, ower)).toEqual([])
    expect(events(opened, { type: 'escalate', task, of }, 'system')).toEqual([])
    expect(taskIn(opened, task).unreadAt).toBeNull()
  })

  test('told once that nobody has', () => {
    const told = then(asked, { type: 'escalate', task: 'reply', of: '' }, 'system')
    expect(events(told, { type: 'escalate', task: 'reply', of: '' }, 'system')).toEqual([])
    expect(taskIn(told, 'reply').unreadAt).toBeNull()
  })
})

test('a promise moved by a calendar is warned of anew; an outage and a complaint have days of their own', () => {
  const complained = then(highVoltageAt('inspecting'), commands.complain, 'applicant')
  const warn = (state: CaseState, task: Task['kind'], of = '') =>
    then(state, { type: 'warn', task, of, level: 'overdueOneDay' }, 'system')
  const warned = warn(warn(warn(complained, 'inspect'), 'outage'), 'complaint', '1')
  const recounted = { type: 'recounted', calendar: 'notices@2027', provisional: false } as const
  const moved = evolve(warned, { ...recounted, from: '2026-12-01', to: '2026-12-02' }, NOW)
  const left = (state: CaseState) => tasksOwed(state, CALENDAR).map(({ kind, warnings }) => [kind, warnings.length])
  expect(left(warned)).toEqual([
    ['inspect', 0],
    ['outage', 0],
    ['complaint', 0],
  ])
  expect(left(moved)).toEqual([
    ['inspect', 4],
    ['outage', 0],
    ['complaint', 0],
  ])
  expect(evolve(warned, { ...recounted, from: '2026-12-01', to: '2026-12-01' }, NOW)).toEqual(warned)
})

test('a reviewer calls nobody: neither telephone nor contact is shown to them', () => {
  const state = then(highVoltageAt('planning'), commands.askReview, 'manager')
  const person = {
    name: '黄老板',
    identityKind: 'businessLicence',
    identityNumber: '92450203MA5K3T7Q2J',
    phone: '13807720001',
    contactName: '覃代办',
    address: '文昌路18号',
    location: null,
    forms: [],
    words: [],
  }
  const facts = { id: 'CASE', version: 1, state, address: person.address, point: null, calendar: CALENDAR, now: NOW }
  const seen = (role: Role) =>
    staffView(facts, [], person, { id: 'luohai', role, manager: null, names: new Map() }).applicant
  expect(seen('reviewer')).toMatchObject({ name: '黄老板', phone: '', contact: '' })
  expect(seen('manager')).toMatchObject({ phone: '13807720001', contact: '覃代办' })
})
