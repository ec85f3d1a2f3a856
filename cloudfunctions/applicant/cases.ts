import { titleOfCase } from '@shared/flow/titles'
import { applicantView, cardOf } from '@shared/flow/views'
import type { Instant } from '@shared/time/localDate'
import { addressDigest } from '../lib/addressDigest'
import { _, db } from '../lib/cloud'
import type { Call, Handlers } from '../lib/handle'
import { staffOf } from '../lib/staff'
import { factsOf, ownCase } from '../lib/store/cases'
import type { Head } from '../lib/store/documents'
import { headsFrom } from '../lib/store/heads'
import { onPage, PAGE_ROWS, type Position, pageOf, readCursor } from '../lib/store/page'
import { runningAt } from '../lib/store/sameAddress'
import { type ViewParts, viewPartsOf } from '../lib/store/viewParts'
import { readDraft } from './drafts'

type Applicant = Handlers<'applicant'>

/** The first page in one call: cases, draft, and the number last given. */
export const home: Applicant['home'] = async (_input, call) => {
  const [page, draft, contact, staff] = await Promise.all([
    casesPage(null, call),
    readDraft(call),
    lastContact(call),
    staffOf(call.openid),
  ])
  return { cases: page, draft, lastContact: contact, staff: staff !== null }
}

export const cases: Applicant['cases'] = ({ after }, call) => casesPage(after, call)

/** The asker's cases: those that run, what is late or due first; then the closed ones, the newest first. */
async function casesPage(after: string | null, { openid, now }: Call) {
  const position = readCursor(after)
  const amongClosed = position !== null && position.at < 0
  const running = amongClosed ? [] : await runningCases(openid, position)
  const room = PAGE_ROWS + 1 - running.length
  const closed = room > 0 ? await closedCases(openid, amongClosed ? position : null, room) : []
  const found = [...running, ...closed]
  const heads = await headsFrom(onPage(found), now)
  return pageOf({ raw: found.map(placed), key: 'place' }, heads, (head) => cardOf(factsOf(head, now)))
}

interface Found {
  open: boolean
  dueAt: number
  submittedAt: number
}

/** A closed case's place is below zero, so that a cursor says by itself which of the two orders it is in. */
const placed = (found: Found) => ({ ...found, place: found.open ? found.dueAt : -found.submittedAt })

async function runningCases(openid: string, position: Position | null): Promise<Found[]> {
  const mine = { owner: openid, open: true }
  const later = position && _.or([{ dueAt: _.gt(position.at) }, { dueAt: position.at, _id: _.gt(position.id) }])
  const { data } = await db
    .collection('applications')
    .where(later ? _.and([mine, later]) : mine)
    .orderBy('dueAt', 'asc')
    .orderBy('_id', 'asc')
    .limit(PAGE_ROWS + 1)
    .get()
  return data as Found[]
}

async function closedCases(openid: string, position: Position | null, limit: number): Promise<Found[]> {
  const mine = { owner: openid, open: false }
  const older =
    position && _.or([{ submittedAt: _.lt(-position.at) }, { submittedAt: -position.at, _id: _.lt(position.id) }])
  const { data } = await db
    .collection('applications')
    .where(older ? _.and([mine, older]) : mine)
    .orderBy('submittedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as Found[]
}

async function lastContact({ openid }: Call): Promise<{ phone: string } | null> {
  const { data } = await db
    .collection('persons')
    .where({ owner: openid })
    .orderBy('createdAt', 'desc')
    .limit(1)
    .field({ phone: true })
    .get()
  const [person] = data as { phone?: unknown }[]
  return typeof person?.phone === 'string' && person.phone !== '' ? { phone: person.phone } : null
}

export const runningCaseAt: Applicant['runningAt'] = async ({ district, address }, { openid, now }) => {
  const [running] = await runningAt(addressDigest(address, district), now, openid)
  return { case: running ? { id: running._id, title: titleOfCase(running.state) } : null }
}

export const oneCase: Applicant['case'] = async ({ id }, { openid, now }) => {
  const head = await ownCase(id, openid, now)
  return ownView(head, await viewPartsOf(head, now), now)
}

/** The applicant's whole view of a case. */
export function ownView(head: Head, { history, person, people, point }: ViewParts, now: Instant) {
  const manager = people.get(head.managerId ?? '')
  return applicantView(
    factsOf(head, now, point),
    history,
    person,
    manager ? { name: manager.name, phone: manager.phone } : null,
  )
}
