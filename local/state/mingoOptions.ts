import { Context } from 'mingo'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { geoQueryOperators } from './geometry'
import { type Document, valuesAt } from './sortableKey'

type QueryOperator = (path: string, operand: unknown, options: Options) => (document: Document) => boolean
type Expression = (document: Document, operand: unknown, options: Options) => unknown

/** MongoDB cuts the fraction off before it divides; mingo does not. */
const $mod: QueryOperator = (path, operand) => {
  const [divisor, rest] = operand as [number, number]
  return (document) =>
    valuesAt(document, path).values.some((value) => typeof value === 'number' && Math.trunc(value) % divisor === rest)
}

/** To MongoDB each value is a condition of its own, which a bare value meets too; mingo wants an array. */
const $all: QueryOperator = (path, operand, options) => {
  const conditions = (operand as unknown[]).map((value) => new Query({ [path]: value }, options))
  return (document) => conditions.length > 0 && conditions.every((condition) => condition.test(document))
}

const evaluate: Expression = (document, operand, options) => expression.$ifNull(document, [operand, null], options)

/** mingo insists on a number of places; without one MongoDB cuts to an integer. */
const $trunc: Expression = (document, operand, options) => {
  const [number, places = 0] = Array.isArray(operand) ? operand : [operand]
  return expression.$trunc(document, [number, places], options)
}

/** Week of the year, the first Sunday beginning week 1; mingo counts otherwise. */
const $week: Expression = (document, operand, options) => {
  const day = Number(expression.$dayOfYear(document, operand, options))
  return Math.floor((day + 7 - Number(expression.$dayOfWeek(document, operand, options))) / 7)
}

const textArguments = (document: Document, operand: unknown, options: Options) =>
  (operand as unknown[]).map((part) => evaluate(document, part, options)) as [string | null, string, number?, number?]

/** mingo counts UTF-16 units here. */
const $indexOfBytes: Expression = (document, operand, options) => {
  const [text, wanted, start, end] = textArguments(document, operand, options)
  return text === null ? null : Buffer.from(text).subarray(0, end).indexOf(wanted, start)
}

const $indexOfCP: Expression = (document, operand, options) => {
  const [text, wanted, start = 0, end] = textArguments(document, operand, options)
  if (text === null) return null
  const part = [...text].slice(start, end).join('')
  const found = part.indexOf(wanted)
  return found < 0 ? -1 : start + [...part.slice(0, found)].length
}

const operators = {
  accumulator,
  expression: { ...expression, $trunc, $week, $indexOfBytes, $indexOfCP },
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
