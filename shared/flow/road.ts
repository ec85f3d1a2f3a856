import type { RoadStage, TimelineStep } from '../contract/case'
import { processOf } from '../rules/process'
import { type Stage, stageTitles } from '../rules/vocabulary'
import type { WorkingCalendar } from '../time/calendar'
import type { Instant } from '../time/localDate'
import { spokenDay } from '../time/spokenTime'
import { pauseOf } from './clocks'
import { type Promised, stagePromise } from './promiseOf'
import { type CaseState, isHighVoltage } from './state'
import { taskOwed } from './tasks'

type Step = TimelineStep['key']
/** A day by which something is due, and whether a notice that is not out may still move it. */
type Planned = Pick<Promised, 'dueDay' | 'provisional'>

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
/** What is done within each stage. The customer's own works come before the request that opens the last one. */
const STEPS: Record<Stage, readonly Step[]> = {
  application: ['submitted', 'accepted'],
  connection: ['surveyed', 'energized'],
  scheme: ['surveyed', 'replied'],
  energization: ['requested', 'passed', 'energized'],
}

/** The road from application to power: the plan's two or three stages, numbered so, with their steps, planned and actual times. */
export function roadOf(state: CaseState, promised: Promised | null, calendar: WorkingCalendar): RoadStage[] {
  const happened = happenedIn(state)
  const { stages } = processOf(state.customerClass)
  const current = stages.flatMap((stage) => STEPS[stage]).find((step) => happened[step] === null)
  const stepOf = (key: Step): TimelineStep => {
    const done = happened[key] !== null
    const planned = done ? promisedFor(key, state, calendar) : plannedFor(key, current, state, promised, calendar)
    return {
      key,
      title: TITLES[key],
      state: done ? 'done' : key === current ? 'now' : 'todo',
      at: happened[key],
      plannedDay: planned?.dueDay ?? null,
      provisional: planned?.provisional ?? false,
      note: noteOf(key, state),
    }
  }
  const road = stages.map((stage, index): RoadStage => {
    const keys = STEPS[stage].filter((step) => state.withdrawnAt === null || happened[step] !== null)
    const steps = keys.map(stepOf)
    return { number: index + 1, title: stageTitles[stage], state: stateOf(steps), steps }
  })
  if (state.withdrawnAt === null) return road
  // Taken back it ends where it was.
  const reached = road.filter(({ steps }) => steps.length > 0)
  reached.at(-1)!.steps.push(stepOf('withdrawn'))
  return reached
}

function stateOf(steps: readonly TimelineStep[]): RoadStage['state'] {
  if (steps.every(({ state }) => state === 'done')) return 'done'
  return steps.some(({ state }) => state === 'now') ? 'now' : 'todo'
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

function plannedFor(
  step: Step,
  current: Step | undefined,
  state: CaseState,
  promised: Promised | null,
  calendar: WorkingCalendar,
): Planned | null {
  if (step === 'energized' && promised?.stage !== 'scheme') return promised
  if (step === 'replied') return promised
  return step === current ? taskOwed(state, calendar) : null
}

/** What a step that has happened had been promised for; only the end of a stage is. */
function promisedFor(step: Step, state: CaseState, calendar: WorkingCalendar): Planned | null {
  const ends: Partial<Record<Step, Stage>> = isHighVoltage(state)
    ? { replied: 'scheme', energized: 'energization' }
    : { energized: 'connection' }
  const stage = ends[step]
  return stage ? stagePromise(state, stage, calendar) : null
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
