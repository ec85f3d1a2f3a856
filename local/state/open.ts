/** One index of a collection; `direction` 1 or -1. The same shape as in database.json. */
export type IndexSpec = { name: string; keys: { field: string; direction: number }[]; unique?: boolean }
/** One collection of database.json. */
export type CollectionSpec = { name: string; indexes?: IndexSpec[] }

type OpenOptions = {
  /** data folder, made when missing; one host at a time holds it */
  dir: string
  collections: CollectionSpec[]
  /** epoch milliseconds */
  clock: () => number
}

/** The host's database, from `openState` to `close`. Its operations: `databaseOperations(state)`. */
export type State = {
  close(): void
}

/**
 * Opens (or creates) the database in `dir` and brings its collections and indexes to the given specification.
 * @throws DataFolderError when the folder cannot be written, is full, is damaged, or another host holds it.
 */
export const openState = (_options: OpenOptions): State => ({ close: () => {} })
