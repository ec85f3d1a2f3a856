import { useEffect, useRef } from 'react'
import { type Outcome, onSettled } from './delivery'

/** While the page is open: told of every final answer about a case, whoever set off the delivery. */
export function useSettled(caseId: string, listener: (outcome: Outcome) => void): void {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(
    () =>
      onSettled((outcome) => {
        if (outcome.entry.input.id === caseId) latest.current(outcome)
      }),
    [caseId],
  )
}
