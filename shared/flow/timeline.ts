import type { Outcome, TimelineStep } from '../contract/case'
import type { Stage } from '../rules/vocabulary'
import type { WorkingCalendar } from '../time/calendar'
import { beijingDay, type Instant } from '../time/localDate'
import { spokenDay } from '../wording'
import { pauseOf } from './clocks'
import { type Promised, stagePromise } from './promiseOf'
import { type CaseState, isHighVoltage } from './state'
import { taskOwed } from './tasks'

type Step = TimelineStep['key']

const TITLES: Record<Step, string> = {
  submitted: '提交申请',
  accepted: '受理',
  surveyed: '上门勘察',
  replied: '答复供电方案',
  requested: '您施工并报验',
  passed: '竣工检验',
  energized: '装表送电',
  withdrawn: '撤回申请',
}
const LOW_VOLTAGE: readonly Step[] = ['submitted', 'accepted', 'surveyed', 'energized']
const HIGH_VOLTAGE: readonly Step[] = [
  'submitted',
  'accepted',
  'surveyed',
  'replied',
  'requested',
  'passed',
  'energized',
]

/** The road from application to power with planned and actual times. */
export function timelineOf(state: CaseState, promised: Promised | null, calendar: WorkingCalendar): TimelineStep[] {
  const happened = happenedIn(state)
  const road = isHighVoltage(state) ? HIGH_VOLTAGE : LOW_VOLTAGE
  const steps =
    state.withdrawnAt === null ? road : [...road.filter((step) => happened[step] !== null), 'withdrawn' as const]
  const current = road.find((step) => happened[step] === null)
  return steps.map((key) => ({
    key,
    title: TITLES[key],
    state: happened[key] !== null ? 'done' : key === current ? 'now' : 'todo',
    at: happened[key],
    plannedDay:
      happened[key] === null ? plannedDay(key, current, state, promised, calendar) : promisedFor(key, state, calendar),
    note: noteOf(key, state),
  }))
}

function happenedIn(state: CaseState): Record<Step, Instant | null> {
  const last = state.inspections.at(-1)
  return {
    submitted: state.submittedAt,
    accepted: state.acceptedAt,
    surveyed: state.surveyedAt,
    replied: state.repliedAt,
    // While a list is being put right it is the customer's turn again.
    requested: state.status === 'remedying' ? null : (last?.requestedAt ?? null),
    passed: last?.problems?.length === 0 ? last.at : null,
    energized: state.energizedAt,
    withdrawn: state.withdrawnAt,
  }
}

function plannedDay(
  step: Step,
  current: Step | undefined,
  state: CaseState,
  promised: Promised | null,
  calendar: WorkingCalendar,
): string | null {
  if (step === 'energized' && promised?.stage !== 'scheme') return promised?.dueDay ?? null
  if (step === 'replied') return promised?.dueDay ?? null
  return step === current ? (taskOwed(state, calendar)?.dueDay ?? null) : null
}

/** What a step that has happened had been promised for; only the end of a stage is. */
function promisedFor(step: Step, state: CaseState, calendar: WorkingCalendar): string | null {
  const ends: Partial<Record<Step, Stage>> = isHighVoltage(state)
    ? { replied: 'scheme', energized: 'energization' }
    : { energized: 'connection' }
  const stage = ends[step]
  return stage ? (stagePromise(state, stage, calendar)?.dueDay ?? null) : null
}

function noteOf(step: Step, state: CaseState): string | null {
  const { inspections } = state
  if (step === 'surveyed' && state.externalLine !== null)
    return `${state.externalLine ? '需要架设外部线路' : '不需要架设外部线路'}，电表装在${state.meterPosition}`
  if (step === 'requested' && pauseOf(state)) return '这段时间不算供电公司的承诺时间'
  if (step === 'passed' && inspections.length > 1) return `第${inspections.length}次检验`
  if (step === 'energized' && state.meterNumber) return `电表号 ${state.meterNumber}`
  if (step === 'energized' && state.outage) return outageNote(state.outage)
  return null
}

const outageNote = ({ notBefore, day }: NonNullable<CaseState['outage']>) =>
  day ? `停电接火排在${spokenDay(day)}` : `停电接火最早${spokenDay(notBefore)}`

/** The stages as people say them. */
const STAGE_WORDS: Record<Stage, string> = {
  application: '受理',
  connection: '装表送电',
  scheme: '答复供电方案',
  energization: '检验和送电',
}

/** 承诺与实际 of every stage that had a clock, and of the whole; null until there is power. */
export function outcomeOf(state: CaseState, calendar: WorkingCalendar): Outcome | null {
  const { acceptedAt, energizedAt } = state
  if (acceptedAt === null || energizedAt === null) return null
  const outcomeOfStage = ({ stage, doneAt }: { stage: Stage; doneAt: Instant }) => {
    const promised = stagePromise(state, stage, calendar)!
    const { dueDay, dueAt } = promised
    const used = usedIn(promised, doneAt, calendar)
    return { title: STAGE_WORDS[stage], promisedDay: dueDay, doneAt, workingDaysUsed: used, kept: doneAt < dueAt }
  }
  // 受理 is the same day's work; it is spoken of where it was not.
  const acceptance = outcomeOfStage({ stage: 'application', doneAt: acceptedAt })
  const stages = [...(acceptance.kept ? [] : [acceptance]), ...stagesOf(state).map(outcomeOfStage)]
  return {
    promisedDay: stages.at(-1)!.promisedDay,
    energizedAt,
    workingDaysUsed: stages.reduce((days, { workingDaysUsed }) => days + workingDaysUsed, 0),
    kept: stages.every(({ kept }) => kept),
    stages,
  }
}

/** Working days of a stage, by the stage's own clock: one that binds it across stages began earlier. */
function usedIn(promised: Promised, doneAt: Instant, calendar: WorkingCalendar): number {
  const { clock } = [promised, ...promised.others].find(({ limit }) => limit.scope === 'stage') ?? promised
  const stopped = clock.stops.reduce((days, { from, to }) => days + calendar.between(from, to ?? from), 0)
  return calendar.between(clock.start, beijingDay(doneAt)) - stopped
}

/** The stages a case has gone through that had a clock of their own, each with the event that ended it. */
function stagesOf(state: CaseState): { stage: Stage; doneAt: Instant }[] {
  const { repliedAt, energizedAt } = state
  const first = isHighVoltage(state) ? { stage: 'scheme' as const, doneAt: repliedAt } : null
  const last = {
    stage: isHighVoltage(state) ? ('energization' as const) : ('connection' as const),
    doneAt: energizedAt,
  }
  return [first, last].flatMap((one) => (one && one.doneAt !== null ? [{ ...one, doneAt: one.doneAt }] : []))
}
