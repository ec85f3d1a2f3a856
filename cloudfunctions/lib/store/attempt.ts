import { decide } from '@shared/flow/decide'
import { deployment } from '@shared/flow/deployment'
import { evolve } from '@shared/flow/evolve'
import { recountOf } from '@shared/flow/recount'
import { type CaseState, pictureIdsOf, replacedPictures } from '@shared/flow/state'
import { tasksOwed } from '@shared/flow/tasks'
import type { Instant } from '@shared/time/localDate'
import { calendarAt } from '../clock'
import { Refusal, refuse } from '../refusal'
import { type Commit, type Committed, commandKey, type Prepared, requestHash } from './command'
import { type CommandDocument, ERASED_PERSON, type Head, type PersonDocument } from './documents'
import { headOf, taskOf } from './entries'
import { headFrom } from './heads'
import { chain, genesisOf } from './ledger'
import { outboxOf } from './outbox'
import { NEVER } from './schemas'
import { add, get, put, rawIn, type Tx } from './transaction'

/** One attempt at a command inside a transaction that is the caller's to end. `opening`: a submission, prepared already. */
export async function attempt(tx: Tx, input: Commit, opening: Prepared | null): Promise<Committed> {
  const { caseId } = input
  const raw = opening ? null : await rawIn(tx, 'applications', caseId)
  const head = raw === null ? null : await headFrom(raw, input.now)
  const prepared = opening ?? (await input.prepare(head))
  const { command, by, expectedVersion, alsoTell = [], pictures = [] } = prepared
  if (head && expectedVersion !== undefined && head.version !== expectedVersion) refuse('CASE_CHANGED')
  // Whoever waited for another command is recorded after it, also by the clock.
  const now = Math.max(input.now, head?.recordedAt ?? 0)
  const calendar = calendarAt(now)
  // What a newly known calendar changes is settled first, whoever comes by.
  const recounted = head && head.calendarVersion !== calendar.version ? recountOf(head.state, head.told, calendar) : []
  const settled = recounted.reduce((folded, event) => evolve(folded, event, now), head?.state ?? null)
  const { saidAt = null } = prepared
  const said = saidAt === null ? undefined : { at: saidAt, calendar }
  const decision = decide(settled, command, { now, role: by.role, said })
  if (!decision.ok) throw new Refusal(decision.error)

  const onto = { caseId, seq: head?.seq ?? 0, hash: head?.hash ?? genesisOf(caseId), at: now }
  const events = chain(onto, [...recounted, ...decision.events], now, by)
  const state = events.reduce<CaseState | null>(
    (folded, { event, at }) => evolve(folded, event, at),
    head?.state ?? null,
  )
  if (!state) throw new Error('a commit left no case')
  const person = await personAfter(tx, prepared, head, state)
  const next = headOf({ ...prepared, caseId }, head, state, events.at(-1) ?? onto, {
    calendar,
    address: person?.address ?? null,
  })

  await (head ? put(tx, 'applications', next) : add(tx, 'applications', [next]))
  await add(
    tx,
    'events',
    events.map((event) => ({ _id: `${caseId}:${event.seq}`, ...event })),
  )
  if (person) await (head ? put(tx, 'persons', person) : add(tx, 'persons', [person]))
  const tasks = tasksOwed(state, calendar)
  for (const task of tasks) await put(tx, 'tasks', taskOf(next, task))
  for (const id of head?.tasks ?? []) if (!next.tasks.includes(id)) await tx.collection('tasks').doc(id).delete()
  const told = { tasks, calendar, alsoTell, by, before: head }
  await add(tx, 'outbox', outboxOf(next, events, told))
  for (const picture of pictures) {
    await tx.collection('pictures').doc(picture).update({ expiresAt: NEVER })
  }
  for (const id of prepared.settles ?? []) await tx.collection('proposals').doc(id).delete()
  if (command.type === 'withdraw') await letGo(tx, [...pictureIdsOf(state), ...replacedPictures(state)], now)
  if (command.type === 'energize') await letGo(tx, replacedPictures(state), now + deployment.replacedPaperMs)
  // Staff's own half-filled application has nothing to do with one they write down for somebody else.
  if (command.type === 'submit' && command.channel === 'online')
    await tx.collection('drafts').doc(input.actorKey).delete()
  const { version } = next
  const done: CommandDocument = { _id: commandKey(input), requestHash: requestHash(input), caseId, version, at: now }
  await add(tx, 'commands', [done])
  return { head: next, events, person, repeated: false, version }
}

/** The person's record as the command leaves it; null where it leaves it alone. Of an application taken back nothing is left. */
async function personAfter(
  tx: Tx,
  { opening, amend, command }: Prepared,
  head: Head | null,
  state: CaseState,
): Promise<PersonDocument | null> {
  if (!head) return opening?.person ?? null
  const erases = command.type === 'withdraw'
  if (!amend && !erases) return null
  const before = await get(tx, 'persons', state.personId)
  if (erases) {
    const words = wordsKept(before, state)
    return { _id: state.personId, owner: head.owner, createdAt: before?.createdAt ?? 0, ...ERASED_PERSON, words }
  }
  // Nothing is written over a record that cannot be read.
  if (!before) throw new Error('a case without its person record')
  const after = amend!(before, state)
  return state.status === 'withdrawn' ? { ...after, words: wordsKept(after, state) } : after
}

/** Taking an application back takes back no complaint: its words are kept until it is answered, and then the answer alone. */
const wordsKept = (person: PersonDocument | null, { complaints }: CaseState): PersonDocument['words'] =>
  (person?.words ?? []).filter(
    ({ number, from }) => from === 'supervisor' || complaints[number - 1]?.answeredAt === null,
  )

/** Lets pictures go: after that instant the next sweep removes the files no case holds. */
async function letGo(tx: Tx, pictures: readonly string[], at: Instant): Promise<void> {
  for (const picture of pictures) await tx.collection('pictures').doc(picture).update({ expiresAt: at })
}
