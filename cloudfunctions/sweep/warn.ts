import { warningDue, warningOf } from '@shared/rules/warnings'
import type { Instant } from '@shared/time/localDate'
import { _, db } from '../lib/cloud'
import { codeOf } from '../lib/refusal'
import { supervisorsOf } from '../lib/staff'
import { commit } from '../lib/store/commit'
import type { TaskDocument } from '../lib/store/documents'

const PAGE = 50

/** 时限预警: tasks whose attention is due. Each warning is a command like any other, recorded once. Returns how many. */
export async function warnDue(now: Instant): Promise<number> {
  const { data } = await db
    .collection('tasks')
    .where({ attentionAt: _.lte(now) })
    .orderBy('attentionAt', 'asc')
    .limit(PAGE)
    .get()
  let warned = 0
  for (const task of data as TaskDocument[]) warned += await warn(task, now)
  return warned
}

async function warn(task: TaskDocument, now: Instant): Promise<number> {
  const level = warningDue(task.warnings, now)
  if (level === null) return 0
  const supervisors = await supervisorsOf(task.district, warningOf(level).tell)
  const command = { type: 'warn' as const, task: task.kind, level }
  try {
    await commit({
      caseId: task.caseId,
      actorKey: 'system',
      commandId: `${task.caseId}:${task.kind}:${level}:${task.dueDay}`,
      request: command,
      by: { role: 'system', id: 'sweep' },
      now,
      expectedVersion: null,
      alsoTell: supervisors.map(({ _id }) => _id),
      command,
    })
    return 1
  } catch (error) {
    // Somebody may have moved the case on meanwhile; the next sweep looks again.
    console.error(`warning ${task.caseId} failed: ${codeOf(error) || (error instanceof Error ? error.message : '')}`)
    return 0
  }
}
