import type { Place } from '../rules/ruleSets'
import type { Closing } from '../time/closing'

/** What this deployment decides where the rules are silent (民法典 203, 当日办结's cut-off, when to warn). */
export const deployment = {
  /** Whose rules cases are held to. */
  place: 'liuzhou',
  /** Up to 160 kVA is supplied at low voltage also in 其他区域 (适时推广, 三（三）3). */
  lowVoltageElsewhere: true,
  /** 一证受理: one photographed certificate with a sound number is accepted by the system itself, or waits for staff. */
  acceptAtOnce: { lowVoltage: true, highVoltage: true },
  /** Received before 17:30 of a working day: that day's work. A due day itself runs to 24:00. */
  closing: { cutOffMinute: 17 * 60 + 30, closeMinute: 24 * 60 },
  /** 上午 of an agreed day ends here, 下午 with the cut-off. */
  noonMinute: 12 * 60,
  /** Warnings of a morning are given at 08:30; work that only just arrived is left alone for two hours. */
  warnings: { morningMinute: 8 * 60 + 30, graceMs: 2 * 3_600_000 },
  /** A task nobody has opened after this much of a working day is told to the supervisors. */
  unreadAfterMs: 4 * 3_600_000,
  /** 催办 is heard again after this long. */
  urgeAgainAfterMs: 4 * 3_600_000,
  /** 投诉 is answered within so many working days; so many may be open at once. */
  complaintDays: 5,
  /** The pictures of a paper that gave way to another are kept this long after there is power. */
  replacedPaperMs: 30 * 24 * 3_600_000,
  openComplaints: 3,
  /** 补传: received so long after it was said done. So many working days there are to say whether the time is right. */
  backfillAfterMs: 10 * 60_000,
  confirmTimeDays: 3,
  /** Whoever had a case before is told for so long who has it now, and may hand over what was not sent. */
  formerManagerMs: 7 * 24 * 3_600_000,
  /** So often an applicant may agree on another time, put words right or ask for a copy in one case. */
  changes: 60,
} as const satisfies {
  place: Place
  lowVoltageElsewhere: boolean
  acceptAtOnce: { lowVoltage: boolean; highVoltage: boolean }
  closing: Closing
  noonMinute: number
  warnings: { morningMinute: number; graceMs: number }
  unreadAfterMs: number
  urgeAgainAfterMs: number
  complaintDays: number
  replacedPaperMs: number
  openComplaints: number
  backfillAfterMs: number
  confirmTimeDays: number
  formerManagerMs: number
  changes: number
}
