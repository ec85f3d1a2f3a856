import { useSyncExternalStore } from 'react'
import { forgetPicture, type KeptPicture } from '@/kept/keptPictures'
import { platform } from '@/platform'

/** What was put right of one problem on the list. */
export interface Remedy {
  pictures: KeptPicture[]
  done: boolean
}

/**
 * A request for inspection being prepared: photographs of the completion report, or of what was put right. On the device from the
 * first picture until the server has answered for good, so that neither a closed app nor a lost network takes it away.
 */
export interface Report {
  caseId: string
  /** Which inspection it asks for, from 1. */
  round: number
  /** 竣工报告; none after the first round. */
  papers: KeptPicture[]
  /** An entry a problem of the list before, in its order. */
  remedies: Remedy[]
  /** The command's id once handed in; nothing is changed while it stands. */
  sending: string | null
  /** Why the last sending was refused for good. */
  refusal: string | null
}

const place = (caseId: string) => `report.${caseId}`
const listeners = new Set<() => void>()
/** Held here too: a full or blocked storage must not swallow what was photographed. */
const held = new Map<string, Report | null>()

export function readReport(caseId: string): Report | null {
  if (!held.has(caseId)) held.set(caseId, platform.personal.get<Report>(place(caseId)))
  return held.get(caseId) ?? null
}

export function saveReport(report: Report): void {
  held.set(report.caseId, report)
  platform.personal.set(place(report.caseId), report)
  reportsChanged()
}

/** Counts changes of reports and of their sending: what a page redraws by. */
let changes = 0
export function reportsChanged(): void {
  changes += 1
  for (const listener of listeners) listener()
}

export const picturesOf = ({ papers, remedies }: Report): KeptPicture[] => [
  ...papers,
  ...remedies.flatMap(({ pictures }) => pictures),
]

/** Removes the report and its pictures from the device. */
export async function forgetReport(report: Report): Promise<void> {
  held.set(report.caseId, null)
  platform.personal.remove(place(report.caseId))
  reportsChanged()
  for (const picture of picturesOf(report)) await forgetPicture(picture)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The report of a round, and the way to change it; one kept for another round is over. */
export function useReport(caseId: string, round: number, problems: number) {
  const fresh = (): Report => ({
    caseId,
    round,
    papers: [],
    remedies: Array.from({ length: problems }, () => ({ pictures: [], done: false })),
    sending: null,
    refusal: null,
  })
  useSyncExternalStore(
    subscribe,
    () => changes,
    () => changes,
  )
  const newest = () => {
    const report = readReport(caseId)
    return report?.round === round ? report : fresh()
  }
  const edit = (change: (report: Report) => Partial<Report>) => {
    const now = newest()
    if (now.sending === null) saveReport({ ...now, ...change(now), refusal: null })
  }
  return { report: newest(), edit }
}
