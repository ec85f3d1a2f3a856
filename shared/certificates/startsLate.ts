import type { Placed } from './textLayout'

/** Lines this far apart, in line heights, belong to one column; farther up or down than this they say little of its edge. */
const SAME_COLUMN = 2.5
const NEAR = 9
/** A value that begins this much later than its column has room before it for a character that was not found. */
const LATE = 0.6
const LEAST = 2

/**
 * True where a value begins later than the others of its column: a detector that misses the first character of a short name leaves
 * nothing else to see (廖英子 read as 英子 at 0.99).
 * @param values the lines of the paper that are no labels
 */
export function startsLate(value: Placed, values: readonly Placed[]): boolean {
  const lefts = values
    .filter((other) => other !== value && Math.abs(other.y - value.y) > 0.6 && Math.abs(other.y - value.y) < NEAR)
    .map(({ left }) => left)
    .filter((left) => Math.abs(left - value.left) < SAME_COLUMN)
    .sort((a, b) => a - b)
  return lefts.length >= LEAST && value.left - lefts[lefts.length >> 1] > LATE
}
