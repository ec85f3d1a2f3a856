import { _, db } from '../cloud'
import { type Migration, migrations, type Raw } from './migrations'
import { read } from './stored'
import { inTransaction, put, rawIn } from './transaction'

const PAGE = 100

/** All are done: this instance need not ask again. */
let done = false

/** Does a page of the first migration that is not done. Returns how many documents it went through; 0 when all are done. */
export async function migratePage(): Promise<number> {
  if (done) return 0
  for (const migration of migrations) {
    const progress = await read('migrations', migration.name)
    if (progress?.done) continue
    return pageOf(migration, progress?.after ?? '')
  }
  done = true
  return 0
}

async function pageOf({ name, collection, change }: Migration, after: string): Promise<number> {
  const { data } = await db
    .collection(collection)
    .where({ _id: _.gt(after) })
    .orderBy('_id', 'asc')
    .limit(PAGE)
    .get()
  const page = data as Raw[]
  for (const { _id } of page.filter((document) => change(document) !== null))
    await inTransaction(async (tx) => {
      // As it is now: somebody may have written it since.
      const found = (await rawIn(tx, collection, _id)) as Raw | null
      const changed = found && change({ ...found, _id })
      if (changed) await put(tx, collection, changed)
    })
  const last = page.at(-1)?._id ?? after
  const { _id, ...progress } = { _id: name, after: last, done: page.length < PAGE }
  await db.collection('migrations').doc(_id).set(progress)
  return Math.max(page.length, 1)
}
