import { setTimeout as delay } from 'node:timers/promises'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import type { Actor, RecordedEvent } from '@shared/flow/events'
import { evolve } from '@shared/flow/evolve'
import { recountOf } from '@shared/flow/recount'
import { type CaseState, pictureIdsOf } from '@shared/flow/state'
import { tasksOwed } from '@shared/flow/tasks'
import type { Instant } from '@shared/time/localDate'
import { calendarAt } from '../clock'
import { type CollectionName, db } from '../cloud'
import { codeOf, Refusal, refuse } from '../refusal'
import { type CommandDocument, type Head, NEVER, NOBODY, type PersonDocument } from './documents'
import { headOf, taskOf } from './entries'
import { canonical, chain, genesisOf, sha256 } from './ledger'
import { outboxOf } from './outbox'

/** A command and everything that must be written with it or not at all. */
export interface Commit {
  caseId: string
  /** Namespaces the command id: one person cannot spend another's. */
  actorKey: string
  commandId: string
  /** What was asked, as parsed; a repeat must be equal. */
  request: unknown
  command: Command
  by: Actor
  now: Instant
  /** The version the asker saw; null where any will do. */
  expectedVersion: number | null
  /** For a submission: whose case it becomes and their personal data. */
  opening?: { owner: string; person: PersonDocument }
  /** What becomes of the person's record with it, made of the record as it then is. */
  amend?: (person: PersonDocument, state: CaseState) => PersonDocument
  /** Pictures the case takes over; they are kept from now on. */
  pictures?: string[]
  /** Who else is to be told (supervisors of an overdue case). */
  alsoTell?: string[]
}

export interface Committed {
  head: Head
  /** Empty when the command had been done before. */
  events: RecordedEvent[]
  repeated: boolean
}

const MAX_ATTEMPTS = 5
const BACKOFF_MS = 20

type Tx = Awaited<ReturnType<typeof db.startTransaction>>

/**
 * Decides and records a command in one transaction: ledger, head, task, outbox and the command itself. Idempotent by
 * (actor, command id). On a conflict with another commit it decides again on what that one left, with jittered
 * backoff, at most five times; then BUSY. A commit whose answer was lost is found by its command record. What is to be
 * committed may still be being looked up: that goes on while the transaction opens.
 */
export async function commit(preparing: Commit | Promise<Commit>): Promise<Committed> {
  for (let attempt = 1; ; attempt += 1) {
    // Looked up while the transaction opens; refused, it is closed again below.
    const [opened, input] = await Promise.allSettled([db.startTransaction(), preparing])
    if (opened.status === 'rejected') throw opened.reason
    const tx = opened.value
    try {
      if (input.status === 'rejected') throw input.reason
      const committed = await attemptCommit(tx, input.value)
      await (committed.repeated ? tx.rollback({}) : tx.commit())
      return committed
    } catch (error) {
      await tx.rollback({}).catch(() => undefined)
      if (error instanceof Refusal || attempt === MAX_ATTEMPTS || !isWorthRetrying(error)) throw error
      await delay(BACKOFF_MS * 2 ** attempt * Math.random())
    }
  }
}

/** A conflict, an expired transaction, or an answer that never came: reading again settles each of them. */
function isWorthRetrying(error: unknown): boolean {
  return (
    codeOf(error).startsWith('DATABASE_TRANSACTION') ||
    ['ECONNRESET', 'ESOCKETTIMEDOUT', 'EPIPE'].includes(codeOf(error))
  )
}

async function attemptCommit(tx: Tx, input: Commit): Promise<Committed> {
  const { caseId, command, by, now } = input
  const commandKey = `${input.actorKey}:${input.commandId}`
  const requestHash = sha256(canonical(input.request))
  const before = await get<CommandDocument>(tx, 'commands', commandKey)
  // The case of a submission is named after its command: where the one is not recorded, the other is not there.
  const head = input.opening && !before ? null : await get<Head>(tx, 'applications', caseId)
  if (before) {
    if (before.requestHash !== requestHash || !head) refuse('COMMAND_REUSED')
    return { head, events: [], repeated: true }
  }
  if (head && input.expectedVersion !== null && head.version !== input.expectedVersion) refuse('CASE_CHANGED')
  const calendar = calendarAt(now)
  // What a newly known calendar changes is settled first, whoever comes by.
  const recounted = head && head.calendarVersion !== calendar.version ? recountOf(head.state, head.told, calendar) : []
  const settled = recounted.reduce((folded, event) => evolve(folded, event, now), head?.state ?? null)
  const decision = decide(settled, command, { now, role: by.role })
  if (!decision.ok) throw new Refusal(decision.error)

  const onto = { caseId, seq: head?.seq ?? 0, hash: head?.hash ?? genesisOf(caseId) }
  const events = chain(onto, [...recounted, ...decision.events], now, by)
  const state = events.reduce<CaseState | null>(
    (folded, { event, at }) => evolve(folded, event, at),
    head?.state ?? null,
  )
  if (!state) throw new Error('a commit left no case')
  const person = input.amend && head ? await get<PersonDocument>(tx, 'persons', head.state.personId) : null
  const amended = person && input.amend ? input.amend(person, state) : null
  const next = headOf(input, head, state, events.at(-1) ?? onto, { calendar, address: amended?.address ?? null })

  await put(tx, 'applications', next)
  await add(
    tx,
    'events',
    events.map((event) => ({ _id: `${caseId}:${event.seq}`, ...event })),
  )
  if (input.opening) await add(tx, 'persons', [input.opening.person])
  if (amended) await put(tx, 'persons', amended)
  const tasks = tasksOwed(state, calendar).map((task) => taskOf(next, task))
  for (const task of tasks) await put(tx, 'tasks', task)
  for (const id of head?.tasks ?? []) if (!next.tasks.includes(id)) await tx.collection('tasks').doc(id).delete()
  const told = { dueDay: tasks[0]?.dueDay ?? null, calendar, alsoTell: input.alsoTell ?? [], by, before: head }
  await add(tx, 'outbox', outboxOf(next, events, told))
  for (const picture of input.pictures ?? []) {
    await tx.collection('pictures').doc(picture).update({ expiresAt: NEVER })
  }
  if (command.type === 'withdraw') await erase(tx, state, now)
  // Staff's own half-filled application has nothing to do with one they write down for somebody else.
  if (command.type === 'submit' && command.channel === 'online')
    await tx.collection('drafts').doc(input.actorKey).delete()
  const done: CommandDocument = { _id: commandKey, requestHash, caseId, version: next.version, at: now }
  await add(tx, 'commands', [done])
  return { head: next, events, repeated: false }
}

/** Blanks the person's record and lets every picture go; the next sweep removes the files. The ledger names neither. */
async function erase(tx: Tx, state: CaseState, now: Instant): Promise<void> {
  const person = await get<PersonDocument>(tx, 'persons', state.personId)
  if (person) await put(tx, 'persons', { ...person, ...NOBODY })
  for (const picture of pictureIdsOf(state)) await tx.collection('pictures').doc(picture).update({ expiresAt: now })
}

/** In a transaction a missing document reads as null. */
async function get<T>(tx: Tx, collection: CollectionName, id: string): Promise<T | null> {
  const { data } = await tx.collection(collection).doc(id).get()
  return (Array.isArray(data) ? data[0] : data) ?? null
}

/** Replaces a whole document. */
async function put(tx: Tx, collection: CollectionName, { _id, ...body }: { _id: string }): Promise<void> {
  await tx.collection(collection).doc(_id).set(body)
}

/** Creates documents in one call, whose way there and back is most of its cost; one that is there already fails the transaction. */
async function add(tx: Tx, collection: CollectionName, documents: readonly { _id: string }[]): Promise<void> {
  if (documents.length > 0) await tx.collection(collection).add(documents)
}
