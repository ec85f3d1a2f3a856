import { setTimeout as delay } from 'node:timers/promises'
import { type CollectionName, db } from '../cloud'
import { codeOf } from '../refusal'
import type { DocumentOf } from './documents'
import { parsed } from './stored'

export type Tx = Awaited<ReturnType<typeof db.startTransaction>>

export const begin = (): Promise<Tx> => db.startTransaction()

const MAX_ATTEMPTS = 6
const BACKOFF_MS = 20

/** Does something in a transaction of its own, and anew on a conflict with another, with jittered backoff. */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    const tx = await begin()
    try {
      const done = await work(tx)
      await tx.commit()
      return done
    } catch (error) {
      await tx.rollback({}).catch(() => undefined)
      if (!codeOf(error).startsWith('DATABASE_TRANSACTION') || tried === MAX_ATTEMPTS) throw error
      await delay(BACKOFF_MS * 2 ** tried * Math.random())
    }
  }
}

/** In a transaction a missing document reads as null. */
export async function rawIn(tx: Tx, collection: CollectionName, id: string): Promise<unknown> {
  const { data } = await tx.collection(collection).doc(id).get()
  return (Array.isArray(data) ? data[0] : data) ?? null
}

/** As above, as the collection's schema has it; null also where it cannot be read. A case's head is read by `heads`. */
export async function get<C extends Exclude<CollectionName, 'applications'>>(
  tx: Tx,
  collection: C,
  id: string,
): Promise<DocumentOf<C> | null> {
  const raw = await rawIn(tx, collection, id)
  return raw === null ? null : parsed(collection, raw)
}

/** Replaces a whole document. */
export async function put<D extends { _id: string }>(
  tx: Tx,
  collection: CollectionName,
  { _id, ...body }: D,
): Promise<void> {
  await tx.collection(collection).doc(_id).set(body)
}

/** Creates documents in one call, whose way there and back is most of its cost; one that is there already fails the transaction. */
export async function add(tx: Tx, collection: CollectionName, documents: readonly { _id: string }[]): Promise<void> {
  if (documents.length > 0) await tx.collection(collection).add(documents)
}
