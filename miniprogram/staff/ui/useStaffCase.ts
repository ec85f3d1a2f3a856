import { isClosed } from '@shared/flow/state'
import { staff } from '@/api'
import { useKeptView } from '@/useKeptView'
import { useSheetSender } from '../sheet/useSheetSender'

/** One case as staff see it; still there without a network when it was seen before. */
export function useStaffCase(id: string, everyMs?: number) {
  const view = useKeptView(`case.${id}`, () => staff('case', { id }), {
    everyMs,
    // Once nothing is owed any more, the applicant's data has no business on a phone.
    needed: ({ status }) => !isClosed(status),
  })
  // After a refusal too the case is looked at afresh, so that the next submission is decided on what is there now.
  useSheetSender(view.reload)
  return view
}
