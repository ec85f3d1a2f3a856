import { beijingDay, beijingMinuteOfDay, type Instant } from '../time/localDate'
import type { CommandOf } from './commands'
import { openParts } from './dayParts'
import { agree, type Decider, refuse } from './decision'
import { deployment } from './deployment'
import { nextOwed } from './owed'

/** 约定时间: a part of a day that is not over, for the step the case is in. */
export const appoint: Decider<'appoint'> = (state, { task, day, part }, { now }) => {
  if (nextOwed(state)?.kind !== task) return refuse('NOT_ALLOWED')
  if (day < beijingDay(now)) return refuse('DAY_PAST')
  if (isOver(day, part, now)) return refuse('TIME_PAST')
  const same = state.appointment
  if (same && same.task === task && same.day === day && same.part === part) return agree()
  return agree({ type: 'appointed', task, day, part })
}

const isOver = (day: string, part: CommandOf<'appoint'>['part'], now: Instant): boolean =>
  !openParts(day, { today: beijingDay(now), minute: beijingMinuteOfDay(now) }).includes(part)

/** 催办: heard once, then again only after a while; what was said stands in the record. */
export const urge: Decider<'urge'> = (state, _command, { now }) => {
  const { urgedAt } = state
  if (urgedAt !== null && now - urgedAt < deployment.urgeAgainAfterMs) return refuse('URGED_ALREADY')
  return agree({ type: 'urged', task: nextOwed(state)?.kind ?? null })
}

export const complain: Decider<'complain'> = (state, { topic }) => {
  if (state.complaints.filter(({ answeredAt }) => answeredAt === null).length >= deployment.openComplaints)
    return refuse('COMPLAINTS_OPEN')
  return agree({ type: 'complained', number: state.complaints.length + 1, topic })
}

export const answerComplaint: Decider<'answerComplaint'> = (state, { number }) => {
  const complaint = state.complaints[number - 1]
  if (!complaint) return refuse('NOT_FOUND')
  return complaint.answeredAt === null ? agree({ type: 'complaintAnswered', number }) : refuse('ANSWERED_ALREADY')
}

/** 确认补传时间: once, by whoever waited or a supervisor. */
export const confirmTime: Decider<'confirmTime'> = (state, { number, right }) => {
  const backfill = state.backfills[number - 1]
  if (!backfill) return refuse('NOT_FOUND')
  return backfill.standing === 'asked' ? agree({ type: 'timeConfirmed', number, right }) : refuse('TIME_ANSWERED')
}

/** 用时异常: recorded, attributed by the closed list, and without effect on any clock that runs. */
export const recordAnomaly: Decider<'recordAnomaly'> = (state, { cause, note, pictures }) => {
  if (state.anomalies.some((one) => one.cause === cause && one.resolvedAt === null)) return refuse('ANOMALY_RECORDED')
  return agree({ type: 'anomalyRecorded', number: state.anomalies.length + 1, cause, note, pictures })
}

export const resolveAnomaly: Decider<'resolveAnomaly'> = (state, { number }) => {
  const anomaly = state.anomalies[number - 1]
  if (!anomaly) return refuse('NOT_FOUND')
  return anomaly.resolvedAt === null ? agree({ type: 'anomalyResolved', number }) : agree()
}

/** 转办 and 改派. Whether that person may have the case at all was looked up before. */
export const reassign: Decider<'reassign'> = (state, { managerId, reason }, { role }) => {
  if (state.managerId === managerId) return refuse('ASSIGNED_ALREADY')
  const because = role === 'supervisor' ? 'reassigned' : 'handedOver'
  return agree({ type: 'assigned', managerId, because, reason })
}

/** A document, never a stage: it changes nothing but the record of who was given one. */
export const requestCopy: Decider<'requestCopy'> = (state, { document }) =>
  document === 'scheme' && state.repliedAt === null ? refuse('NOT_ALLOWED') : agree({ type: 'copyIssued', document })
