import type { Role, Status } from '../contract/vocabulary'
import type { Command } from './commands'

/** What can be asked of a case. */
export type ActionName = Command['type']

/** The system's own deeds, at any stage. */
const system = { warn: ['system'], recount: ['system'], escalate: ['system'], miss: ['system'] } as const
/** A task looked at, and a complaint with its answer: also after there is power. */
const always = {
  ...system,
  markRead: ['manager', 'reviewer', 'supervisor'],
  complain: ['applicant'],
  answerComplaint: ['supervisor'],
} as const
/** As long as there is no power. */
const underway = {
  ...always,
  supplement: ['applicant'],
  replacePaper: ['applicant', 'manager'],
  correct: ['applicant'],
  withdraw: ['applicant'],
  urge: ['applicant'],
  recordAnomaly: ['manager'],
  giveNewDay: ['manager'],
  resolveAnomaly: ['manager'],
  reassign: ['manager', 'supervisor'],
} as const
/** Once accepted: papers are still taken outside the visit, and there is a notice to have a copy of. */
const accepted = { ...underway, collect: ['manager'], requestCopy: ['applicant'] } as const
const appoint = ['applicant', 'manager'] as const
/** After the acts whose said time may have to be confirmed: a list of problems, and power. */
const confirmTime = { confirmTime: ['applicant', 'supervisor'] } as const
/** From the reply on, a line may have to be switched off. */
const replied = { ...accepted, scheduleOutage: ['manager'] } as const

/**
 * 环节 × 操作 × 角色: who may do what at which stage. What is not named here is refused. There is no row for 方案审核,
 * 设计审查 or 中间检查, which the plan abolishes (三（一）), and none may be added: reviewers give their opinions while the
 * scheme is being written, side by side, and nothing waits for a stage of theirs.
 */
export const permissions = {
  none: { submit: ['applicant', 'manager'] },
  submitted: { ...underway, accept: ['manager'] },
  accepted: { ...accepted, visit: ['manager'], appoint },
  surveyed: { ...accepted, energize: ['manager'], appoint },
  planning: { ...accepted, reply: ['manager'], askReview: ['manager'], review: ['reviewer'] },
  replied: { ...replied, requestInspection: ['applicant', 'manager'], contact: ['manager'] },
  inspecting: { ...replied, ...confirmTime, inspect: ['manager'] },
  remedying: { ...replied, ...confirmTime, requestInspection: ['applicant', 'manager'], contact: ['manager'] },
  passed: { ...replied, ...confirmTime, energize: ['manager'], appoint },
  energized: { ...always, ...confirmTime, rate: ['applicant'], requestCopy: ['applicant'] },
  withdrawn: { ...system, markRead: ['supervisor'], answerComplaint: ['supervisor'] },
} as const satisfies Record<Status | 'none', Partial<Record<ActionName, readonly Role[]>>>

/** Whether `role` may do `action` to a case at `stage` ('none': the case does not exist yet). */
export function isPermitted(stage: Status | 'none', action: ActionName, role: Role): boolean {
  const roles: readonly Role[] = (permissions[stage] as Partial<Record<ActionName, readonly Role[]>>)[action] ?? []
  return roles.includes(role)
}
