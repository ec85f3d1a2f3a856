import { refuse } from '../refusal'

/** Rows of one page of a list. */
export const PAGE_ROWS = 20

/** Where a sorted list goes on: the sort value and id of the last row shown, so that rows added meanwhile move nothing. */
export interface Position {
  at: number
  id: string
}

export function readCursor(cursor: string | null): Position | null {
  if (cursor === null) return null
  const parts = /^(\d{1,16})_([0-9A-Za-z._-]{1,100})$/.exec(cursor)
  if (!parts) refuse('BAD_REQUEST', { what: '翻页位置' })
  return { at: Number(parts[1]), id: parts[2] }
}

/** Cuts one row more than a page into a page and the cursor of the next. */
export function pageOf<Row, Shown>(
  rows: readonly Row[],
  position: (row: Row) => Position,
  show: (row: Row) => Shown,
): { rows: Shown[]; next: string | null } {
  const shown = rows.slice(0, PAGE_ROWS)
  const last = shown.at(-1)
  const next = rows.length > PAGE_ROWS && last ? `${position(last).at}_${position(last).id}` : null
  return { rows: shown.map(show), next }
}
