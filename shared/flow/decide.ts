import type { Command } from './commands'
import { submit } from './decideApplication'
import { askReview, contact, inspect, reply, requestInspection, review, scheduleOutage } from './decideHighVoltage'
import {
  answerComplaint,
  appoint,
  complain,
  confirmTime,
  reassign,
  recordAnomaly,
  requestCopy,
  resolveAnomaly,
  urge,
} from './decideService'
import { accept, collect, energize, replacePaper, supplement, visit } from './decideSupply'
import { escalate, giveNewDay, markRead, miss, warn } from './decideTasks'
import { type Asked, agree, type Decider, type Decision, refuse } from './decision'
import { deployment } from './deployment'
import { isPermitted } from './permissions'
import { withSaid } from './saidTime'
import type { CaseState } from './state'

/** One decider a command. Whether the stage and the role allow it has been settled by the table before. */
const deciders: { [T in Exclude<Command['type'], 'submit'>]: Decider<T> } = {
  accept,
  supplement,
  collect,
  replacePaper,
  visit,
  appoint,
  askReview,
  review,
  reply,
  scheduleOutage,
  contact,
  requestInspection,
  inspect,
  energize,
  requestCopy,
  recordAnomaly,
  resolveAnomaly,
  reassign,
  complain,
  answerComplaint,
  confirmTime,
  markRead,
  warn,
  escalate,
  miss,
  giveNewDay,
  urge,
  rate: (state, { stars }) => (state.stars === null ? agree({ type: 'rated', stars }) : refuse('RATED_ALREADY')),
  correct: (_state, { signature, formDigest }) => agree({ type: 'corrected', signature, formDigest }),
  withdraw: () => agree({ type: 'withdrawn' }),
  // What a newly known calendar changes is settled before any command.
  recount: () => agree(),
}

/** What an applicant can do again and again, nobody else having a say: it fills the record, so it has an end. */
const ENDLESS: readonly Command['type'][] = ['appoint', 'correct', 'requestCopy']

/**
 * Decides a command against the case's own history. Pure: the same three arguments always give the same events.
 * Who may ask at all (whose case, which staff member) is settled before; the table of stages × actions × roles here.
 */
export function decide(state: CaseState | null, command: Command, asked: Asked): Decision {
  if (!isPermitted(state?.status ?? 'none', command.type, asked.role)) return refuse('NOT_ALLOWED')
  if (command.type === 'submit') return submit(command, asked)
  if (!state) return refuse('NOT_FOUND')
  if (asked.role === 'applicant' && ENDLESS.includes(command.type) && state.changes >= deployment.changes)
    return refuse('CHANGED_OFTEN')
  const decision = (deciders[command.type] as Decider<typeof command.type>)(state, command as never, asked)
  const { said, now } = asked
  return decision.ok && said ? agree(...withSaid(state, decision.events, said, now)) : decision
}
