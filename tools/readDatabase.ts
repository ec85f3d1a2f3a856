import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EJSON } from 'bson'
import Database from 'libsql'

/** A stored document, its values as the SDK would give them. */
export type Stored = Record<string, unknown> & { _id: string }

const DATABASE = 'database.sqlite'
const LOG = `${DATABASE}-wal`
const LOG_HEADER_BYTES = 32

/** Everything in a data folder's database as it was last committed, also while a host is running on it. */
export function readDatabase(dataFolder: string): Record<string, Stored[]> {
  const copy = mkdtempSync(path.join(tmpdir(), 'onecert-reading-'))
  copyDatabase(dataFolder, copy)
  const database = new Database(path.join(copy, DATABASE))
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

/**
 * The host holds its file alone, so a copy is read. The log is copied after the file: every page the host may have moved from the
 * log into the file meanwhile is then in the log's copy too, and read from there. Only a log begun anew has lost such pages; its
 * header, which is another one each time, shows that, and the copy is made again. https://www.sqlite.org/fileformat2.html#walformat
 */
function copyDatabase(from: string, to: string): void {
  for (let before = logHeader(from), same = false; !same; ) {
    copyFileSync(path.join(from, DATABASE), path.join(to, DATABASE))
    if (existsSync(path.join(from, LOG))) copyFileSync(path.join(from, LOG), path.join(to, LOG))
    const after = logHeader(from)
    same = after.equals(before)
    before = after
  }
}

function logHeader(folder: string): Buffer {
  const header = Buffer.alloc(LOG_HEADER_BYTES)
  if (!existsSync(path.join(folder, LOG))) return header
  const file = openSync(path.join(folder, LOG), 'r')
  readSync(file, header)
  closeSync(file)
  return header
}
