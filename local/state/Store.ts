import type Database from 'libsql'
import { DataFolderError, PlatformError } from '../errors'
import { COLLECTION_NAME_MAX, INDEX_FIELDS_MAX } from '../limits'
import { decodeDocument, encodeDocument } from './ejson'
import type { IndexShape, KeyRange, Plan } from './planQuery'
import { ABOVE, type Document, encodeValue, entryKeys, type KeySpec } from './sortableKey'

/** One index of a collection; `direction` 1 or -1. The same shape as in database.json. */
type IndexSpec = { name: string; keys: KeySpec; unique?: boolean }
/** One collection of database.json. */
export type CollectionSpec = { name: string; indexes?: IndexSpec[] }
export type Index = IndexShape & { rowid: number; name: string }
export type Collection = { rowid: number; name: string; indexes: Index[] }
/** A stored document; `text` is its canonical EJSON, `rowid` its place in insertion order. */
export type Row = { rowid: number; text: string; document: Document }
/** A change of one document; `after` undefined removes it. */
export type Change = { collection: Collection; id: unknown; after: Document | undefined }

const SCHEMA = `
CREATE TABLE IF NOT EXISTS collections (rowid INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS indexes (rowid INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL,
  keys TEXT NOT NULL, is_unique INTEGER NOT NULL, multikey INTEGER NOT NULL DEFAULT 0, UNIQUE (collection, name));
CREATE TABLE IF NOT EXISTS documents (rowid INTEGER PRIMARY KEY, collection INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS documents_by_collection ON documents (collection);
CREATE TABLE IF NOT EXISTS entries (idx INTEGER NOT NULL, key BLOB NOT NULL, doc INTEGER NOT NULL,
  PRIMARY KEY (idx, key, doc)) WITHOUT ROWID;
`
const ID_INDEX: IndexSpec = { name: '_id_', keys: [{ field: '_id', direction: 1 }], unique: true }
const SCAN_BATCH = 256
const ENTRY_COLUMNS = 'SELECT e.key, d.rowid, d.body FROM entries e JOIN documents d ON d.rowid = e.doc WHERE e.idx = ?'

/** The committed documents and their index entries in one SQLite file. Knows nothing of transactions in flight. */
export class Store {
  private readonly collections = new Map<string, Collection>()
  private readonly statements = new Map<string, Database.Statement>()

  constructor(private readonly db: Database.Database) {
    db.exec(SCHEMA)
    for (const [rowid, name] of this.rows('SELECT rowid, name FROM collections', [])) {
      this.collections.set(name as string, { rowid: rowid as number, name: name as string, indexes: [] })
    }
    for (const collection of this.collections.values()) {
      const sql = 'SELECT rowid, name, keys, is_unique, multikey FROM indexes WHERE collection = ? ORDER BY rowid'
      for (const [rowid, name, keys, unique, multikey] of this.rows(sql, [collection.rowid])) {
        const shape = { keys: JSON.parse(keys as string), unique: unique === 1, multikey: multikey === 1 }
        collection.indexes.push({ ...shape, rowid: rowid as number, name: name as string })
      }
    }
  }

  close(): void {
    this.db.close()
  }

  /** @throws PlatformError DATABASE_COLLECTION_NOT_EXIST: collections are never made by a write. */
  collection(name: unknown): Collection {
    const found = this.collections.get(String(name))
    if (!found) throw new PlatformError('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${String(name)}`)
    return found
  }

  /** Makes an empty collection, durably. */
  addCollection(name: string): void {
    if (!/^[a-zA-Z0-9][\w-]*$/.test(name) || name.length > COLLECTION_NAME_MAX) {
      throw new PlatformError('INVALID_PARAM', `invalid collection name: ${name}`)
    }
    if (this.collections.has(name)) throw new PlatformError('DATABASE_REQUEST_FAILED', `collection exists: ${name}`)
    try {
      this.durably(() => this.define({ name }))
    } catch (error) {
      this.collections.delete(name)
      throw error
    }
  }

  /** Brings collections and indexes to the specification; collections it does not name stay. */
  defineAll(specs: CollectionSpec[]): void {
    this.durably(() => {
      for (const spec of specs) this.define(spec)
    })
  }

  /** The committed document with this `_id`. */
  get(collection: Collection, id: unknown): Row | undefined {
    const key = encodeValue(id)
    const ranges = [{ low: key, high: Buffer.concat([key, ABOVE]), fixed: key.length }]
    return this.scan(
      collection,
      { index: collection.indexes[0]!, ranges, reverse: false, sorted: true, exact: true },
      1,
    ).next().value
  }

  /** `_id`s of the committed documents holding this exact key in an index. */
  holders(index: Index, key: Buffer): unknown[] {
    const sql = `${ENTRY_COLUMNS} AND e.key = ?`
    return this.rows(sql, [index.rowid, key]).map(([, , body]) => decodeDocument(body as string)._id)
  }

  /** How many committed documents an exact plan holds: counted in the index, no document is read. */
  count({ index, ranges }: Plan<Index>): number {
    const sql = 'SELECT count(*) FROM entries WHERE idx = ? AND key >= ? AND key < ?'
    return ranges.reduce((total, { low, high }) => total + Number(this.rows(sql, [index.rowid, low, high])[0]![0]), 0)
  }

  /** Committed documents in the plan's order, or in insertion order without a plan; each once. Reads `hint` rows at first. */
  *scan(collection: Collection, plan: Plan<Index> | undefined, hint: number): Generator<Row> {
    if (!plan) return yield* this.scanAll(collection)
    const cursors = plan.ranges.map((range) => this.scanRange(plan, range, hint))
    const heads = cursors.map((cursor) => cursor.next().value)
    const seen = new Set<number>()
    for (;;) {
      // Ranges of equal prefix length merge by what follows the prefix, which is the order asked for.
      let next = -1
      heads.forEach((head, i) => {
        if (head && (next < 0 || Buffer.compare(head.suffix, heads[next]!.suffix) * (plan.reverse ? -1 : 1) < 0))
          next = i
      })
      if (next < 0) return
      const { rowid, text } = heads[next]!
      heads[next] = cursors[next]!.next().value
      if (seen.has(rowid)) continue
      if (plan.index.multikey) seen.add(rowid)
      yield { rowid, text, document: decodeDocument(text) }
    }
  }

  /** Writes the changes and makes them durable before it returns: all of them, or none and an error. */
  apply(changes: Change[]): void {
    this.durably(() => {
      const rows = changes.map(({ collection, id }) => this.get(collection, id))
      // Old entries go first: a unique key may move from one document of this batch to another.
      changes.forEach(({ collection }, i) => {
        const row = rows[i]
        if (row) this.unindex(collection, row)
      })
      changes.forEach(({ collection, after }, i) => {
        const rowid = rows[i]?.rowid
        if (!after && rowid !== undefined) this.run('DELETE FROM documents WHERE rowid = ?', [rowid])
        if (!after) return
        const text = encodeDocument(after)
        if (rowid !== undefined) this.run('UPDATE documents SET body = ? WHERE rowid = ?', [text, rowid])
        const inserted =
          rowid ?? this.run('INSERT INTO documents (collection, body) VALUES (?, ?)', [collection.rowid, text])
        for (const index of collection.indexes) this.enter(index, inserted, after)
      })
    })
  }

  private define(spec: CollectionSpec): void {
    const collection = this.collections.get(spec.name) ?? {
      rowid: this.run('INSERT INTO collections (name) VALUES (?)', [spec.name]),
      name: spec.name,
      indexes: [],
    }
    this.collections.set(spec.name, collection)
    const wanted = [ID_INDEX, ...(spec.indexes ?? [])]
    for (const index of [...collection.indexes]) {
      const same = wanted.find(({ name }) => name === index.name)
      if (same && JSON.stringify(same.keys) === JSON.stringify(index.keys) && !!same.unique === index.unique) continue
      this.run('DELETE FROM entries WHERE idx = ?', [index.rowid])
      this.run('DELETE FROM indexes WHERE rowid = ?', [index.rowid])
      collection.indexes.splice(collection.indexes.indexOf(index), 1)
    }
    for (const { name, keys, unique = false } of wanted) {
      if (collection.indexes.some((index) => index.name === name)) continue
      if (keys.length > INDEX_FIELDS_MAX) throw new DataFolderError(`index ${spec.name}.${name} has too many fields`)
      const sql = 'INSERT INTO indexes (collection, name, keys, is_unique) VALUES (?, ?, ?, ?)'
      const rowid = this.run(sql, [collection.rowid, name, JSON.stringify(keys), unique ? 1 : 0])
      const index: Index = { rowid, name, keys, unique, multikey: false }
      collection.indexes.push(index)
      for (const row of this.scanAll(collection)) {
        const taken = unique && entryKeys(keys, row.document).entries.some((key) => this.holders(index, key).length > 0)
        if (taken) throw new DataFolderError(`unique index ${spec.name}.${name}: stored documents share a key`)
        this.enter(index, row.rowid, row.document)
      }
    }
  }

  private enter(index: Index, rowid: number, document: Document): void {
    const { entries, multikey } = entryKeys(index.keys, document)
    for (const key of entries)
      this.run('INSERT INTO entries (idx, key, doc) VALUES (?, ?, ?)', [index.rowid, key, rowid])
    if (!multikey || index.multikey) return
    index.multikey = true
    this.run('UPDATE indexes SET multikey = 1 WHERE rowid = ?', [index.rowid])
  }

  private unindex(collection: Collection, row: Row): void {
    for (const index of collection.indexes) {
      for (const key of entryKeys(index.keys, row.document).entries) {
        this.run('DELETE FROM entries WHERE idx = ? AND key = ? AND doc = ?', [index.rowid, key, row.rowid])
      }
    }
  }

  private *scanAll(collection: Collection): Generator<Row> {
    const sql = 'SELECT rowid, body FROM documents WHERE collection = ? AND rowid > ? ORDER BY rowid LIMIT ?'
    for (let last = -1; ; ) {
      const batch = this.rows(sql, [collection.rowid, last, SCAN_BATCH])
      for (const [rowid, body] of batch) {
        yield { rowid: rowid as number, text: body as string, document: decodeDocument(body as string) }
      }
      if (batch.length < SCAN_BATCH) return
      last = batch.at(-1)![0] as number
    }
  }

  private *scanRange({ index, reverse }: Plan<Index>, { low, high, fixed }: KeyRange, hint: number) {
    const [from, order] = reverse
      ? ['(e.key, e.doc) < (?, ?) AND e.key >= ?', 'DESC']
      : ['(e.key, e.doc) > (?, ?) AND e.key < ?', 'ASC']
    const sql = `${ENTRY_COLUMNS} AND ${from} ORDER BY e.key ${order}, e.doc ${order} LIMIT ?`
    let position: [Buffer, number] = [reverse ? high : low, -1]
    for (let size = Math.max(1, Math.min(hint, SCAN_BATCH)); ; size = SCAN_BATCH) {
      const batch = this.rows(sql, [index.rowid, ...position, reverse ? low : high, size])
      for (const [bytes, rowid, body] of batch) {
        const key = Buffer.from(bytes as ArrayBuffer)
        position = [key, rowid as number]
        yield { suffix: key.subarray(fixed), rowid: rowid as number, text: body as string }
      }
      if (batch.length < size) return
    }
  }

  private statement(sql: string): Database.Statement {
    const known = this.statements.get(sql)
    if (known) return known
    const prepared = this.db.prepare(sql)
    this.statements.set(sql, prepared)
    return prepared
  }

  private rows(sql: string, values: unknown[]): unknown[][] {
    return this.statement(sql).raw().all(values) as unknown[][]
  }

  private run(sql: string, values: unknown[]): number {
    return Number(this.statement(sql).run(values).lastInsertRowid)
  }

  /** COMMIT returns after fsync (WAL, synchronous=FULL); a failure leaves the file as it was. */
  private durably(work: () => void): void {
    this.db.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.db.exec('COMMIT')
    } catch (error) {
      if (this.db.inTransaction) this.db.exec('ROLLBACK')
      const code = (error as { code?: unknown }).code
      if (typeof code !== 'string' || !code.startsWith('SQLITE_')) throw error
      throw new PlatformError('SYS_ERR', `the data folder cannot be written, nothing was stored: ${code}`)
    }
  }
}
