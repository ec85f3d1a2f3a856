import tcb from '@cloudbase/node-sdk'

/** What the benchmark measures against: the bare SDK, inside a function like any other. Never deployed. */
const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string, keepalive: true }).database()
const _ = db.command
const PAGE = 1000

type Stored = Record<string, unknown> & { _id: string }

/** What a command wrote: its case's events after number `since`, and all that goes with them. */
export interface Wrote {
  do: 'mirror'
  caseId: string
  since: number
  /** Of its record in `commands`. */
  command: string
  pictures: string[]
  /** Ids of the tasks the case owed before. */
  owed: string[]
}
/** What is due by `until`, asked in one of three ways. */
export interface Due {
  do: 'due'
  how: 'indexed' | 'unindexed' | 'allOpen'
  until: number
}
/** A first page made in memory of everything open. */
export interface Listed {
  do: 'listed'
  of: 'tasks' | 'overview'
  assignee: string
}
export interface Measured {
  /** What the asked-for work took inside the function. */
  ms: number
  /** Documents written or found. */
  documents: number
  /** Of the case, after a mirrored command. */
  seq: number
  owed: string[]
}

export async function main(event: Wrote | Due | Listed): Promise<Measured> {
  if (event.do === 'mirror') return mirror(event)
  const started = performance.now()
  const documents = await (event.do === 'due' ? due(event) : listed(event))
  return { ms: performance.now() - started, documents, seq: 0, owed: [] }
}

/** One transaction that writes the same documents as a command did, one call each, and nothing else. */
async function mirror({ caseId, since, command, pictures, owed }: Wrote): Promise<Measured> {
  const [head] = await found('applications', { _id: caseId })
  const tasks = head.tasks as string[]
  const events = await found('events', { caseId, seq: _.gt(since) })
  const outbox = await found('outbox', { _id: _.and([_.gte(`${caseId}:`), _.lt(`${caseId};`)]) })
  const added = [
    ...events,
    ...(since === 0 ? await found('persons', { _id: `p-${caseId}` }) : []),
    ...outbox.filter(({ _id }) => Number(_id.split(':')[1]) > since),
    ...(await found('commands', { _id: command })),
  ]
  const set = [
    head,
    ...(await found('tasks', { _id: _.in(tasks) })),
    ...(await found('pictures', { _id: _.in(pictures) })),
  ]
  // A submission also removes the draft.
  const removed = owed.filter((id) => !tasks.includes(id)).length + (since === 0 ? 1 : 0)
  const stamp = `${process.hrtime.bigint()}`

  const started = performance.now()
  const tx = await db.startTransaction()
  for (const { _id, ...body } of set) await tx.collection('probe').doc(`${stamp}-${_id}`).set(body)
  for (const { _id, ...body } of added) await tx.collection('probe').add({ _id: `${stamp}-${_id}`, ...body })
  for (let index = 0; index < removed; index += 1) await tx.collection('probe').doc(`${stamp}-${index}`).delete()
  await tx.commit()
  const documents = set.length + added.length + removed
  return { ms: performance.now() - started, documents, seq: head.seq as number, owed: tasks }
}

async function found(collection: string, where: object): Promise<Stored[]> {
  const { data } = await db.collection(collection).where(where).limit(100).get()
  return data as Stored[]
}

async function due({ how, until }: Due): Promise<number> {
  switch (how) {
    case 'indexed':
      return (
        await db
          .collection('tasks')
          .where({ attentionAt: _.lte(until) })
          .orderBy('attentionAt', 'asc')
          .limit(50)
          .get()
      ).data.length
    // The promise's own due day, where no index leads to.
    case 'unindexed':
      return (
        await db
          .collection('applications')
          .where({ 'told.dueAt': _.lte(until) })
          .limit(50)
          .get()
      ).data.length
    case 'allOpen':
      return (await everything('applications', { open: true })).filter(({ dueAt }) => (dueAt as number) <= until).length
  }
}

async function listed({ of, assignee }: Listed): Promise<number> {
  if (of === 'tasks') {
    const tasks = await everything('tasks', { assignee })
    return tasks.sort((a, b) => (a.dueAt as number) - (b.dueAt as number)).slice(0, 21).length
  }
  const open = await everything('applications', { open: true })
  return new Set(open.map(({ status, state }) => `${status} ${(state as { customerClass: string }).customerClass}`))
    .size
}

/** Every document of a query, a thousand a call, in the order of the day it is due. */
async function everything(collection: string, where: object): Promise<Stored[]> {
  const all: Stored[] = []
  for (;;) {
    const page = db.collection(collection).where(where).orderBy('dueAt', 'asc').orderBy('_id', 'asc')
    const { data } = await page.skip(all.length).limit(PAGE).get()
    all.push(...(data as Stored[]))
    if (data.length < PAGE) return all
  }
}
