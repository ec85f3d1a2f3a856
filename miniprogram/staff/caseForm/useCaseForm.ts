import type { RequestOf } from '@shared/contract'
import type { StaffAction, StaffCaseView } from '@shared/contract/case'
import type { Entry } from '@/outbox/Entry'
import { entryOf } from '@/outbox/entries'
import { useForm } from '@/outbox/forms'
import { handIn } from '@/outbox/handIn'
import { useKept } from '@/outbox/storage'
import { useSettled } from '@/outbox/useSettled'
import type { KeptView } from '@/useKeptView'
import { type StaffPage, staffUrl } from '../go'
import { useStaffCase } from '../ui/useStaffCase'

type Input<A extends StaffAction> = Omit<RequestOf<'staff', A>, 'id' | 'version' | 'commandId'>

export interface CaseForm<F, A extends StaffAction> {
  view: KeptView<StaffCaseView>
  form: F
  /** Changes the newest state of the form: a picture may arrive after another edit. */
  change: (part: (now: F) => Partial<F>) => void
  /** What was handed in of it and is not accepted yet. */
  handedIn: Entry | null
  /** Hands the form in, decided on the case as it is shown; what becomes of it stands in its entry. */
  send: (input: Input<A>) => Promise<void>
}

/** A small form about one case, kept on the device until it is accepted; `whenDone` follows that, whoever set off the sending. */
export function useCaseForm<F extends object, A extends StaffAction>(
  id: string,
  { action, title, page }: { action: A; title: string; page: StaffPage },
  empty: F,
  whenDone: (after: StaffCaseView) => unknown,
): CaseForm<F, A> {
  const intention = `${action}:${id}`
  const view = useStaffCase(id)
  const [form, change] = useForm<F>(intention, empty)
  const handedIn = useKept(() => entryOf(intention))
  useSettled(id, ({ entry, result }) => {
    if (entry.intention !== intention || !result.ok) return
    const after = result.data as StaffCaseView
    view.replace(after)
    void whenDone(after)
  })
  return {
    view,
    form,
    change,
    handedIn,
    async send(input) {
      if (!view.shown) return
      // The rest of the request is that of the form's own action.
      const whole = { ...input, id, version: view.shown.version } as unknown as Parameters<typeof handIn<'staff', A>>[2]
      const about = { intention, title, page: staffUrl(page, { id }), form: intention }
      await handIn('staff', action, whole, about).catch(() => undefined)
    },
  }
}
