import type { WorkingCalendar } from '../time/calendar'
import { beijingDay, type Instant } from '../time/localDate'
import { deployment } from './deployment'
import type { CaseEvent, SaidDone } from './events'
import { stagePromise } from './promiseOf'
import { type CaseState, isHighVoltage } from './state'

/** Physical acts: what the device says of when they were done is recorded beside when they were received. */
type PhysicalAct = Extract<CaseEvent, { type: 'surveyed' | 'collected' | 'inspected' | 'energized' }>
const PHYSICAL: readonly CaseEvent['type'][] = ['surveyed', 'collected', 'inspected', 'energized']
const isPhysical = (event: CaseEvent): event is PhysicalAct => PHYSICAL.includes(event.type)

/** When an act was said done, and the calendar its promise is counted by. */
export interface Said {
  at: Instant
  calendar: WorkingCalendar
}

/**
 * The events of a physical act with the time it was said done (domain §3.9). It is taken where it lies after what the act was decided on
 * and not in the future; otherwise the time of receipt counts. Where it would turn late into kept, or stop a clock earlier, it
 * counts once the applicant or a supervisor has confirmed it. The act itself is the last of its events: papers came with it.
 */
export function withSaid(state: CaseState, events: CaseEvent[], said: Said, now: Instant): CaseEvent[] {
  const act = events.at(-1)
  if (!act || !isPhysical(act)) return events
  const standing = backfillOf(state, act, said, now)
  return standing ? [...events.slice(0, -1), { ...act, said: { at: said.at, standing } }] : events
}

function backfillOf(
  state: CaseState,
  act: PhysicalAct,
  { at, calendar }: Said,
  now: Instant,
): SaidDone['standing'] | null {
  const { backfillAfterMs } = deployment
  // A device's clock is a little ahead, or the pictures took a moment: it was sent at once.
  if (at > now) return at - now > backfillAfterMs ? 'untenable' : null
  if (at < decidedOn(state, act)) return 'untenable'
  if (turnsTime(state, act, at, now, calendar)) return 'asked'
  return now - at > backfillAfterMs ? 'taken' : null
}

/** When what the act was decided on was there: where that was a physical act too, when it was said done. */
function decidedOn(state: CaseState, { type }: PhysicalAct): Instant {
  const surveyed = saidOf(state, 'surveyed') ?? state.surveyedAt ?? state.submittedAt
  const last = state.inspections.at(-1)
  switch (type) {
    case 'inspected':
      return last!.requestedAt
    case 'energized':
      return isHighVoltage(state) ? (saidOf(state, 'inspected') ?? last!.at!) : surveyed
    default:
      return state.acceptedAt ?? state.submittedAt
  }
}

/** When the last act of a kind was said done, where that is believed. */
const saidOf = ({ backfills }: CaseState, act: PhysicalAct['type']): Instant | null =>
  backfills.findLast((one) => one.act === act && one.standing !== 'untenable' && one.standing !== 'declined')?.saidAt ??
  null

/** Whether the said time, in place of the received one, makes a late stage kept or gives the utility a day. */
function turnsTime(state: CaseState, act: PhysicalAct, at: Instant, now: Instant, calendar: WorkingCalendar): boolean {
  if (act.type === 'energized') {
    const due = stagePromise(state, isHighVoltage(state) ? 'energization' : 'connection', calendar)?.dueAt
    return due !== undefined && at < due && now >= due
  }
  // A list of problems stops the clock.
  return act.type === 'inspected' && act.problems.length > 0 && calendar.between(beijingDay(at), beijingDay(now)) > 0
}
