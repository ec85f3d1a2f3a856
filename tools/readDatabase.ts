import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EJSON } from 'bson'
import Database from 'libsql'

/** A stored document, its values as the SDK would give them. */
export type Stored = Record<string, unknown> & { _id: string }

/** Everything in a database file that no host holds, with what its write-ahead log has not yet handed over. */
export function readDatabase(dataFolder: string): Record<string, Stored[]> {
  // A copy, because the driver lets go of a file only when its memory is collected.
  const copy = mkdtempSync(path.join(tmpdir(), 'onecert-reading-'))
  for (const file of ['database.sqlite', 'database.sqlite-wal']) {
    if (existsSync(path.join(dataFolder, file))) copyFileSync(path.join(dataFolder, file), path.join(copy, file))
  }
  const database = new Database(path.join(copy, 'database.sqlite'))
  try {
    const rows = database
      .prepare('SELECT c.name AS name, d.body AS body FROM documents d JOIN collections c ON c.rowid = d.collection')
      .all() as { name: string; body: string }[]
    const found: Record<string, Stored[]> = {}
    for (const { name, body } of rows) {
      found[name] ??= []
      found[name].push(EJSON.parse(body) as Stored)
    }
    return found
  } finally {
    database.close()
    rmSync(copy, { recursive: true, force: true })
  }
}
