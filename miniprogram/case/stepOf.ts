import type { CaseCard, TimelineStep } from '@shared/contract/case'
import { spokenDay, spokenInstant } from '@shared/time/spokenTime'
import type { StepWords } from '@/ui/Timeline'

/** A step with its own time, or by when it will be; once it has happened, also by when it was promised. */
export const stepOf =
  ({ dueDay }: Pick<CaseCard, 'dueDay'>) =>
  ({ title, at, plannedDay, provisional }: TimelineStep): StepWords => {
    const planned = plannedDay && spokenDay(plannedDay, provisional)
    if (at !== null) return { title, when: spokenInstant(at), promised: planned && `承诺最晚 ${planned}` }
    // A day of the step's own is not taken for the promised one.
    return { title, when: planned && `${plannedDay === dueDay ? '' : '这一步'}最晚 ${planned}` }
  }
