import { z } from 'zod'
import {
  customerClass,
  day,
  instant,
  materialGroup,
  pictureId,
  role,
  supplyChange,
  supplyUse,
  taskKind,
} from '../contract/vocabulary'
import { warningLevels } from '../rules/warnings'

/**
 * What can happen to a case. Events are the ledger: they are never changed and never removed, so they carry no
 * personal data, only the ids of the person record and of pictures, which can be erased while the ledger stands.
 */
const paper = { kind: z.string(), pictures: z.array(pictureId) }

export const caseEvent = z.discriminatedUnion('type', [
  /** 用电申请 received. */
  z.object({
    type: z.literal('submitted'),
    personId: z.string(),
    use: supplyUse,
    change: supplyChange,
    byAgent: z.boolean(),
    vatInvoice: z.boolean(),
    customerClass,
    applicantKind: z.enum(['person', 'company', 'socialBody', 'institution']),
    capacityKva: z.number().nullable(),
    district: z.string(),
    identity: z.object(paper),
    signature: pictureId,
    consentNotice: z.string(),
    /** SHA-256 of the form as signed: it cannot be exchanged later. */
    formDigest: z.string(),
  }),
  /** 指派客户经理. */
  z.object({ type: z.literal('assigned'), managerId: z.string() }),
  /** 受理: the clock's starting event; the rules of this day are pinned to the case. */
  z.object({ type: z.literal('accepted'), ruleSetId: z.string() }),
  /** 一次性告知: the one complete list of what is still wanted (附件3). */
  z.object({ type: z.literal('notified'), wanted: z.array(materialGroup) }),
  /** A paper arrived. */
  z.object({ type: z.literal('collected'), group: materialGroup, ...paper, via: z.enum(['online', 'visit']) }),
  /** 现场勘察. */
  z.object({ type: z.literal('surveyed'), externalLine: z.boolean(), meterPosition: z.string(), note: z.string() }),
  /** 接火送电: the clock stops. */
  z.object({ type: z.literal('energized'), meterNumber: z.string() }),
  /** 更正: what the form says was put right, and signed anew; the form before it stays. */
  z.object({ type: z.literal('corrected'), signature: pictureId, formDigest: z.string() }),
  /** 撤回: the applicant takes the application and the consent back; personal data is erased with it. */
  z.object({ type: z.literal('withdrawn') }),
  /** 时限预警: a task came close to its deadline, or passed it. */
  z.object({
    type: z.literal('warned'),
    task: taskKind,
    level: z.enum(warningLevels),
    /** What would cure it, in plain words. */
    cure: z.string(),
  }),
  /** 重新核定: a holiday notice moved the promise, or made it certain (domain §3.5). */
  z.object({ type: z.literal('recounted'), calendar: z.string(), from: day, to: day, provisional: z.boolean() }),
])
export type CaseEvent = z.infer<typeof caseEvent>
export type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>

/** Who did it: a person record's id for applicants, a staff id for staff, 'system' for the system. */
export const actor = z.object({ role, id: z.string() })
export type Actor = z.infer<typeof actor>

/** What follows from an application of itself: the rules do it, not the applicant. */
const AUTOMATIC: readonly CaseEvent['type'][] = ['assigned', 'accepted', 'notified']

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
