import type { Role, Status } from '../contract/vocabulary'

/** What can be asked of a case. */
export type ActionName =
  | 'submit'
  | 'accept'
  | 'supplement'
  | 'visit'
  | 'collect'
  | 'energize'
  | 'correct'
  | 'withdraw'
  | 'warn'
  | 'recount'

/**
 * 环节 × 操作 × 角色: who may do what at which stage. What is not named here is refused. There is no row for 方案审核,
 * 设计审查 or 中间检查, which the plan abolishes (三（一）), and none may be added.
 */
export const permissions = {
  none: { submit: ['applicant'] },
  submitted: {
    accept: ['manager'],
    supplement: ['applicant'],
    correct: ['applicant'],
    withdraw: ['applicant'],
    warn: ['system'],
    recount: ['system'],
  },
  accepted: {
    visit: ['manager'],
    supplement: ['applicant'],
    collect: ['manager'],
    correct: ['applicant'],
    withdraw: ['applicant'],
    warn: ['system'],
    recount: ['system'],
  },
  surveyed: {
    energize: ['manager'],
    supplement: ['applicant'],
    collect: ['manager'],
    correct: ['applicant'],
    withdraw: ['applicant'],
    warn: ['system'],
    recount: ['system'],
  },
  energized: {},
  withdrawn: {},
} as const satisfies Record<Status | 'none', Partial<Record<ActionName, readonly Role[]>>>

/** Whether `role` may do `action` to a case at `stage` ('none': the case does not exist yet). */
export function isPermitted(stage: Status | 'none', action: ActionName, role: Role): boolean {
  const roles: readonly Role[] = (permissions[stage] as Partial<Record<ActionName, readonly Role[]>>)[action] ?? []
  return roles.includes(role)
}
