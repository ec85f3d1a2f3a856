import type { Instant } from '@shared/time/localDate'
import * as z from 'zod'
import { _, app, db } from '../lib/cloud'
import { subscribeMessageOf } from '../lib/push/templates'
import { actingFor } from '../lib/staff'
import type { OutboxDocument } from '../lib/store/documents'
import { NEVER } from '../lib/store/schemas'
import { parsed } from '../lib/store/stored'

const PAGE = 50
/** A leased row is nobody else's for this long; a sweep that died leaves it to the next one. */
const LEASE_MS = 120_000
const RETRY_MS = 60_000
const MAX_ATTEMPTS = 8

/** WeChat's errcodes that no repetition will change: no subscription left, openid unknown, template or data refused. */
const FINAL = new Set([43101, 40003, 40037, 41030, 47003])

const sent = z.object({ errcode: z.coerce.number().default(0) })

/** Sends the pushes owed: at least once, counted, never silently lost. Returns how many rows were settled. */
export async function deliverOwed(now: Instant): Promise<number> {
  const { data } = await db
    .collection('outbox')
    .where({ status: 'owed', nextAt: _.lte(now) })
    .orderBy('nextAt', 'asc')
    .limit(PAGE)
    .get()
  let settled = 0
  for (const raw of data as { _id: string }[]) {
    const row = parsed('outbox', raw)
    // One that cannot be read is nobody's push, and is out of the way of those behind it.
    if (!row) await db.collection('outbox').doc(raw._id).update({ status: 'given-up', nextAt: NEVER })
    if (!row || (await deliver(row, now))) settled += 1
  }
  return settled
}

async function deliver(row: OutboxDocument, now: Instant): Promise<boolean> {
  const attempts = row.attempts + 1
  if (!(await lease(row, attempts, now))) return false
  // Counted when it is taken: one whose sending ends the sweep each time is not tried for ever.
  const errcode = attempts > MAX_ATTEMPTS ? UNREACHED : await send(row, now)
  const final = errcode === 0 || FINAL.has(errcode) || attempts >= MAX_ATTEMPTS
  const status: OutboxDocument['status'] = errcode === 0 ? 'sent' : final ? 'given-up' : 'owed'
  const nextAt = final ? NEVER : now + RETRY_MS * 2 ** attempts
  await db.collection('outbox').doc(row._id).update({ status, nextAt, attempts, errcode })
  return final
}

/** Takes the row for this sweep: one conditional write, so two sweeps cannot both have it. */
async function lease(row: OutboxDocument, attempts: number, now: Instant): Promise<boolean> {
  const { updated } = await db
    .collection('outbox')
    .where({ _id: row._id, status: 'owed', nextAt: row.nextAt })
    .update({ nextAt: now + LEASE_MS, attempts })
  return updated === 1
}

/** Nobody to send to: the in-app task or the case page is what they have. */
const NO_RECIPIENT = 40003
/** The gateway itself could not be reached. */
const UNREACHED = -1

/** WeChat's errcode; 0 is sent. */
async function send(row: OutboxDocument, now: Instant): Promise<number> {
  const openid = row.to.kind === 'applicant' ? row.to.openid : await openidOf(row.to.staffId, now)
  if (!openid) return NO_RECIPIENT
  const requestData = subscribeMessageOf(row.message, row.caseId, openid)
  try {
    const { result } = await app.callWxOpenApi({ apiName: 'subscribeMessage.send', requestData })
    const parsed = sent.safeParse(result)
    return parsed.success ? parsed.data.errcode : UNREACHED
  } catch {
    return UNREACHED
  }
}

/** Of whoever does this person's work now (假期代班); nobody's who has left. */
async function openidOf(staffId: string, now: Instant): Promise<string> {
  const acting = await actingFor(staffId, now)
  return acting?.active ? acting.openid : ''
}
