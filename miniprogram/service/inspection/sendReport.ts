import type { CaseView } from '@shared/contract/case'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { command, newCommandId, pendingCommand, upload } from '@/api'
import { asFailure, failure } from '@/failure'
import { type KeptPicture, openPicture } from '@/kept/keptPictures'
import { platform } from '@/platform'
import { forgetReport, picturesOf, type Report, readReport, reportsChanged, saveReport } from './report'

const TRY_AGAIN_MS = 10_000
const intention = (caseId: string) => `requestInspection:${caseId}`
const underway = new Map<string, Promise<CaseView | null>>()

export const isUnderway = (caseId: string): boolean => underway.has(caseId)

/** Gives the report its command, once: from here on it is the device's duty to get it to the server. */
export function handIn(report: Report): Promise<CaseView | null> {
  saveReport({ ...report, refusal: null, sending: newCommandId() })
  return sendReport(report.caseId)
}

/** Whether a waiting report may be changed again: not once its command has left, for its outcome is unknown. */
export const mayTakeBack = ({ caseId, sending }: Report): boolean =>
  sending !== null && !isUnderway(caseId) && !pendingCommand(intention(caseId))

export const takeBack = (report: Report): void => saveReport({ ...report, sending: null })

/** Sends a report that was handed in; calls meanwhile share its answer. Null while there is none. Never throws. */
export function sendReport(caseId: string): Promise<CaseView | null> {
  const running = underway.get(caseId)
  if (running) return running
  const sending = attempt(caseId).finally(() => {
    underway.delete(caseId)
    reportsChanged()
  })
  underway.set(caseId, sending)
  reportsChanged()
  return sending
}

async function attempt(caseId: string): Promise<CaseView | null> {
  const report = readReport(caseId)
  if (!report?.sending || !platform.online()) return null
  try {
    const view = await deliver(await withPicturesUploaded(report))
    await forgetReport(readReport(caseId) ?? report)
    return view
  } catch (thrown) {
    refused(caseId, asFailure(thrown))
    return null
  }
}

/** Each id is written down as soon as it is known: a lost network does not send a picture twice. */
async function withPicturesUploaded(report: Report): Promise<Report> {
  let current = report
  for (const kept of picturesOf(report).filter(({ id }) => id === null)) {
    const picture = await openPicture(kept)
    if (!picture) throw failure('PICTURE_MISSING')
    const id = await upload('applicant', report.round === 1 ? 'completionReport' : 'remedy', picture)
    current = withEachPicture(current, (one) => (one.key === kept.key ? { ...one, id } : one))
    saveReport(current)
  }
  return current
}

const withEachPicture = (report: Report, change: (picture: KeptPicture) => KeptPicture): Report => ({
  ...report,
  papers: report.papers.map(change),
  remedies: report.remedies.map((remedy) => ({ ...remedy, pictures: remedy.pictures.map(change) })),
})

const idsOf = (pictures: KeptPicture[]) => pictures.map(({ id }) => id!)

function deliver({ caseId, round, papers, remedies, sending }: Report): Promise<CaseView> {
  const report =
    round === 1 ? { group: 'completionReport' as const, kind: 'completionReport', pictures: idsOf(papers) } : null
  const request = { id: caseId, report, remedies: remedies.map(({ pictures }) => ({ pictures: idsOf(pictures) })) }
  return command(intention(caseId), 'applicant', 'requestInspection', request, sending!)
}

/** No answer, or signed out: it keeps waiting. A refusal gives the report back with everything photographed. */
function refused(caseId: string, { code, message, retryable }: ReturnType<typeof asFailure>): void {
  const report = readReport(caseId)
  if (!report || retryable || code === 'NOT_SIGNED_IN') return
  // The server does not know one of the pictures any more: all are sent anew next time.
  const kept = code === 'PICTURE_MISSING' ? withEachPicture(report, (picture) => ({ ...picture, id: null })) : report
  saveReport({ ...kept, sending: null, refusal: message })
}

/** Sends what was handed in whenever there is new hope: the page shows, the network returns, or some time has passed. */
export function useReportSender(caseId: string, onSent: (view: CaseView) => void): void {
  const told = useRef(onSent)
  told.current = onSent
  const send = () => {
    if (!readReport(caseId)?.sending) return
    void sendReport(caseId).then((view) => view && told.current(view))
  }
  const latest = useRef(send)
  latest.current = send
  useDidShow(() => latest.current())
  useEffect(() => platform.onOnline((online) => online && latest.current()), [])
  useEffect(() => {
    const timer = setInterval(() => latest.current(), TRY_AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
}
