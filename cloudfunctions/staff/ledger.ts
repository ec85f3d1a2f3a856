import { recordForStaff, staffIn } from '@shared/flow/record'
import { db } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { FINDINGS, type Finding } from '../lib/record/findings'
import { verifyCase } from '../lib/record/verifyCase'
import { caseWithin, requireRole, staffNamed } from '../lib/staff'
import type { Head, TaskDocument } from '../lib/store/documents'
import { rawHistoryOf, withoutId } from '../lib/store/history'
import { sound } from '../lib/store/stored'

/** How often it is looked again where somebody is working on the case meanwhile. */
const LOOKS = 3

/** One case's record: its chain of hashes checked anew, and what is stored of the case held against its events. */
export const ledger: Handlers<'staff'>['ledger'] = async ({ id }, { openid, now }) => {
  const member = await requireRole(openid, 'manager', 'supervisor')
  let head = await caseWithin(id, member, now)
  for (let look = 1; ; look += 1) {
    const [stored, tasks] = await Promise.all([rawHistoryOf(id), tasksOf(head)])
    const found = verifyCase(id, head, stored.map(withoutId), tasks)
    const after = found.length > 0 && look < LOOKS ? await caseWithin(id, member, now) : head
    if (after.seq === head.seq) {
      const events = sound('events', stored)
      const lines = recordForStaff(events, await staffNamed(staffIn(events)))
      return {
        intact: found.length === 0,
        differs: found.map(said),
        events: events.map(({ event: { type }, hash }, index) => ({ ...lines[index]!, type, hash })),
      }
    }
    head = after
  }
}

async function tasksOf({ tasks }: Head): Promise<TaskDocument[]> {
  if (tasks.length === 0) return []
  const { data } = await db
    .collection('tasks')
    .where({ _id: db.command.in(tasks) })
    .limit(tasks.length)
    .get()
  return sound('tasks', data)
}

const said = ({ kind, what }: Finding): string => (what ? `${FINDINGS[kind]}（${what}）` : FINDINGS[kind])
