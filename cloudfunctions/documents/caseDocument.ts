import type { DocumentKind } from '@shared/contract/vocabulary'
import { documentsOf } from '@shared/flow/detailViews'
import type { RecordedEvent } from '@shared/flow/events'
import { DOCUMENT_TITLES } from '@shared/flow/titles'
import { db } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { shareCopy } from '../lib/pictures/copies'
import { refuse } from '../lib/refusal'
import { factsOf, personOf } from '../lib/store/cases'
import { historyOf } from '../lib/store/history'
import { read } from '../lib/store/stored'
import { caseFor } from './caseFor'
import { renderDocument } from './renderDocument'

/** 受理通知书, 供电方案答复单, 问题清单: drawn up anew out of the record each time it is opened; staff's views are recorded. */
export const caseDocument: Handlers<'documents'>['caseDocument'] = async (asked, { openid, now }) => {
  const { id, document } = asked
  const { head, staffId } = await caseFor(id, openid, now)
  const round = document === 'problems' ? (asked.round ?? lastListOf(head.state.inspections)) : null
  if (!documentsOf(head.state).some((one) => one.document === document && one.round === round)) refuse('NOT_FOUND')
  const [history, person, signature] = await Promise.all([
    historyOf(id),
    personOf(head),
    read('pictures', head.state.signatures[0]),
  ])
  if (!signature) refuse('PICTURE_MISSING')
  const pdf = await renderDocument({
    ...factsOf(head, now),
    person,
    document,
    round,
    stamp: stampOf(history, document),
  })
  if (staffId)
    await db.collection('pictureViews').add({ picture: `${document}:${round ?? ''}`, caseId: id, staffId, at: now })
  return { ...(await shareCopy(pdf, 'pdf', signature.fileId, now)), title: DOCUMENT_TITLES[document] }
}

const lastListOf = (inspections: readonly { problems: readonly unknown[] | null }[]): number =>
  inspections.findLastIndex(({ problems }) => (problems?.length ?? 0) > 0) + 1

/** The newest stamped copy given out, by the number of its event; null while none was asked for. */
function stampOf(history: readonly RecordedEvent[], document: DocumentKind): { number: string; at: number } | null {
  const issued = history.findLast(({ event }) => event.type === 'copyIssued' && event.document === document)
  return issued ? { number: `${issued.caseId}-${issued.seq}`, at: issued.at } : null
}
