import { Query } from 'mingo/query'
import { messageOf, PlatformError } from '../errors'
import { distanceMetres } from './geometry'
import { MINGO_OPTIONS } from './mingoOptions'
import { type Document, isDocument } from './sortableKey'

/** Runs mingo and turns what it refuses (an unknown operator, a wrong operand) into the platform's refusal. */
export const guarded = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof PlatformError) throw error
    throw new PlatformError('DATABASE_REQUEST_FAILED', messageOf(error))
  }
}

/** A `$nearSphere` at the top level also orders the result by distance. */
const distanceOf = (query: Document): ((document: Document) => number) | undefined => {
  for (const [field, condition] of Object.entries(query)) {
    if (isDocument(condition) && isDocument(condition.$nearSphere)) {
      const near = condition.$nearSphere.$geometry
      return (document) => distanceMetres(near, document[field])
    }
  }
  return undefined
}

/** A query ready to test documents. */
export const compileQuery = (query: Document) => {
  const compiled = guarded(() => new Query(query, MINGO_OPTIONS))
  return { test: (document: Document) => guarded(() => compiled.test(document)), distance: distanceOf(query) }
}
