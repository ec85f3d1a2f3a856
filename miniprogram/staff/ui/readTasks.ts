import type { StaffCaseView } from '@shared/contract/case'
import type { TaskKind } from '@shared/contract/vocabulary'
import { taskKey } from '@shared/flow/taskKey'
import { handIn } from '@/outbox/handIn'

export interface OwnTask {
  task: TaskKind
  of: string
}

/** The tasks of a case that are this person's: what they may do next is what they owe. */
export function ownTasks(view: StaffCaseView, staffId: string): OwnTask[] {
  const { actions, outage, complaints, backfills } = view
  const steps = (['accept', 'visit', 'reply', 'inspect', 'energize'] as const).filter((step) => actions.includes(step))
  return [
    ...steps.map((task) => ({ task, of: '' })),
    ...(actions.includes('giveNewDay') ? [{ task: 'newDay' as const, of: '' }] : []),
    ...(actions.includes('review') ? [{ task: 'review' as const, of: staffId }] : []),
    ...(actions.includes('scheduleOutage') && outage?.day === null ? [{ task: 'outage' as const, of: '' }] : []),
    ...(actions.includes('answerComplaint')
      ? complaints
          .filter(({ answeredAt }) => answeredAt === null)
          .map(({ number }) => ({ task: 'complaint' as const, of: String(number) }))
      : []),
    ...(actions.includes('confirmTime')
      ? backfills
          .filter(({ standing }) => standing === 'asked')
          .map(({ number }) => ({ task: 'confirmTime' as const, of: String(number) }))
      : []),
  ]
}

/** Marked once while the app is open; a new round of inspection is a new task, and so is another scheme to give an opinion of. */
const marked = new Set<string>()

/**
 * Tells the server that whoever owes this case's tasks has opened it. Best effort: the worst that comes of a lost one is a reminder
 * too many.
 */
export function markTasksRead(view: StaffCaseView, staffId: string): void {
  for (const { task, of } of ownTasks(view, staffId)) {
    const round = task === 'review' ? view.reviews.find(({ mine }) => mine)?.askedAt : view.rounds.length
    const intention = `markRead:${view.id}.${taskKey(task, of)}.${round}`
    if (marked.has(intention)) continue
    marked.add(intention)
    handIn('staff', 'markRead', { id: view.id, task, of }, { intention }).catch(() => marked.delete(intention))
  }
}
