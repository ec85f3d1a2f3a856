import { anomalySheet } from './anomalySheet'
import { inspectSheet, replySheet, reviewSheet } from './highVoltageSheets'
import type { SheetAction } from './Sheet'
import type { SheetKind } from './SheetKind'
import { collectSheet, energizeSheet, replacePaperSheet, requestInspectionSheet, visitSheet } from './supplySheets'

const kinds: { [A in SheetAction]: SheetKind<A> } = {
  visit: visitSheet,
  collect: collectSheet,
  replacePaper: replacePaperSheet,
  energize: energizeSheet,
  requestInspection: requestInspectionSheet,
  reply: replySheet,
  review: reviewSheet,
  inspect: inspectSheet,
  recordAnomaly: anomalySheet,
}

export const kindOf = <A extends SheetAction>(action: A): SheetKind<A> => kinds[action]
