import type { CaseView } from '@shared/contract/case'
import { type CommandForm, useCommandForm } from '@/case/useCommandForm'
import type { Slot } from '@/outbox/Entry'
import type { KeptPicture } from '@/outbox/pictures'

/** What was put right of one problem on the list. */
export interface Remedy {
  pictures: KeptPicture[]
  done: boolean
}

/** A request for inspection being prepared: photographs of the completion report, or of what was put right. */
export interface Report {
  /** Which inspection it asks for, from 1. */
  round: number
  /** 竣工报告; none after the first round. */
  papers: KeptPicture[]
  /** An entry a problem of the list before, in its order. */
  remedies: Remedy[]
}

const slotsAt = (at: string, purpose: Slot['purpose'], pictures: KeptPicture[]): Slot[] =>
  pictures.map((picture, place) => ({ at: `${at}.${place}`, purpose, picture }))

interface OpenReport extends Omit<CommandForm<Report, 'requestInspection'>, 'send'> {
  send: () => Promise<boolean>
}

/** The report of a round, and the ways to change it and to hand it in; one kept for another round is over. */
export function useReport({ id, rounds }: CaseView, onDone: (view: CaseView) => void): OpenReport {
  const round = rounds.length + 1
  const problems = rounds.at(-1)?.problems ?? []
  const fresh: Report = { round, papers: [], remedies: problems.map(() => ({ pictures: [], done: false })) }
  const open = useCommandForm<Report, 'requestInspection'>(id, 'requestInspection', 'inspection', fresh, onDone)
  const current = (now: Report) => (now.round === round ? now : fresh)
  const form = current(open.form)
  return {
    ...open,
    form,
    change: (how) => open.change((now) => ({ ...current(now), ...how(current(now)) })),
    send: () =>
      open.send(
        {
          report: round === 1 ? { group: 'completionReport', kind: 'completionReport', pictures: [] } : null,
          remedies: form.remedies.map(() => ({ pictures: [] })),
        },
        [
          ...slotsAt('report.pictures', 'completionReport', form.papers),
          ...form.remedies.flatMap(({ pictures }, place) => slotsAt(`remedies.${place}.pictures`, 'remedy', pictures)),
        ],
      ),
  }
}
