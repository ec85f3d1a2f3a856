import tcb from '@cloudbase/node-sdk'

/** What the benchmark measures against: the bare SDK, inside a function like any other. Never deployed. */
const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string, keepalive: true }).database()
const _ = db.command

type Event =
  | { do: 'transaction'; documents: number }
  | { do: 'fill'; from: number; to: number; dueFrom: number }
  | { do: 'query'; field: 'attentionAt' | 'unindexed'; until: number }

/** Milliseconds the asked-for work took inside the function, and how many rows a query gave. */
export async function main(event: Event): Promise<{ ms: number; rows: number }> {
  const started = performance.now()
  const rows = await work(event)
  return { ms: performance.now() - started, rows }
}

async function work(event: Event): Promise<number> {
  switch (event.do) {
    case 'transaction':
      return transaction(event.documents)
    case 'fill':
      return fill(event.from, event.to, event.dueFrom)
    case 'query':
      return query(event.field, event.until)
  }
}

/** One transaction that writes so many documents the size of a case's, and nothing else. */
async function transaction(documents: number): Promise<number> {
  const stamp = `${process.hrtime.bigint()}`
  const tx = await db.startTransaction()
  for (let index = 0; index < documents; index += 1) {
    await tx
      .collection('probe')
      .doc(`${stamp}-${index}`)
      .set({ text: 'x'.repeat(600), index })
  }
  await tx.commit()
  return documents
}

/** Stored tasks whose attention is due one a minute from `dueFrom` on. */
async function fill(from: number, to: number, dueFrom: number): Promise<number> {
  for (let start = from; start < to; start += 500) {
    const documents = Array.from({ length: Math.min(500, to - start) }, (_row, offset) => {
      const at = dueFrom + (start + offset) * 60_000
      return { _id: `bench-${start + offset}`, attentionAt: at, unindexed: at, text: 'x'.repeat(600) }
    })
    await db.collection('tasks').add(documents as unknown as object)
  }
  return to - from
}

/** What the sweep asks: the next fifty due. */
async function query(field: string, until: number): Promise<number> {
  const { data } = await db
    .collection('tasks')
    .where({ [field]: _.lte(until) })
    .orderBy(field, 'asc')
    .limit(50)
    .get()
  return data.length
}
