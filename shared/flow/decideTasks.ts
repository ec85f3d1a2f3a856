import { warningLevels } from '../rules/warnings'
import { beijingDay } from '../time/localDate'
import { pauseOf } from './clocks'
import { agree, type Decider, refuse } from './decision'
import { cureOf } from './describe'
import { isOwed, owedBy } from './owed'
import { isClosed } from './state'
import { taskKey } from './taskKey'
import { deskOf } from './tasks'

/** Somebody was quicker: what is done needs no warning, no reading and no escalation. */

export const warn: Decider<'warn'> = (state, { task, of, level }) => {
  if (!isOwed(state, task, of)) return agree()
  const said = state.warned[taskKey(task, of)]
  if (said && warningLevels.indexOf(said) >= warningLevels.indexOf(level)) return agree()
  return agree({ type: 'warned', task, of, level, cure: cureOf(task, state) })
}

/** Looked at by whoever owes it, or does their work now; a case opened by somebody else says nothing of them. */
export const markRead: Decider<'markRead'> = (state, { task, of, desks }) => {
  const owed = owedBy(state).find((each) => each.kind === task && each.of === of)
  const fresh = owed && !state.read.includes(taskKey(task, of))
  return fresh && desks.includes(deskOf(state, owed)) ? agree({ type: 'taskRead', task, of }) : agree()
}

/** The day is over: the applicant hears of it, and the manager owes a new one. */
export const miss: Decider<'miss'> = (state, { dueDay }) =>
  dueDay === null ||
  state.missed?.dueDay === dueDay ||
  state.acceptedAt === null ||
  isClosed(state.status) ||
  pauseOf(state)
    ? agree()
    : agree({ type: 'promiseMissed', dueDay })

/** For a promise that was missed: once, and for a day still to come. */
export const giveNewDay: Decider<'giveNewDay'> = ({ missed }, { day, cause }, { now }) => {
  if (!missed || missed.newDay) return refuse('NOT_ALLOWED')
  return day < beijingDay(now) ? refuse('DAY_PAST') : agree({ type: 'newDayGiven', day, cause })
}

export const escalate: Decider<'escalate'> = (state, { task, of }) => {
  const key = taskKey(task, of)
  const told = state.read.includes(key) || state.leftUnread.includes(key)
  return isOwed(state, task, of) && !told ? agree({ type: 'taskLeftUnread', task, of }) : agree()
}
