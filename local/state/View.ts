import { PlatformError } from '../errors'
import { compileQuery } from './compileQuery'
import { encodeDocument } from './ejson'
import { planQuery } from './planQuery'
import type { Change, Collection, Index, Store } from './Store'
import { type Document, entryKeys, idKey, type KeySpec, sortKey } from './sortableKey'

/** A document found, with its stored text where it came unchanged from the store. */
export type Found = { document: Document; text: string }
export type FindOptions = { order?: KeySpec; offset?: number; limit?: number }

/** Where a view asks before it writes; throws when someone else holds the name or changed the document meanwhile. */
export type Guard = (lockName: string) => void

const documentName = (collection: Collection, id: unknown): string => `${collection.rowid}\0${idKey(id)}`
const keyName = (index: Index, key: Buffer): string => `unique\0${index.rowid}\0${key.toString('latin1')}`

/**
 * The documents as one operation or one transaction sees them: the store, in a transaction as it was at its start
 * (`past`), and over it the writes made here, which reach the store only at `commit`.
 */
export class View {
  private readonly writes = new Map<string, Change>()
  /** unique keys claimed by the writes here → name of the document that holds them */
  private readonly claims = new Map<string, string>()

  constructor(
    private readonly store: Store,
    private readonly guard: Guard,
    private readonly past: () => Map<string, Change> = () => new Map(),
  ) {}

  collection(name: unknown): Collection {
    return this.store.collection(name)
  }

  /** The document with this `_id`. */
  get(collection: Collection, id: unknown): Document | undefined {
    const name = documentName(collection, id)
    const change = this.writes.get(name) ?? this.past().get(name)
    return change ? change.after : this.store.get(collection, id)?.document
  }

  /** Matching documents in order; without an order in that of the index used, or of insertion. Default limit: none. */
  find(
    collection: Collection,
    query: Document,
    { order = [], offset = 0, limit = Number.POSITIVE_INFINITY }: FindOptions = {},
  ): Found[] {
    const { test, distance } = compileQuery(query)
    const changed = new Map([...this.past(), ...this.writes].filter(([, change]) => change.collection === collection))
    const found: Found[] = []
    for (const { after } of changed.values()) {
      if (after && test(after)) found.push({ document: after, text: encodeDocument(after) })
    }
    const plan = planQuery(collection.indexes, query, order)
    // What is already in the wanted order, and has nothing to be merged in, is read no further than needed.
    const sorts = order.length > 0 && (!plan?.sorted || found.length > 0)
    const enough = sorts || distance ? Number.POSITIVE_INFINITY : offset + limit
    for (const row of this.store.scan(collection, plan, Math.min(enough, 100))) {
      if (found.length >= enough) break
      if (changed.has(documentName(collection, row.document._id)) || !test(row.document)) continue
      found.push(row)
    }
    if (sorts) {
      const keyed = found.map((item) => ({ item, key: sortKey(order, item.document) }))
      found.splice(0, found.length, ...keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ item }) => item))
    } else if (distance && order.length === 0) {
      found.sort((a, b) => distance(a.document) - distance(b.document))
    }
    return found.slice(offset, offset + limit)
  }

  /** How many documents match; in the index alone where it knows, and nothing was changed over it. */
  count(collection: Collection, query: Document): number {
    const touched = [...this.past().values(), ...this.writes.values()].some(
      (change) => change.collection === collection,
    )
    const plan = touched ? undefined : planQuery(collection.indexes, query, [])
    return plan?.exact ? this.store.count(plan) : this.find(collection, query).length
  }

  /**
   * Records a document's new content, `undefined` to remove it.
   * @throws PlatformError DATABASE_REQUEST_FAILED when a unique index already holds one of its keys
   */
  put(collection: Collection, id: unknown, after: Document | undefined): void {
    const name = documentName(collection, id)
    this.guard(name)
    for (const [key, holder] of this.claims) if (holder === name) this.claims.delete(key)
    for (const index of after ? collection.indexes : []) {
      const { entries, parallel } = entryKeys(index.keys, after!)
      if (parallel) throw new PlatformError('DATABASE_REQUEST_FAILED', `cannot index parallel arrays: ${index.name}`)
      for (const key of index.unique ? entries : []) this.claim(collection, index, key, name)
    }
    this.writes.set(name, { collection, id, after })
  }

  /** Hands every write to the store, durable when it returns; answers the documents as they stood before. */
  commit(): Map<string, Change> {
    const before = new Map<string, Change>()
    for (const [name, { collection, id }] of this.writes) {
      before.set(name, { collection, id, after: this.store.get(collection, id)?.document })
    }
    if (before.size > 0) this.store.apply([...this.writes.values()])
    return before
  }

  private claim(collection: Collection, index: Index, key: Buffer, name: string): void {
    const lock = keyName(index, key)
    this.guard(lock)
    const holders = this.store.holders(index, key).map((id) => documentName(collection, id))
    const taken = holders.some((holder) => holder !== name && !this.writes.has(holder)) || this.claims.has(lock)
    if (taken) {
      const what = `E11000 duplicate key error collection: ${collection.name} index: ${index.name}`
      throw new PlatformError('DATABASE_REQUEST_FAILED', what)
    }
    this.claims.set(lock, name)
  }
}
