import { Context } from 'mingo'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { Query } from 'mingo/query'
import { messageOf, PlatformError } from '../errors'
import { distanceMetres, geoQueryOperators } from './geometry'
import { type Document, isDocument, valuesAt } from './sortableKey'

type QueryOperator = (path: string, operand: unknown) => (document: Document) => boolean

/** MongoDB cuts the fraction off before it divides; mingo does not. */
const $mod: QueryOperator = (path, operand) => {
  const [divisor, rest] = operand as [number, number]
  return (document) =>
    valuesAt(document, path).values.some((value) => typeof value === 'number' && Math.trunc(value) % divisor === rest)
}

/** To MongoDB each value is a condition of its own, which a bare value meets too; mingo wants an array. */
const $all: QueryOperator = (path, operand) => {
  const conditions = (operand as unknown[]).map((value) => new Query({ [path]: value }, MINGO_OPTIONS))
  return (document) => conditions.length > 0 && conditions.every((condition) => condition.test(document))
}

const operators = {
  accumulator,
  expression,
  pipeline,
  projection,
  query: { ...query, ...geoQueryOperators, $mod, $all },
  window,
}

/** mingo with what it lacks or does otherwise; scripts inside queries are refused. Only for its modules, not its main entry. */
export const MINGO_OPTIONS = {
  // mingo's type for added operators is the intersection of its own ones, which no function satisfies.
  context: Context.init(operators as unknown as Parameters<typeof Context.init>[0]),
  scriptEnabled: false,
}

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
