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
  const parts = /^(-?\d{1,16})_([0-9A-Za-z._-]{1,100})$/.exec(cursor)
  if (!parts) refuse('BAD_REQUEST', { what: '翻页位置' })
  return { at: Number(parts[1]), id: parts[2] }
}

/** One row more than a page, as a query answered them in order of `key`. */
export interface Found {
  raw: readonly unknown[]
  key: string
}

/**
 * A page out of what a query found, and the cursor of the next. `rows` are those of the page that can be read: one that was set
 * aside shortens its page and ends no list.
 */
export function pageOf<Row, Shown>(
  { raw, key }: Found,
  rows: readonly Row[],
  show: (row: Row) => Shown,
): { rows: Shown[]; next: string | null } {
  const positions = onPage(raw).map((row) => row as Record<string, unknown>)
  const last = positions.findLast((row) => typeof row[key] === 'number')
  const next = raw.length > PAGE_ROWS && last ? `${last[key]}_${last._id}` : null
  return { rows: rows.map(show), next }
}

/** Those a page shows, without the one that tells whether there is another page. */
export const onPage = (raw: readonly unknown[]): readonly unknown[] => raw.slice(0, PAGE_ROWS)
