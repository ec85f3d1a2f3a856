import type * as z from 'zod'
import type { CollectionName } from '../cloud'
import { schemas } from './schemas'

const made = new Map<CollectionName, z.ZodType>()

/** A collection's schema, made when it is first asked for. */
export function schemaOf(collection: CollectionName): z.ZodType {
  const known = made.get(collection) ?? schemas[collection]()
  made.set(collection, known)
  return known
}
