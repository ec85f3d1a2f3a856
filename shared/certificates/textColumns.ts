import type { Placed } from './textLayout'

/** Lines of one row lie no farther apart than this, in line heights. */
export const SAME_ROW = 0.6
/** A gap this wide within one row is the next column's or the other page's, in line heights. */
const COLUMN_GAP = 3
/** No value begins farther right of its label: what does stands on the other page of an open booklet (附记 beside the table). */
const FARTHEST = 13

export const sameRow = (a: Placed, b: Placed) =>
  Math.abs(a.y - b.y) < SAME_ROW * Math.max(1, Math.min(a.height, b.height))

/** Rows top to bottom, within a row left to right. */
export function readingOrder(items: Placed[]): Placed[] {
  const rows: Placed[][] = []
  for (const item of [...items].sort((p, q) => p.y - q.y)) {
    const row = rows.find((one) => sameRow(one[0], item))
    if (row) row.push(item)
    else rows.push([item])
  }
  return rows.flatMap((row) => row.sort((p, q) => p.left - q.left))
}

/** Lines in reading order, those of a row that follow one another closely together. */
function runsOf(lines: Placed[]): Placed[][] {
  const runs: Placed[][] = []
  for (const line of readingOrder(lines)) {
    const last = runs.at(-1)?.at(-1)
    const goesOn = last && sameRow(last, line) && line.left > last.left && line.left - last.right < COLUMN_GAP
    if (goesOn) runs.at(-1)?.push(line)
    else runs.push([line])
  }
  return runs
}

/**
 * Of the lines that may belong to a label those of the column beside it: the run of text that begins next to the label, within
 * `reach` of its row where one does, and what stands below and above that run.
 */
export function ofOneColumn(lines: Placed[], label: { right: number; y: number }, reach: number): Placed[] {
  const from = (run: Placed[]) => run[0].left
  const to = (run: Placed[]) => Math.max(...run.map(({ right }) => right))
  const runs = runsOf(lines)
  const beside = runs.filter((run) => Math.abs(run[0].y - label.y) < reach)
  const [nearest] = (beside.length ? beside : runs).sort((p, q) => from(p) - from(q))
  if (!nearest || from(nearest) - label.right > FARTHEST) return []
  return runs.filter((run) => from(run) < to(nearest) && to(run) > from(nearest)).flat()
}
