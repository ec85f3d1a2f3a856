import type { Outcome } from '../contract/case'
import type { Stage } from '../rules/vocabulary'
import type { WorkingCalendar } from '../time/calendar'
import { beijingDay, type Instant } from '../time/localDate'
import { type Promised, stagePromise } from './promiseOf'
import { type CaseState, isHighVoltage } from './state'

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
