import type { CaseView } from '@shared/contract/case'
import { applicant } from '@/api'
import { useSettled } from '@/outbox/useSettled'
import { type KeptView, useKeptView } from '@/useKeptView'

/** The applicant's own case: what was seen last at once, then as it stands. One taken back leaves nothing on the device. */
export function useOwnCase(id: string, everyMs?: number): KeptView<CaseView> {
  const view = useKeptView(`own.${id}`, () => applicant('case', { id }), {
    everyMs,
    needed: ({ status }) => status !== 'withdrawn',
  })
  useSettled(id, () => void view.reload())
  return view
}
