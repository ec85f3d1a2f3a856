import * as z from 'zod'
import { anomalyCauses } from '../rules/anomalies'
import { appointmentFor, day, dayPart, instant, pictureId } from './vocabulary'

/** The parts of a case's view that tell of its time, its scheme, its inspections, and what people said of it. */
const party = z.enum(['utility', 'customer', 'thirdParty'])
/** 谁的时间. */
export const timeView = z.object({
  /** Working days since acceptance. */
  days: z.record(party, z.int()),
  /** What was left out of the promise, oldest first; `to` is null while it lasts. */
  stops: z.array(z.object({ party, title: z.string(), from: day, to: day.nullable(), evidence: z.string() })),
  /** Whose time it is now, where no promise runs. */
  pause: z.object({ party, title: z.string(), since: instant }).nullable(),
})
export type TimeView = z.infer<typeof timeView>

const pointName = z.object({ line: z.string(), pole: z.string() })
const pointView = pointName.extend({
  point: z.string(),
  /** What the point is called now, where that is no longer what the scheme says: it stays the same point. */
  renamed: pointName.nullable(),
})

export const schemeView = pointView.extend({
  template: z.string(),
  title: z.string(),
  metering: z.string(),
  /** 备用电源's point; null in a scheme with one. */
  standby: pointView.nullable(),
  note: z.string(),
  repliedAt: instant,
})
export type SchemeView = z.infer<typeof schemeView>

export const problemView = z.object({
  item: z.string(),
  title: z.string(),
  what: z.string(),
  clause: z.string(),
  pictures: z.array(pictureId),
  /** Of an item the first list did not name: the rules ask for one complete list. */
  late: z.boolean(),
  /** What was put right, once it was reported. */
  remedy: z.array(pictureId).nullable(),
})
export type ProblemView = z.infer<typeof problemView>
export const roundView = z.object({
  round: z.int(),
  requestedAt: instant,
  at: instant.nullable(),
  problems: z.array(problemView).nullable(),
})
export type RoundView = z.infer<typeof roundView>

export const anomalyView = z.object({
  number: z.int(),
  cause: z.enum(anomalyCauses.map(({ code }) => code)),
  title: z.string(),
  party,
  note: z.string(),
  at: instant,
  resolvedAt: instant.nullable(),
  pictures: z.array(pictureId),
})
export type AnomalyView = z.infer<typeof anomalyView>

export const complaintView = z.object({
  number: z.int(),
  title: z.string(),
  at: instant,
  /** By when it is answered, and whether a notice that is not out may still move that day. */
  dueDay: day,
  provisional: z.boolean(),
  /** Not answered by then, or answered after it. */
  late: z.boolean(),
  words: z.string(),
  answeredAt: instant.nullable(),
  answer: z.string(),
})
export type ComplaintView = z.infer<typeof complaintView>

/** 补传: a physical act received later than it was said done, with both times. */
export const backfillView = z.object({
  number: z.int(),
  /** '上门勘察', '装表送电' … */
  title: z.string(),
  saidAt: instant,
  receivedAt: instant,
  /** `asked`: it counts once the applicant or a supervisor has confirmed it; `untenable`: it cannot be so. */
  standing: z.enum(['taken', 'asked', 'untenable', 'confirmed', 'declined']),
})
export type BackfillView = z.infer<typeof backfillView>

export const appointmentView = z.object({ task: appointmentFor, day, part: dayPart })

export const reviewView = z.object({
  name: z.string(),
  department: z.string(),
  /** 会签的方案, by its title. */
  scheme: z.string(),
  /** What is to be replied; null where the one who asked did not say. */
  proposed: z.object({ points: z.array(pointName), outage: z.boolean(), drawing: z.array(pictureId) }).nullable(),
  askedAt: instant,
  at: instant.nullable(),
  opinion: z.enum(['agree', 'object']).nullable(),
  note: z.string(),
  mine: z.boolean(),
})
export type ReviewView = z.infer<typeof reviewView>

export const templateView = z.object({
  code: z.string(),
  title: z.string(),
  /** How many points it names for this case. */
  points: z.union([z.literal(1), z.literal(2)]),
  /** Empty: a standard scheme, exempt from approval. */
  reviewBecause: z.array(z.string()),
})
