import type { TaskRow } from '@shared/contract/case'
import { staff } from '@/api'
import { keepView, readKept } from '@/keptViews'
import { casesInOrder } from './taskOrder'

/** Looked at this lately, a case is not fetched again. */
const FRESH_MS = 10 * 60_000
/** No more rows than this are looked for today's work in. */
const MOST_ROWS = 80

let running: Promise<void> | null = null

/**
 * Puts every case of the rows shown, and every one due today or overdue, on the device while there is a network, in the order of the
 * screen, so that it opens without one as it stands now. Calls meanwhile share its end. Never throws.
 */
export function fetchAhead(rows: TaskRow[], next: string | null): Promise<void> {
  running ??= fetchAll(rows, next).finally(() => {
    running = null
  })
  return running
}

async function fetchAll(rows: TaskRow[], next: string | null): Promise<void> {
  try {
    for (const id of casesInOrder(await withAllOfToday(rows, next))) {
      const kept = readKept(`case.${id}`)
      if (kept && Date.now() - kept.at < FRESH_MS) continue
      keepView(`case.${id}`, await staff('case', { id }))
    }
  } catch {
    // No network any more: what is there is there, and the next look at the list goes on.
  }
}

/** The rows come by due day: where the last one is due today, more of today may follow. */
async function withAllOfToday(rows: TaskRow[], next: string | null): Promise<TaskRow[]> {
  let all = rows
  for (let after = next; after !== null && all.length < MOST_ROWS; ) {
    const last = all[all.length - 1]
    if (!last || (last.standing !== 'overdue' && last.standing !== 'dueSoon')) break
    const page = await staff('tasks', { after })
    all = [...all, ...page.rows]
    after = page.next
  }
  return all
}
