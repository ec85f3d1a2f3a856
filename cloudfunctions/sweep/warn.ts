import type { CommandOf } from '@shared/flow/commands'
import { nextMissOf } from '@shared/flow/missed'
import { isSupervisors } from '@shared/flow/taskKey'
import { type WarningAudience, warningDue, warningOf } from '@shared/rules/warnings'
import type { Instant } from '@shared/time/localDate'
import { calendarAt } from '../lib/clock'
import { _, db } from '../lib/cloud'
import { logFailure } from '../lib/log'
import { supervisorsOf } from '../lib/staff'
import { commit } from '../lib/store/commit'
import type { Head, TaskDocument } from '../lib/store/documents'
import { parsed } from '../lib/store/stored'

const PAGE = 50

/**
 * 时限预警, and tasks nobody has opened: a page of those whose attention is due. Returns how many were spoken of. One that
 * could not be is put into `passedOver`, so that it does not stand in the way of those behind it for the rest of the run.
 */
export async function warnDue(now: Instant, passedOver: Set<string>): Promise<number> {
  const { data } = await db
    .collection('tasks')
    .where({ attentionAt: _.lte(now) })
    .orderBy('attentionAt', 'asc')
    .limit(PAGE + passedOver.size)
    .get()
  let spoken = 0
  for (const raw of (data as { _id: string }[]).filter(({ _id }) => !passedOver.has(_id))) {
    const task = parsed('tasks', raw)
    const said = task ? (await warn(task, now)) + (await tellUnread(task, now)) + (await tellMissed(task, now)) : 0
    if (said === 0) passedOver.add(raw._id)
    spoken += said
  }
  return spoken
}

async function warn(task: TaskDocument, now: Instant): Promise<number> {
  const level = warningDue(task.warnings, now)
  if (level === null) return 0
  return record(task, { type: 'warn', task: task.kind, of: task.of, level }, level, warningOf(level).tell, now)
}

async function tellUnread(task: TaskDocument, now: Instant): Promise<number> {
  if (task.unreadAt > now) return 0
  return record(task, { type: 'escalate', task: task.kind, of: task.of }, 'unread', ['supervisor'], now)
}

/** What is missed is asked of the case as the transaction finds it: it may have been made good meanwhile. */
async function tellMissed(task: TaskDocument, now: Instant): Promise<number> {
  if (task.missAt > now) return 0
  const missed = (head: Head | null): CommandOf<'miss'> => {
    const next = head && nextMissOf(head.state, calendarAt(now))
    return { type: 'miss', dueDay: next && next.at <= now ? next.dueDay : null }
  }
  return record(task, missed, 'missed', [], now)
}

/** A command like any other. What has been said is in the case itself, so that it is said once, and again of another day. */
async function record(
  task: TaskDocument,
  asked: CommandOf<'warn'> | CommandOf<'escalate'> | ((head: Head | null) => CommandOf<'miss'>),
  what: string,
  audience: readonly WarningAudience[],
  now: Instant,
): Promise<number> {
  try {
    const supervisors = await supervisorsOf(task.district, isSupervisors(task.kind) ? ['supervisor'] : audience)
    const { events } = await commit({
      caseId: task.caseId,
      actorKey: 'system',
      commandId: `${task._id}:${what}:${now}`,
      request: { what },
      now,
      prepare: async (head) => {
        const command = typeof asked === 'function' ? asked(head) : asked
        return { command, by: { role: 'system', id: 'sweep' }, alsoTell: supervisors.map(({ _id }) => _id) }
      },
    })
    // None where another sweep was here first.
    return events.length > 0 ? 1 : 0
  } catch (error) {
    // Somebody may have moved the case on meanwhile; the next sweep looks again.
    logFailure(`${what} ${task.caseId}`, error)
    return 0
  }
}
