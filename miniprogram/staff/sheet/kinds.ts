import type { StaffCaseView } from '@shared/contract/case'
import { anomalySheet } from './anomalySheet'
import { inspectSheet, replySheet, reviewSheet } from './highVoltageSheets'
import type { Entries, Sheet, SheetAction } from './Sheet'
import { collectSheet, energizeSheet, requestInspectionSheet, visitSheet } from './supplySheets'

/** Which case a command is about, on which version it was decided, and under which id. */
export interface Sending {
  id: string
  version: number
  commandId: string
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
  /** Sends it, its pictures uploaded. */
  send(sheet: Sheet<A>, as: Sending): Promise<StaffCaseView>
}

const kinds: { [A in SheetAction]: SheetKind<A> } = {
  visit: visitSheet,
  collect: collectSheet,
  energize: energizeSheet,
  requestInspection: requestInspectionSheet,
  reply: replySheet,
  review: reviewSheet,
  inspect: inspectSheet,
  recordAnomaly: anomalySheet,
}
export const sheetActions = Object.keys(kinds) as SheetAction[]

export const kindOf = <A extends SheetAction>(action: A): SheetKind<A> => kinds[action]
