import type { Role, Status } from '@shared/contract/vocabulary'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import { type ActionName, isPermitted } from '@shared/flow/permissions'
import { after, caseAt, commands, NOW } from './support/cases'

/** 环节 × 操作 × 角色, written down a second time: everything not in this list is refused. */
const ALLOWED = [
  'none submit applicant',
  'submitted accept manager',
  'submitted supplement applicant',
  'submitted correct applicant',
  'submitted withdraw applicant',
  'submitted warn system',
  'submitted recount system',
  'accepted visit manager',
  'accepted supplement applicant',
  'accepted collect manager',
  'accepted correct applicant',
  'accepted withdraw applicant',
  'accepted warn system',
  'accepted recount system',
  'surveyed energize manager',
  'surveyed supplement applicant',
  'surveyed collect manager',
  'surveyed correct applicant',
  'surveyed withdraw applicant',
  'surveyed warn system',
  'surveyed recount system',
]
const STAGES: (Status | 'none')[] = ['none', 'submitted', 'accepted', 'surveyed', 'energized', 'withdrawn']
const ACTIONS = Object.keys(commands) as ActionName[]
const ROLES: Role[] = ['applicant', 'manager', 'supervisor', 'system']
const combinations = STAGES.flatMap((stage) =>
  ACTIONS.flatMap((action) => ROLES.map((role) => ({ stage, action, role, row: `${stage} ${action} ${role}` }))),
)

const stateAt = (stage: Status | 'none') => (stage === 'none' ? null : caseAt(stage))

/** At the survey stage energizing also needs the papers; that is another rule than who may. */
function readyFor(stage: Status | 'none', action: ActionName) {
  const state = stateAt(stage)
  return stage === 'surveyed' && action === 'energize' ? after(state, commands.collect, 'manager') : state
}

test('the table is complete: 6 stages × 10 actions × 4 roles', () => {
  expect(combinations).toHaveLength(240)
  expect(combinations.filter(({ row }) => ALLOWED.includes(row))).toHaveLength(ALLOWED.length)
})

test.each(combinations.filter(({ row }) => ALLOWED.includes(row)))('allowed: $row', ({ stage, action, role }) => {
  expect(isPermitted(stage, action, role)).toBe(true)
  const decision = decide(readyFor(stage, action), commands[action] as Command, { now: NOW, role })
  expect(decision).toMatchObject({ ok: true })
  // What a recount leads to is settled before any command, from the calendar.
  expect(decision.ok && decision.events.length > 0).toBe(action !== 'recount')
})

test.each(combinations.filter(({ row }) => !ALLOWED.includes(row)))('refused: $row', ({ stage, action, role }) => {
  expect(isPermitted(stage, action, role)).toBe(false)
  const decision = decide(readyFor(stage, action), commands[action] as Command, { now: NOW, role })
  expect(decision).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
})
