import type { Role, TaskKind } from '../contract/vocabulary'
import { warningLevels } from '../rules/warnings'
import { agree, type Decider } from './decision'
import { cureOf } from './describe'
import { isOwed } from './owed'
import { taskKey } from './taskKey'

/** Somebody was quicker: what is done needs no warning, no reading and no escalation. */

export const warn: Decider<'warn'> = (state, { task, of, level }) => {
  if (!isOwed(state, task, of)) return agree()
  const said = state.warned[taskKey(task, of)]
  if (said && warningLevels.indexOf(said) >= warningLevels.indexOf(level)) return agree()
  return agree({ type: 'warned', task, of, level, cure: cureOf(task, state) })
}

/** Read is what whoever owes it has opened: a supervisor looking at a case reads nothing for its manager. */
export const markRead: Decider<'markRead'> = (state, { task, of }, { role }) => {
  const key = taskKey(task, of)
  const theirs = OWING[task] ?? 'manager'
  return role === theirs && isOwed(state, task, of) && !state.read.includes(key)
    ? agree({ type: 'taskRead', task, of })
    : agree()
}

/** Whose work a task is, where it is not the account manager's. */
const OWING: Partial<Record<TaskKind, Role>> = { review: 'reviewer', complaint: 'supervisor' }

export const escalate: Decider<'escalate'> = (state, { task, of }) => {
  const key = taskKey(task, of)
  const told = state.read.includes(key) || state.leftUnread.includes(key)
  return isOwed(state, task, of) && !told ? agree({ type: 'taskLeftUnread', task, of }) : agree()
}
