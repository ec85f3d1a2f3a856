import { createHash } from 'node:crypto'
import { type CollectionName, db } from '../cloud'
import { log } from '../log'
import type { DocumentOf } from './documents'
import { schemaOf } from './schemaOf'

/** Collections whose ids hold somebody's openid: a report names them by a digest. */
const PERSONAL: readonly CollectionName[] = ['commands', 'drafts', 'readings']

/** Says in the log which document is not as it should be, and where; never what it holds. */
export function report(collection: CollectionName, raw: unknown, what: string): void {
  const found = typeof raw === 'object' && raw !== null && '_id' in raw ? String(raw._id) : 'without an id'
  const id = PERSONAL.includes(collection) ? createHash('sha256').update(found).digest('hex').slice(0, 16) : found
  log(`set aside ${collection}/${id}: ${what}`)
}

/** A stored document as its schema has it; null, and reported by its id, where it is not one. */
export function parsed<C extends CollectionName>(collection: C, raw: unknown): DocumentOf<C> | null {
  const { success, data, error } = schemaOf(collection).safeParse(raw)
  if (success) return data as DocumentOf<C>
  const [issue] = error.issues
  report(collection, raw, `${issue.path.join('.')} ${issue.code}`)
  return null
}

/** Those of a query's rows that are documents of the collection; the others are reported and left out. */
export const sound = <C extends CollectionName>(collection: C, rows: readonly unknown[]): DocumentOf<C>[] =>
  rows.flatMap((row) => parsed(collection, row) ?? [])

/** A document outside a transaction, as it is stored, or null. */
export async function rawById(collection: CollectionName, id: string): Promise<unknown> {
  const { data } = await db.collection(collection).doc(id).get()
  return (Array.isArray(data) ? data[0] : data) ?? null
}

/** A document outside a transaction; null where there is none, or none that can be read. A case's head is read by `heads`. */
export async function read<C extends Exclude<CollectionName, 'applications'>>(
  collection: C,
  id: string,
): Promise<DocumentOf<C> | null> {
  const raw = await rawById(collection, id)
  return raw === null ? null : parsed(collection, raw)
}
