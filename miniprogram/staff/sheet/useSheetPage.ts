import type { StaffCaseView } from '@shared/contract/case'
import { useState } from 'react'
import type { KeptView } from '@/useKeptView'
import { useStaffCase } from '../ui/useStaffCase'
import type { Sheet, SheetAction } from './Sheet'
import { answerTo, forgetAnswer } from './sendSheet'
import { type OpenSheet, useSheet } from './useSheet'

export interface SheetPage<A extends SheetAction> extends OpenSheet<A> {
  view: KeptView<StaffCaseView>
  /** The answer, once this sheet was sent while the page was open. */
  done: StaffCaseView | null
  /** The sheet without what has become superfluous; submitted in its place. */
  sheet: Sheet<A>
}

/** What every page on which a sheet is filled in has in hand. */
export function useSheetPage<A extends SheetAction>(action: A, caseId: string): SheetPage<A> {
  const view = useStaffCase(caseId)
  const open = useSheet(action, caseId)
  // Once, before the first look: an answer from an earlier time on this page is none to this one.
  useState(() => forgetAnswer(open.sheet.key))
  return { ...open, view, done: answerTo(open.sheet.key) }
}
