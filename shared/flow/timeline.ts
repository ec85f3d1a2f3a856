import type { Outcome, TimelineStep } from '../contract/case'
import type { Status } from '../contract/vocabulary'
import type { WorkingCalendar } from '../time/calendar'
import { beijingDay, type Instant } from '../time/localDate'
import { STEP_TITLES } from './describe'
import type { Promised } from './promiseOf'
import type { CaseState } from './state'
import { taskOwed } from './tasks'

const STEPS: readonly Status[] = ['submitted', 'accepted', 'surveyed', 'energized']

/** The road from application to power with planned and actual times. */
export function timelineOf(state: CaseState, promised: Promised | null, calendar: WorkingCalendar): TimelineStep[] {
  const happened: Record<Status, Instant | null> = {
    submitted: state.submittedAt,
    accepted: state.acceptedAt,
    surveyed: state.surveyedAt,
    energized: state.energizedAt,
    withdrawn: state.withdrawnAt,
  }
  const steps =
    state.withdrawnAt === null ? STEPS : [...STEPS.filter((step) => happened[step] !== null), 'withdrawn' as const]
  const current = STEPS.find((step) => happened[step] === null)
  return steps.map((key) => ({
    key,
    title: STEP_TITLES[key],
    state: happened[key] !== null ? 'done' : key === current ? 'now' : 'todo',
    at: happened[key],
    plannedDay: happened[key] !== null ? null : plannedDay(key, current, state, promised, calendar),
    note: noteOf(key, state),
  }))
}

function plannedDay(
  step: Status,
  current: Status | undefined,
  state: CaseState,
  promised: Promised | null,
  calendar: WorkingCalendar,
): string | null {
  if (step === 'energized') return promised?.dueDay ?? null
  return step === current ? (taskOwed(state, calendar)?.dueDay ?? null) : null
}

function noteOf(step: Status, state: CaseState): string | null {
  if (step === 'surveyed' && state.externalLine !== null)
    return `${state.externalLine ? '需要架设外部线路' : '不需要架设外部线路'}，电表装在${state.meterPosition}`
  if (step === 'energized' && state.meterNumber) return `电表号 ${state.meterNumber}`
  return null
}

/** 承诺与实际: working days used from acceptance (its own day not counted) to power on. */
export function outcomeOf(state: CaseState, promised: Promised | null, calendar: WorkingCalendar): Outcome | null {
  if (!promised || state.acceptedAt === null || state.energizedAt === null) return null
  return {
    promisedDay: promised.dueDay,
    energizedAt: state.energizedAt,
    workingDaysUsed: calendar.between(beijingDay(state.acceptedAt), beijingDay(state.energizedAt)),
    kept: state.energizedAt < promised.dueAt,
  }
}
