import type { Role, Status } from '@shared/contract/vocabulary'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import { type ActionName, isPermitted } from '@shared/flow/permissions'
import type { CaseState } from '@shared/flow/state'
import { after, caseAt, commands, highVoltageAt, idCard, NOW } from './support/cases'

/** 环节 × 操作 × 角色, written down a second time, a line a stage: everything not in it is refused. */
const ALLOWED: Record<Status | 'none', Partial<Record<Role, string>>> = {
  none: { applicant: 'submit', manager: 'submit' },
  submitted: {
    applicant: 'supplement replacePaper correct withdraw urge complain',
    manager: 'accept replacePaper recordAnomaly giveNewDay resolveAnomaly reassign markRead',
    reviewer: 'markRead',
    supervisor: 'reassign answerComplaint markRead',
    system: 'warn escalate recount miss',
  },
  accepted: {
    applicant: 'supplement replacePaper correct withdraw urge complain appoint requestCopy',
    manager: 'visit collect appoint replacePaper recordAnomaly giveNewDay resolveAnomaly reassign markRead',
    reviewer: 'markRead',
    supervisor: 'reassign answerComplaint markRead',
    system: 'warn escalate recount miss',
  },
  surveyed: {
    applicant: 'supplement replacePaper correct withdraw urge complain appoint requestCopy',
    manager: 'energize collect appoint replacePaper recordAnomaly giveNewDay resolveAnomaly reassign markRead',
    reviewer: 'markRead',
    supervisor: 'reassign answerComplaint markRead',
    system: 'warn escalate recount miss',
  },
  planning: {
    applicant: 'supplement replacePaper correct withdraw urge complain requestCopy',
    manager: 'reply askReview collect replacePaper recordAnomaly giveNewDay resolveAnomaly reassign markRead',
    reviewer: 'review markRead',
    supervisor: 'reassign answerComplaint markRead',
    system: 'warn escalate recount miss',
  },
  replied: {
    applicant: 'supplement replacePaper correct withdraw urge complain requestCopy requestInspection',
    manager:
      'requestInspection contact scheduleOutage collect replacePaper recordAnomaly giveNewDay resolveAnomaly reassign markRead',
    reviewer: 'markRead',
    supervisor: 'reassign answerComplaint markRead',
    system: 'warn escalate recount miss',
  },
  inspecting: {
    applicant: 'supplement replacePaper correct withdraw urge complain requestCopy confirmTime',
    manager: 'inspect scheduleOutage collect replacePaper recordAnomaly giveNewDay resolveAnomaly reassign markRead',
    reviewer: 'markRead',
    supervisor: 'reassign answerComplaint markRead confirmTime',
    system: 'warn escalate recount miss',
  },
  remedying: {
    applicant: 'supplement replacePaper correct withdraw urge complain requestCopy requestInspection confirmTime',
    manager:
      'requestInspection contact scheduleOutage collect replacePaper recordAnomaly giveNewDay resolveAnomaly reassign markRead',
    reviewer: 'markRead',
    supervisor: 'reassign answerComplaint markRead confirmTime',
    system: 'warn escalate recount miss',
  },
  passed: {
    applicant: 'supplement replacePaper correct withdraw urge complain requestCopy appoint confirmTime',
    manager:
      'energize appoint scheduleOutage collect replacePaper recordAnomaly giveNewDay resolveAnomaly reassign markRead',
    reviewer: 'markRead',
    supervisor: 'reassign answerComplaint markRead confirmTime',
    system: 'warn escalate recount miss',
  },
  energized: {
    applicant: 'complain rate requestCopy confirmTime',
    manager: 'markRead',
    reviewer: 'markRead',
    supervisor: 'answerComplaint markRead confirmTime',
    system: 'warn escalate recount miss',
  },
  withdrawn: { supervisor: 'answerComplaint markRead', system: 'warn escalate recount miss' },
}
const STAGES = Object.keys(ALLOWED) as (Status | 'none')[]
const ACTIONS = Object.keys(commands) as ActionName[]
const ROLES: Role[] = ['applicant', 'manager', 'reviewer', 'supervisor', 'system']
const isAllowed = (stage: Status | 'none', action: ActionName, role: Role) =>
  (ALLOWED[stage][role] ?? '').split(' ').includes(action)
const cells = STAGES.flatMap((stage) => ACTIONS.flatMap((action) => ROLES.map((role) => ({ stage, action, role }))))

/** A case in which nothing but the stage, the action and the role can stand in the way. */
function readyFor(stage: Status | 'none', action: ActionName): CaseState | null {
  if (stage === 'none') return null
  const at = isLowVoltageOnly(stage) ? caseAt(stage) : highVoltageAt(stage)
  // Complained of before it was taken back.
  if (stage === 'withdrawn')
    return action === 'answerComplaint'
      ? after(after(caseAt('accepted'), commands.complain, 'applicant'), commands.withdraw, 'applicant')
      : at
  if (action === 'confirmTime') {
    const asked = { act: 'inspected', round: 1, saidAt: NOW, receivedAt: NOW, standing: 'asked' } as const
    return { ...at, backfills: [asked] }
  }
  if (action === 'answerComplaint') return after(at, commands.complain, 'applicant')
  if (action === 'resolveAnomaly' && stage !== 'energized') return after(at, commands.recordAnomaly, 'manager')
  if (action === 'giveNewDay') return { ...at, missed: { dueDay: '2026-11-20', at: NOW, newDay: null } }
  if (action === 'supplement' || action === 'collect') return { ...at, papers: {} }
  if (action === 'replacePaper') return { ...at, papers: { identity: { ...idCard, at: NOW, via: 'online' } } }
  // A manager asks for it only where nobody's phone owns the case; that is another rule than who may at this stage.
  if (action === 'requestInspection') return { ...at, channel: 'counter' }
  if (action === 'review' && stage === 'planning') return after(at, commands.askReview, 'manager')
  if (action === 'energize' && stage === 'surveyed') return after(at, commands.collect, 'manager')
  return at
}
const isLowVoltageOnly = (stage: Status) => stage === 'surveyed' || stage === 'submitted' || stage === 'withdrawn'

/** What the stage makes of a command's own words. */
function commandFor(stage: Status | 'none', action: ActionName, role: Role): Command {
  if (action === 'submit') return { ...commands.submit, channel: role === 'applicant' ? 'online' : 'counter' }
  if (action === 'appoint') return { ...commands.appoint, task: stage === 'accepted' ? 'visit' : 'energize' }
  if (action === 'requestInspection' && stage === 'remedying')
    return { type: 'requestInspection', report: null, remedies: [{ pictures: [] }] }
  if (action === 'replacePaper' && stage !== 'none' && !isLowVoltageOnly(stage))
    return { type: 'replacePaper', paper: { ...commands.replacePaper.paper, kind: 'businessLicence' } }
  return commands[action]
}

test('the table is whole: 11 stages × 32 actions × 5 roles', () => {
  expect(cells).toHaveLength(11 * 32 * 5)
})

test.each(cells.filter((cell) => isAllowed(cell.stage, cell.action, cell.role)))(
  'allowed: $stage $action $role',
  ({ stage, action, role }) => {
    expect(isPermitted(stage, action, role)).toBe(true)
    const decision = decide(readyFor(stage, action), commandFor(stage, action, role), { now: NOW, role })
    expect(decision).toMatchObject({ ok: true })
  },
)

test.each(cells.filter((cell) => !isAllowed(cell.stage, cell.action, cell.role)))(
  'refused: $stage $action $role',
  ({ stage, action, role }) => {
    expect(isPermitted(stage, action, role)).toBe(false)
    const state = readyFor(stage, action)
    const before = structuredClone(state)
    const decision = decide(state, commandFor(stage, action, role), { now: NOW, role })
    expect(decision).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
    expect(state).toEqual(before)
  },
)
