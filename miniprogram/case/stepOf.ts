import type { TimelineStep } from '@shared/contract/case'
import { spokenDay, spokenInstant } from '@shared/wording'
import type { Step } from '@/ui/Timeline'

/** A step with its own time, or by when it will be; once it has happened, also by when it was promised. */
export function stepOf({ key, title, state, at, plannedDay, note }: TimelineStep): Step {
  const planned = plannedDay ? `最晚 ${spokenDay(plannedDay)}` : null
  return at === null
    ? { key, title, state, note, when: planned }
    : { key, title, state, note, when: spokenInstant(at), promised: planned && `承诺${planned}` }
}
