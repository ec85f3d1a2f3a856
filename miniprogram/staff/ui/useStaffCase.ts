import { staff } from '@/api'
import { useSheets } from '../sheet/sheets'
import { useSheetSender } from '../sheet/useSheetSender'
import { useKeptView } from '../useKeptView'

/** One case as staff see it; still there without a network when it was seen before. */
export function useStaffCase(id: string, everyMs?: number) {
  useSheetSender()
  useSheets(() => null)
  return useKeptView(`case.${id}`, () => staff('case', { id }), everyMs)
}
