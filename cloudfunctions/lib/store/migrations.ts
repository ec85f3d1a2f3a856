import { isDeepStrictEqual } from 'node:util'
import type { CollectionName } from '../cloud'
import { schemaOf } from './schemaOf'

/** A document as it is stored, whatever release wrote it. */
export type Raw = { _id: string } & Record<string, unknown>

/** Changes the documents of one collection from what earlier releases wrote to what this one writes. */
export interface Migration {
  /** Never used again for another. */
  name: string
  collection: CollectionName
  /** The document as it is to be; null where there is nothing to change, or it cannot be read. The same twice changes nothing. */
  change: (document: Raw) => Raw | null
}

/** Writes out what a read fills in by default, so that indexes and exports have it too. */
const withDefaults = (collection: CollectionName) => (document: Raw) => {
  const { data } = schemaOf(collection).safeParse(document)
  const whole = { ...document, ...(data as object) }
  return isDeepStrictEqual(whole, document) ? null : whole
}

/**
 * The one place where a migration is written: a line here, at the end. The sweep of a deployment does them one after the other, a page
 * at a time, and goes on where it stopped; `npm run migrate` says beforehand what they would change. Events are never changed, and heads
 * are folded anew from them when FOLD_VERSION is raised.
 */
export const migrations: readonly Migration[] = [
  // The tool of 0.1 printed staff without `cover` and `department`.
  { name: 'staff-defaults', collection: 'staff', change: withDefaults('staff') },
  { name: 'persons-defaults', collection: 'persons', change: withDefaults('persons') },
]
