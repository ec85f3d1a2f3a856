import type { TaskRow } from '@shared/contract/case'

const GROUPS = [
  { key: 'overdue', title: '已超时' },
  { key: 'dueSoon', title: '今天到期' },
  { key: 'later', title: '之后' },
] as const

const groupOf = ({ standing }: TaskRow) => (standing === 'overdue' || standing === 'dueSoon' ? standing : 'later')

/** Rows by district, districts in the order of their most urgent row: one trip serves one district. */
function byDistrict(rows: TaskRow[]): [district: string, rows: TaskRow[]][] {
  const districts = new Map<string, TaskRow[]>()
  for (const row of rows) districts.set(row.district, [...(districts.get(row.district) ?? []), row])
  return [...districts]
}

/** The least slack first, and of equals what is due first: the server's pages come by due day. */
const bySlack = (a: TaskRow, b: TaskRow) => a.slack - b.slack || a.dueAt - b.dueAt

/** 待办 in three groups, each by district, as they stand on the screen. */
export function taskGroups(rows: TaskRow[]) {
  return GROUPS.map(({ key, title }) => {
    const mine = rows.filter((row) => groupOf(row) === key).sort(bySlack)
    return { key, title, districts: byDistrict(mine) }
  }).filter(({ districts }) => districts.length > 0)
}

/** The cases of these rows in the order of the screen, each once. */
export function casesInOrder(rows: TaskRow[]): string[] {
  const shown = taskGroups(rows).flatMap(({ districts }) => districts.flatMap(([, tasks]) => tasks))
  return [...new Set(shown.map(({ caseId }) => caseId))]
}
