import * as z from 'zod'
import {
  appointmentFor,
  channel,
  customerClass,
  day,
  dayPart,
  documentKind,
  instant,
  materialGroup,
  pictureId,
  role,
  supplyChange,
  supplySource,
  supplyUse,
  taskKind,
} from '../contract/vocabulary'
import { anomalyCauses } from '../rules/anomalies'
import { complaintTopics } from '../rules/complaints'
import { contactObstacles } from '../rules/contacts'
import { inspectionItems } from '../rules/inspection'
import { schemeTemplates } from '../rules/schemes'
import { warningLevels } from '../rules/warnings'

/**
 * What can happen to a case. Events are the ledger: they are never changed and never removed, so they carry no
 * personal data, only the ids of the person record and of pictures, which can be erased while the ledger stands.
 */
const paper = { kind: z.string(), pictures: z.array(pictureId) }

/** 接入点, by the line and pole names of the day; `point` stays the same when they are renamed. */
const schemePoint = { point: z.string(), line: z.string(), pole: z.string() }

/** 供电方案: where the power comes from and how it is measured. */
export const scheme = z.object({
  template: z.enum(schemeTemplates.map(({ code }) => code)),
  ...schemePoint,
  /** 备用电源's. Absent where there is one source, and in what was recorded before two could be said. */
  standby: z.object(schemePoint).optional(),
  note: z.string(),
  /** 需要停电接火: dispatch wants to know a month ahead. */
  outage: z.boolean(),
})
export type Scheme = z.infer<typeof scheme>

/** What reviewers are asked about beside the template: where it connects, whether a line is switched off, and a drawing. */
export const proposedScheme = z.object({
  points: z.array(z.object({ line: z.string(), pole: z.string() })),
  outage: z.boolean(),
  drawing: z.array(pictureId),
})
export type ProposedScheme = z.infer<typeof proposedScheme>

/** One line of 问题清单. */
export const problem = z.object({
  item: z.enum(inspectionItems.map(({ code }) => code)),
  what: z.string(),
  clause: z.string(),
  pictures: z.array(pictureId),
})
export type Problem = z.infer<typeof problem>

/**
 * 补传: when the device says a physical act was done, beside when it was received. `taken`: it counts; `asked`: it counts once
 * the applicant or a supervisor has confirmed it; `untenable`: it cannot be so, and the time of receipt counts.
 */
const saidDone = z.object({ at: instant, standing: z.enum(['taken', 'asked', 'untenable']) })
export type SaidDone = z.infer<typeof saidDone>
/** Absent where the act was sent at once. */
const said = saidDone.optional()

export const caseEvent = z.discriminatedUnion('type', [
  /** 用电申请 received. */
  z.object({
    type: z.literal('submitted'),
    channel,
    personId: z.string(),
    use: supplyUse,
    change: supplyChange,
    byAgent: z.boolean(),
    vatInvoice: z.boolean(),
    customerClass,
    applicantKind: z.enum(['person', 'company', 'socialBody', 'institution']),
    capacityKva: z.number().nullable(),
    sources: supplySource,
    district: z.string(),
    /** `numberAsPrinted`: its number fails its check, and whoever applied said that the paper has it so. */
    identity: z.object({ ...paper, numberAsPrinted: z.literal(true).optional() }),
    signature: pictureId,
    consentNotice: z.string(),
    /** SHA-256 of the form as signed: it cannot be exchanged later. */
    formDigest: z.string(),
  }),
  /** 指派客户经理: with the application by district and load, later by the one who hands it on or a supervisor. */
  z.object({
    type: z.literal('assigned'),
    managerId: z.string(),
    because: z.enum(['application', 'handedOver', 'reassigned']),
    reason: z.string(),
  }),
  /** 受理: the clock's starting event; the rules of this day are pinned to the case. */
  z.object({
    type: z.literal('accepted'),
    ruleSetId: z.string(),
    /** At once, because one certificate was photographed and its number is right; or because staff checked it. */
    because: z.enum(['certificateComplete', 'checkedByStaff']),
  }),
  /** 一次性告知: the one complete list of what is still wanted (附件3). */
  z.object({ type: z.literal('notified'), wanted: z.array(materialGroup) }),
  /** A paper arrived. */
  z.object({ type: z.literal('collected'), group: materialGroup, ...paper, via: z.enum(['online', 'visit']), said }),
  /** 换材料: a wrong paper gave way to this one. The event it arrived with stands. */
  z.object({ type: z.literal('paperReplaced'), group: materialGroup, ...paper, via: z.enum(['online', 'visit']) }),
  /** 现场勘察. */
  z.object({
    type: z.literal('surveyed'),
    externalLine: z.boolean(),
    meterPosition: z.string(),
    note: z.string(),
    site: z.array(pictureId),
    signature: pictureId.nullable(),
    said,
  }),
  /** 约定时间, by either side; the other is told. */
  z.object({ type: z.literal('appointed'), task: appointmentFor, day, part: dayPart }),
  /** 会签: reviewers asked, all at once. Never a stage, and no clock stops for it. */
  z.object({
    type: z.literal('reviewAsked'),
    template: scheme.shape.template,
    /** Absent in what was recorded before it was said. */
    proposed: proposedScheme.optional(),
    reviewers: z.array(z.object({ staffId: z.string(), department: z.string() })),
  }),
  z.object({
    type: z.literal('reviewed'),
    staffId: z.string(),
    opinion: z.enum(['agree', 'object']),
    note: z.string(),
  }),
  /** 答复供电方案: the scheme stage's clock ends. `withoutOpinions` had been asked and had not answered. */
  z.object({
    type: z.literal('replied'),
    scheme,
    withoutOpinions: z.array(z.string()),
    answerToObjections: z.string(),
  }),
  /** 停电计划申请, opened with the reply because dispatch wants one month's notice (一2(1)). */
  z.object({ type: z.literal('outageRequested'), notBefore: day }),
  /** 停电计划 granted by dispatch. */
  z.object({ type: z.literal('outageScheduled'), day }),
  /** 受理竣工检验申请: the second clock starts, or goes on after a stop. `remedies` answer the list before, in its order. */
  z.object({
    type: z.literal('inspectionRequested'),
    round: z.int().positive(),
    remedies: z.array(z.object({ pictures: z.array(pictureId) })),
  }),
  /** 竣工检验: passed without a problem; otherwise this is the one written list, and the clock stops. */
  z.object({
    type: z.literal('inspected'),
    round: z.int().positive(),
    /** `late`: of an item the first list did not name. */
    problems: z.array(problem.extend({ late: z.boolean() })),
    said,
  }),
  /** 接火送电: the clock stops. */
  z.object({ type: z.literal('energized'), meterNumber: z.string(), said }),
  /** Whether the time an act was said done is right; `number` is the 补传's place in the case. */
  z.object({ type: z.literal('timeConfirmed'), number: z.int().positive(), right: z.boolean() }),
  /** 更正: what the form says was put right, and signed anew; the form before it stays. */
  z.object({ type: z.literal('corrected'), signature: pictureId, formDigest: z.string() }),
  /** 撤回: the applicant takes the application and the consent back; personal data is erased with it. */
  z.object({ type: z.literal('withdrawn') }),
  /** 联系用户 in the customer's own time: 困难, the day they expect to be done, and what was advised. */
  z.object({
    type: z.literal('contacted'),
    obstacle: z.enum(contactObstacles.map(({ code }) => code)),
    expected: day.nullable(),
    advice: z.string(),
  }),
  /** 用时异常: its cause, whose it is by the closed list, and evidence. The clock runs on. */
  z.object({
    type: z.literal('anomalyRecorded'),
    number: z.int().positive(),
    cause: z.enum(anomalyCauses.map(({ code }) => code)),
    note: z.string(),
    pictures: z.array(pictureId),
  }),
  z.object({ type: z.literal('anomalyResolved'), number: z.int().positive() }),
  /** 催办: the manager and the supervisors hear of it. */
  z.object({ type: z.literal('urged'), task: taskKind.nullable() }),
  /** 投诉 by its topic; the words are kept outside the ledger. */
  z.object({
    type: z.literal('complained'),
    number: z.int().positive(),
    topic: z.enum(complaintTopics.map(({ code }) => code)),
  }),
  z.object({ type: z.literal('complaintAnswered'), number: z.int().positive() }),
  /** 评价. */
  z.object({ type: z.literal('rated'), stars: z.int().min(1).max(5) }),
  /** A stamped copy was given out on request. */
  z.object({ type: z.literal('copyIssued'), document: documentKind }),
  /** The one who owes a task has opened it. `of` tells one reviewer's, or one complaint's, from another's. */
  z.object({ type: z.literal('taskRead'), task: taskKind, of: z.string() }),
  /** Nobody has opened it in time: the supervisors were told. */
  z.object({ type: z.literal('taskLeftUnread'), task: taskKind, of: z.string() }),
  /** 时限预警: a task came close to its deadline, or passed it. */
  z.object({
    type: z.literal('warned'),
    task: taskKind,
    of: z.string(),
    level: z.enum(warningLevels),
    /** What would cure it, in plain words. */
    cure: z.string(),
  }),
  /** 超过承诺: a promised day, or the new day given for it, is over and what was promised is not done. */
  z.object({ type: z.literal('promiseMissed'), dueDay: day }),
  /** The new day, and what held it up, as the account manager says; nothing makes one up. */
  z.object({ type: z.literal('newDayGiven'), day, cause: z.enum(anomalyCauses.map(({ code }) => code)) }),
  /** 重新核定: a holiday notice moved the promise, or made it certain (domain §3.5). */
  z.object({ type: z.literal('recounted'), calendar: z.string(), from: day, to: day, provisional: z.boolean() }),
])
export type CaseEvent = z.infer<typeof caseEvent>
export type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>

/** Who did it: a person record's id for applicants, a staff id for staff, 'system' for the system. */
export const actor = z.object({ role, id: z.string() })
export type Actor = z.infer<typeof actor>

/** What follows from an application of itself: the rules do it, not the applicant. */
const AUTOMATIC: readonly CaseEvent['type'][] = ['assigned', 'accepted', 'notified', 'outageRequested']

/** Who an event is by: a command's own actor, or the system for what followed of itself from an applicant's. */
export const actorOf = (event: CaseEvent, by: Actor): Actor =>
  event.type === 'recounted' || (by.role === 'applicant' && AUTOMATIC.includes(event.type))
    ? { role: 'system', id: 'rules' }
    : by

/** An event in its place in the ledger. `hash` covers everything else, the hash before it included. */
export const recordedEvent = z.object({
  caseId: z.string(),
  seq: z.int().positive(),
  at: instant,
  by: actor,
  event: caseEvent,
  previousHash: z.string(),
  hash: z.string(),
})
export type RecordedEvent = z.infer<typeof recordedEvent>
