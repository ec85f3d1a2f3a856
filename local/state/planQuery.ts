import { ObjectId } from 'bson'
import { ABOVE, type Document, encodeValue, invert, isDocument, type KeySpec } from './sortableKey'

/** An index as the planner sees it. */
export type IndexShape = { keys: KeySpec; unique: boolean; multikey: boolean }
/** Keys from `low` (included) to `high` (excluded); the first `fixed` bytes are the same in all of them. */
export type KeyRange = { low: Buffer; high: Buffer; fixed: number }
/**
 * Read these ranges of one index; `sorted` when the index already yields the wanted order, `exact` when they hold what the query
 * asks for and nothing else, so that nobody has to look at the documents.
 */
export type Plan<I extends IndexShape> = {
  index: I
  ranges: KeyRange[]
  reverse: boolean
  sorted: boolean
  exact: boolean
}

/** A place between keys: just before, or just after, every key that begins with `at`. */
type Bound = { at: Buffer; after: boolean }
type Interval = { low: Bound; high: Bound }
/** `rest`: something is said of the field that neither points nor intervals hold. */
type Constraint = { points?: Buffer[]; intervals: Interval[]; rest: boolean }

/** Most key ranges one query is split into; beyond it the later fields are left to the re-check. */
const RANGES_MAX = 256

/** Only scalars bound a key range: equality with null, arrays and documents has wider rules, left to the re-check. */
const isScalar = (value: unknown): boolean =>
  (typeof value === 'number' && !Number.isNaN(value)) ||
  ['string', 'boolean'].includes(typeof value) ||
  value instanceof Date ||
  value instanceof ObjectId

/** Comparisons stay inside the operand's type, as MongoDB brackets them; ranks are spaced, so their neighbours are free. */
const intervalOf = (operator: string, value: unknown): Interval | undefined => {
  if (!isScalar(value)) return undefined
  const at = encodeValue(value)
  const typeLow = { at: Buffer.from([at[0]! - 1]), after: true }
  const typeHigh = { at: Buffer.from([at[0]! + 1]), after: false }
  switch (operator) {
    case '$gt':
      return { low: { at, after: true }, high: typeHigh }
    case '$gte':
      return { low: { at, after: false }, high: typeHigh }
    case '$lt':
      return { low: typeLow, high: { at, after: false } }
    case '$lte':
      return { low: typeLow, high: { at, after: true } }
    default:
      return undefined
  }
}

/** What the conjunctive part of a query says about each field; `$or`, `$not` and the rest are left to the re-check. */
const constraintsOf = (query: Document, into = new Map<string, Constraint>()): Map<string, Constraint> => {
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) {
        if (isDocument(part)) constraintsOf(part, into)
        else into.set(field, { intervals: [], rest: true })
      }
      continue
    }
    const constraint = into.get(field) ?? { intervals: [], rest: field.startsWith('$') }
    if (constraint.rest) into.set(field, constraint)
    if (field.startsWith('$')) continue
    into.set(field, constraint)
    const operators =
      isDocument(condition) && Object.keys(condition).some((key) => key.startsWith('$'))
        ? condition
        : { $eq: condition }
    for (const [operator, operand] of Object.entries(operators)) {
      const points = operator === '$eq' ? [operand] : operator === '$in' && Array.isArray(operand) ? operand : undefined
      const interval = intervalOf(operator, operand)
      const held = points?.every(isScalar) && !constraint.points ? points.map(encodeValue) : undefined
      constraint.points ??= held
      if (interval) constraint.intervals.push(interval)
      if (!held && !interval) constraint.rest = true
    }
  }
  return into
}

const bytesOf = ({ at, after }: Bound): Buffer => (after ? Buffer.concat([at, ABOVE]) : at)

const intersect = (a: Interval, b: Interval): Interval => ({
  low: Buffer.compare(bytesOf(a.low), bytesOf(b.low)) >= 0 ? a.low : b.low,
  high: Buffer.compare(bytesOf(a.high), bytesOf(b.high)) <= 0 ? a.high : b.high,
})

/** The same interval over inverted bytes: its ends change places, and before becomes after. */
const inverted = ({ low, high }: Interval): Interval => ({
  low: { at: invert(high.at), after: !high.after },
  high: { at: invert(low.at), after: !low.after },
})

const planIndex = <I extends IndexShape>(index: I, constraints: Map<string, Constraint>, order: KeySpec) => {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let interval: Interval | undefined
  let depth = 0
  const constant = new Set<string>()
  for (const { field, direction } of index.keys) {
    const { points, intervals = [] } = constraints.get(field) ?? {}
    if (!points || points.length * prefixes.length > RANGES_MAX) {
      // Through an array, two bounds may be met by two elements: only one of them may narrow the range.
      const usable = index.multikey ? intervals.slice(0, 1) : intervals
      if (usable.length > 0) interval = usable.reduce(intersect)
      if (interval && direction < 0) interval = inverted(interval)
      break
    }
    const components = new Map(points.map((point) => [point.toString('latin1'), direction < 0 ? invert(point) : point]))
    prefixes = prefixes.flatMap((prefix) => [...components.values()].map((point) => Buffer.concat([prefix, point])))
    if (components.size === 1) constant.add(field)
    depth++
  }
  const wanted = order.filter(({ field }) => !constant.has(field))
  const following = index.keys.slice(depth)
  const matches = (sign: number) =>
    wanted.every(
      ({ field, direction }, i) => following[i]?.field === field && following[i].direction * sign === direction,
    )
  const sorted = !index.multikey && (matches(1) || matches(-1))
  const ranges = prefixes.map((prefix) => ({
    low: interval ? Buffer.concat([prefix, bytesOf(interval.low)]) : prefix,
    high: Buffer.concat([prefix, interval ? bytesOf(interval.high) : ABOVE]),
    fixed: prefix.length,
  }))
  const complete = index.unique && depth === index.keys.length
  const consumed = index.keys.slice(0, depth + (interval ? 1 : 0)).map(({ field }) => field)
  // Points and intervals of one field are not held together; through an array a document may stand in several ranges.
  const exact =
    !index.multikey &&
    [...constraints].every(
      ([field, { points, intervals, rest }]) =>
        !rest && consumed.includes(field) && (points === undefined || intervals.length === 0),
    )
  const usesSort = sorted && order.length > 0
  const score = (complete ? 1000 : 0) + depth * 4 + (usesSort ? 3 : 0) + (interval ? 2 : 0)
  return { plan: { index, ranges, reverse: sorted && !matches(1), sorted, exact }, score }
}

/** Picks the index whose ranges and order serve the query best; undefined when none helps and the collection is scanned. */
export const planQuery = <I extends IndexShape>(indexes: I[], query: Document, order: KeySpec): Plan<I> | undefined => {
  const constraints = constraintsOf(query)
  const scored = indexes.map((index) => planIndex(index, constraints, order)).filter(({ score }) => score > 0)
  return scored.sort((a, b) => b.score - a.score)[0]?.plan
}
