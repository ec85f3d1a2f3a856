import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { DataFolderError } from '../errors'
import { type CollectionSpec, Store } from './Store'
import { Transactions } from './Transactions'

export type { CollectionSpec } from './Store'

type OpenOptions = {
  /** data folder, made when missing; one host at a time holds it */
  dir: string
  collections: CollectionSpec[]
  /** epoch milliseconds */
  clock: () => number
}

/** SQLite's reason → what the operator is told. */
const REASONS: Record<string, string> = {
  SQLITE_BUSY: '另一个主机正在使用它 (another host is using it)',
  SQLITE_READONLY: '没有写入权限 (read-only)',
  SQLITE_CANTOPEN: '数据库文件打不开 (the database file cannot be opened)',
  SQLITE_FULL: '磁盘已满 (disk full)',
  SQLITE_IOERR: '磁盘读写出错 (disk error)',
  SQLITE_NOTADB: '数据库文件已损坏 (not a database file)',
  SQLITE_CORRUPT: '数据库文件已损坏 (the database file is damaged)',
}

const reasonOf = (error: unknown): string => {
  const { code, message = String(error) } = (error ?? {}) as { code?: string; message?: string }
  // The driver gives no code for a file it cannot open, only SQLite's number 14 in its text.
  const said = /: 14"/.test(message) ? 'SQLITE_CANTOPEN' : `${code} ${message}`
  const name = Object.keys(REASONS).find((reason) => said.includes(reason))
  return name ? REASONS[name]! : message
}

/** The host's database, from `openState` to `close`. Its operations: `databaseOperations(state)`. */
export type State = { store: Store; transactions: Transactions; clock: () => number; close(): void }

/**
 * Opens (or creates) `database.sqlite` in `dir` and brings its collections and indexes to the given specification.
 * Acknowledged writes survive a killed process and a power cut: WAL with synchronous=FULL.
 * @throws DataFolderError when the folder cannot be written, is full, is damaged, or another host holds it.
 */
export const openState = ({ dir, collections, clock }: OpenOptions): State => {
  try {
    mkdirSync(dir, { recursive: true })
    const db = new Database(join(dir, 'database.sqlite'))
    // The exclusive lock is the process's own: it ends with it, however it ends.
    for (const pragma of ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL']) db.pragma(pragma)
    const store = new Store(db)
    store.defineAll(collections)
    const transactions = new Transactions(store, clock)
    const close = () => {
      transactions.close()
      store.close()
    }
    return { store, transactions, clock, close }
  } catch (error) {
    if (error instanceof DataFolderError) throw error
    throw new DataFolderError(`数据文件夹 ${dir} 不能用：${reasonOf(error)}`, error)
  }
}
