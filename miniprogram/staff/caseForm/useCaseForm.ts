import type { StaffCaseView } from '@shared/contract/case'
import { useEffect, useRef, useState } from 'react'
import { onCommandSettled, pendingCommand } from '@/api'
import { asFailure, type Failure } from '@/failure'
import type { KeptView } from '@/useKeptView'
import { useStaffCase } from '../ui/useStaffCase'
import { keepForm, keptForm } from './keptForms'

export interface CaseForm<F> {
  view: KeptView<StaffCaseView>
  form: F
  /** Changes the newest state of the form: a picture may arrive after another edit. */
  change: (part: (now: F) => Partial<F>) => void
  /** Its command is on the device and has no answer yet: it sends itself. */
  waiting: boolean
  refused: Failure | null
  /** Sends the form on the case as it is shown; shows its own failures. */
  send: (sending: (of: StaffCaseView) => Promise<StaffCaseView>) => Promise<void>
}

/**
 * A small form about one case. What is written stays on the device until the server has it; a command without an answer sends itself,
 * and `whenDone` follows its success whoever sent it.
 */
export function useCaseForm<F extends object>(
  id: string,
  intention: string,
  empty: F,
  whenDone: (after: StaffCaseView) => unknown,
): CaseForm<F> {
  const view = useStaffCase(id)
  const [form, setForm] = useState<F>(() => keptForm<F>(intention) ?? empty)
  const [waiting, setWaiting] = useState(() => pendingCommand(intention) !== null)
  const [refused, setRefused] = useState<Failure | null>(null)
  const latest = useRef({ form, view, whenDone })
  latest.current = { form: latest.current.form, view, whenDone }

  useEffect(
    () =>
      onCommandSettled(({ pending, result }) => {
        if (pending.intention !== intention) return
        setWaiting(false)
        if (!result.ok) {
          setRefused(result.failure)
          void latest.current.view.reload()
          return
        }
        const after = result.data as StaffCaseView
        latest.current.view.replace(after)
        void latest.current.whenDone(after)
      }),
    [intention],
  )

  return {
    view,
    form,
    change(part) {
      const next = { ...latest.current.form, ...part(latest.current.form) }
      latest.current.form = next
      keepForm(intention, next)
      setForm(next)
    },
    waiting,
    refused,
    async send(sending) {
      if (!view.shown) return
      setRefused(null)
      try {
        await sending(view.shown)
      } catch (thrown) {
        const kept = pendingCommand(intention) !== null
        setWaiting(kept)
        // Kept, it sends itself and the page says so; what never became a command is told here.
        if (!kept) setRefused(asFailure(thrown))
      }
    },
  }
}
