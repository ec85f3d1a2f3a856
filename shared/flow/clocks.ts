import type { Limit } from '../rules/limit'
import { limitsOf } from '../rules/limitsOf'
import { ruleSetById } from '../rules/ruleSets'
import type { Stage } from '../rules/vocabulary'
import type { WorkingCalendar } from '../time/calendar'
import { beijingDay, type Instant } from '../time/localDate'
import { type Clock, type ClockEvent, type Party, type Stop, stopsOf, usedByParty } from '../time/stopwatch'
import { type CaseState, isHighVoltage } from './state'

/** Whose time it is while no promise runs, and what for. */
export interface Pause {
  party: Party
  reason: 'customerWorks' | 'inspectionFailed'
  since: Instant
}

/** The stage whose clock is running, or ran last; null before acceptance. */
export function stageOf(state: CaseState): Stage | null {
  if (state.acceptedAt === null) return null
  if (!isHighVoltage(state)) return 'connection'
  return state.inspections.length > 0 ? 'energization' : 'scheme'
}

/** The time outside every promise a high-voltage case is in now; low voltage has none (附件1). */
export function pauseOf({ status, repliedAt, inspections }: CaseState): Pause | null {
  if (status === 'replied') return { party: 'customer', reason: 'customerWorks', since: repliedAt! }
  if (status === 'remedying') return { party: 'customer', reason: 'inspectionFailed', since: inspections.at(-1)!.at! }
  return null
}

/** 停钟: from the written list to the request after it, one stop a failed round. */
function inspectionStops({ inspections }: CaseState): Stop[] {
  const failed = { type: 'stopped', party: 'customer', reason: 'inspectionFailed', evidence: '问题清单' } as const
  const happened = inspections.flatMap(({ requestedAt, at, problems }, index): ClockEvent[] => [
    ...(index > 0 ? [{ type: 'resumed' as const, at: requestedAt }] : []),
    ...(at !== null && problems!.length > 0 ? [{ ...failed, at }] : []),
  ])
  return inspections.length > 0 ? stopsOf(inspections[0].requestedAt, happened) : []
}

/**
 * Between the reply and the first request for inspection, outside both promises: the customer's own works
 * (客户受电工程建设), and within them the days an anomaly puts down to the utility's (业扩配套).
 */
function worksStops({ repliedAt, inspections, anomalies }: CaseState): Stop[] {
  if (repliedAt === null) return []
  const requestedAt = inspections[0]?.requestedAt ?? null
  const stop = (from: Instant, to: Instant | null, supporting: boolean): Stop => ({
    from: beijingDay(from),
    to: to === null ? null : beijingDay(to),
    party: supporting ? 'utility' : 'customer',
    reason: supporting ? 'supportingWorks' : 'customerWorks',
    evidence: supporting ? '用时异常记录' : '供电方案答复',
  })
  const stops: Stop[] = []
  let reached: Instant = repliedAt
  for (const { cause, at, resolvedAt } of anomalies) {
    const to = earlier(resolvedAt, requestedAt)
    // Recorded before the reply it may last into the works; what was over by then is no part of them.
    const from = Math.max(at, reached)
    if (cause !== 'supportingWorks' || (to !== null && to <= from)) continue
    if (from > reached) stops.push(stop(reached, from, false))
    stops.push(stop(from, to, true))
    if (to === null) return stops
    reached = to
  }
  if (requestedAt === null || reached < requestedAt) stops.push(stop(reached, requestedAt, false))
  return stops
}

const earlier = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null ? a : Math.min(a, b)

/** Everything that is left out of the utility's time, oldest first. */
export const stopsOfCase = (state: CaseState): Stop[] => [...worksStops(state), ...inspectionStops(state)]

/** 谁的时间: the working days since acceptance, by whose they were. */
export function timeByParty(state: CaseState, calendar: WorkingCalendar, now: Instant): Record<Party, number> | null {
  if (state.acceptedAt === null) return null
  const clock: Clock = {
    start: beijingDay(state.acceptedAt),
    amount: { value: 1, unit: 'workingDay' },
    stops: stopsOfCase(state),
  }
  return usedByParty(calendar, clock, beijingDay(state.energizedAt ?? state.withdrawnAt ?? now))
}

/** The limit the stage after the customer's works will be held to. */
export const energizationLimit = ({ ruleSetId, customerClass }: CaseState): Limit =>
  limitsOf(ruleSetById(ruleSetId!), { customerClass, stage: 'energization', externalLine: true })[0]
