import { isClosed } from '@shared/flow/state'
import { staff } from '@/api'
import { entriesAbout } from '@/outbox/entries'
import { useKept } from '@/outbox/storage'
import { useSettled } from '@/outbox/useSettled'
import { useKeptView } from '@/useKeptView'
import { withQueued } from '../sheet/withQueued'

/** One case as staff see it, with what waits on this phone; still there without a network when it was seen before. */
export function useStaffCase(id: string, everyMs?: number) {
  const view = useKeptView(`case.${id}`, () => staff('case', { id }), {
    everyMs,
    // Once nothing is owed any more, the applicant's data has no business on a phone.
    needed: ({ status }) => !isClosed(status),
  })
  // After a refusal too the case is looked at afresh, so that what is handed in next is decided on what is there now.
  useSettled(id, ({ entry }) => {
    if (entry.title) void view.reload()
  })
  const queued = useKept(() => entriesAbout('staff', id))
  return { ...view, shown: view.shown && withQueued(view.shown, queued) }
}
