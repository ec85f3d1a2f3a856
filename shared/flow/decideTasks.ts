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

/** Looked at by whoever owes it; a case opened by somebody else says nothing of them. */
export const markRead: Decider<'markRead'> = (state, { task, of }, { role }) => {
  const key = taskKey(task, of)
  const fresh = isOwed(state, task, of) && !state.read.includes(key)
  return fresh && role === owerOf(task) ? agree({ type: 'taskRead', task, of }) : agree()
}

const owerOf = (task: TaskKind): Role =>
  task === 'review' ? 'reviewer' : task === 'complaint' ? 'supervisor' : 'manager'

export const escalate: Decider<'escalate'> = (state, { task, of }) => {
  const key = taskKey(task, of)
  const told = state.read.includes(key) || state.leftUnread.includes(key)
  return isOwed(state, task, of) && !told ? agree({ type: 'taskLeftUnread', task, of }) : agree()
}
