import { join } from 'node:path'
import Database from 'libsql'
import { planOf, type Template } from './template'

/** Copies of one case: every `every`th of the cases is one, beginning with number `from`. */
export interface Copies {
  caseId: string
  share: (index: number) => boolean
}

/** Cases copied in one go: their pages stay in the cache. */
const CHUNK = 10_000

/**
 * Fills a database no host holds with copies of the cases it has: whole cases, every document and every index entry,
 * each under names of its own. Twenty million documents would take hours through the SDK; the file itself takes them in
 * minutes. Files in storage are not copied. Answers the documents the database then holds.
 */
export function multiply(dataFolder: string, count: number, copies: readonly Copies[]): number {
  const db = new Database(join(dataFolder, 'database.sqlite'))
  try {
    // A broken load is thrown away as a whole.
    for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -1000000']) db.pragma(pragma)
    const templates = copies.map(({ caseId }) => planOf(db, caseId))
    db.exec('CREATE TEMP TABLE cases (template INTEGER, n INTEGER, digits TEXT, plain BLOB, inverted BLOB)')
    const add = db.prepare('INSERT INTO cases VALUES (?, ?, ?, ?, ?)')
    const last = db.prepare('SELECT max(rowid) AS last FROM documents').get() as { last: number }
    let next = last.last + 1
    for (let from = 0; from < count; from += CHUNK) {
      db.exec('BEGIN')
      db.exec('DELETE FROM cases')
      for (let n = from; n < Math.min(count, from + CHUNK); n += 1) {
        const digits = String(n).padStart(9, '0')
        const plain = Buffer.from(digits)
        const template = copies.findIndex(({ share }) => share(n))
        add.run([template, n - from, digits, plain, Buffer.from(plain.map((byte) => byte ^ 0xff))])
      }
      templates.forEach((template, number) => {
        next = copy(db, template, number, next)
      })
      db.exec('COMMIT')
    }
    return (db.prepare('SELECT count(*) AS total FROM documents').get() as { total: number }).total
  } finally {
    db.close()
  }
}

/** One document of all the chunk's cases after the other, so that the table only grows at its end. Answers the next free number. */
function copy(db: Database.Database, { documents }: Template, number: number, first: number): number {
  let next = first
  for (const { collection, body, entries } of documents) {
    db.prepare(
      `INSERT INTO documents (rowid, collection, body) SELECT ${next} + n, ${collection}, ${body} FROM cases WHERE template = ${number} ORDER BY n`,
    ).run([])
    for (const { index, key } of entries) {
      db.prepare(
        `INSERT INTO entries (idx, key, doc) SELECT ${index}, ${key}, ${next} + n FROM cases WHERE template = ${number} ORDER BY n`,
      ).run([])
    }
    next += CHUNK
  }
  return next
}
