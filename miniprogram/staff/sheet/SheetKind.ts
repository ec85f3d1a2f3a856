import type { RequestOf } from '@shared/contract'
import type { StaffCaseView } from '@shared/contract/case'
import type { Slot } from '@/outbox/Entry'
import type { Entries, Sheet, SheetAction } from './Sheet'

/** What is written on a sheet as its command takes it, and where in it the ids of the pictures go. */
export interface Filled<A extends SheetAction> {
  input: Omit<RequestOf<'staff', A>, 'id' | 'version' | 'commandId' | 'saidAt'>
  slots: Slot[]
}

/** What one kind of sheet is: how it begins, what it still lacks, and the command it is sent as. */
export interface SheetKind<A extends SheetAction> {
  /** As people call it. */
  title: string
  /** The page it is filled in on, and what it is opened with beside the case. */
  page: 'visit' | 'inspect' | 'energize' | 'reply' | 'review' | 'report' | 'anomaly'
  query?: Record<string, string>
  empty: Entries[A]
  /** What keeps it from being submitted, in words; null when nothing does. */
  missing(sheet: Sheet<A>, of: StaffCaseView): string | null
  /** Done with hands, at a place: its entry says when. */
  physical?: boolean
  filled(sheet: Sheet<A>): Filled<A>
}
