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
import { agreed, beijing, caseAt, commands, highVoltageAt, NOW, PROBLEM, after as then } from './support/cases'

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
  test.each<[Task['kind'], string, string]>([
    ['reply', '', 'liqiang'],
    ['review', 'luohai', 'luohai'],
    ['complaint', '1', 'supervision:城中区'],
  ])('%s %s: %s', (task, of, ower) => {
    const reading = (...desks: string[]): Command => ({ type: 'markRead', task, of, desks })
    for (const desk of ['liqiang', 'luohai', 'supervision:城中区', 'supervision:柳北区']) {
      expect(events(asked, reading(desk), 'manager')).toEqual(desk === ower ? [{ type: 'taskRead', task, of }] : [])
    }
    const opened = then(asked, reading(ower), 'manager')
    expect(events(opened, reading(ower), 'manager')).toEqual([])
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

test.each([
  ['before hours', '2026-03-02 07:00', '2026-03-02 12:30'],
  ['in the morning', '2026-03-02 10:00', '2026-03-02 14:00'],
  ['as late as half a day still fits', '2026-03-02 13:30', '2026-03-02 17:30'],
  ['later: the rest is the next morning’s', '2026-03-02 16:30', '2026-03-03 11:30'],
  ['just before closing', '2026-03-02 17:29', '2026-03-03 12:29'],
  ['after closing', '2026-03-02 17:30', '2026-03-03 12:30'],
  ['on a Friday afternoon', '2026-03-06 15:30', '2026-03-09 10:30'],
  ['at a weekend', '2026-03-07 10:00', '2026-03-09 12:30'],
])('a task nobody has opened for half a working day, come %s', (_when, came, told) => {
  const state = then(null, commands.submit, 'applicant', beijing(came))
  const task = tasksOwed(state, calendarAsOf(localDate('2026-03-02')))[0]
  expect(task.unreadAt).toBe(beijing(told))
})

test('a reviewer calls nobody: neither telephone nor contact nor complaint is shown to them', () => {
  const complained = then(highVoltageAt('planning'), commands.complain, 'applicant')
  const state = then(complained, commands.askReview, 'manager')
  const person = {
    name: '黄老板',
    identityKind: 'businessLicence',
    identityNumber: '92450203MA5K3T7Q2J',
    phone: '13807720001',
    contactName: '覃代办',
    address: '文昌路18号',
    location: null,
    forms: [],
    words: [{ number: 1, from: 'applicant' as const, text: '他说话很凶' }],
  }
  const facts = { id: 'CASE', version: 1, state, address: person.address, point: null, calendar: CALENDAR, now: NOW }
  const seen = (role: Role) =>
    staffView(facts, [], person, { id: 'luohai', role, manager: null, colleagues: new Map(), proposals: [] })
  expect(seen('reviewer').applicant).toMatchObject({ name: '黄老板', phone: '', contact: '' })
  expect(seen('manager').applicant).toMatchObject({ phone: '13807720001', contact: '覃代办' })
  // Nor do they read what was complained of.
  expect(seen('reviewer').complaints).toMatchObject([{ title: '办得太慢、超过承诺时间', words: '' }])
  expect(seen('supervisor').complaints).toMatchObject([{ words: '他说话很凶' }])
})

test('a row of 待办 says that whoever waits has urged or complained, until the step is done or the complaint answered', () => {
  const pressing = (state: CaseState) => tasksOwed(state, CALENDAR).map((task) => [task.kind, task.pressing])
  const urged = then(caseAt('accepted'), commands.urge, 'applicant')
  expect(pressing(caseAt('accepted'))).toEqual([['visit', null]])
  expect(pressing(urged)).toEqual([['visit', 'urged']])
  expect(pressing(then(urged, commands.reassign, 'supervisor'))).toEqual([['visit', 'urged']])
  const complained = then(urged, commands.complain, 'applicant')
  expect(pressing(complained)).toEqual([
    ['visit', 'complained'],
    ['complaint', null],
  ])
  expect(pressing(then(complained, commands.answerComplaint, 'supervisor'))).toEqual([['visit', 'urged']])
  expect(pressing(then(urged, commands.visit, 'manager', NOW + 1))).toEqual([['energize', null]])
})
