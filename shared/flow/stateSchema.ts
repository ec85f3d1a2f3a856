import * as z from 'zod'
import {
  appointmentFor,
  channel,
  customerClass,
  dayPart,
  instant,
  materialGroup,
  status,
  supplyChange,
  supplySource,
  supplyUse,
} from '../contract/vocabulary'
import { anomalyCauses } from '../rules/anomalies'
import { complaintTopics } from '../rules/complaints'
import { contactObstacles } from '../rules/contacts'
import { schemeTemplates } from '../rules/schemes'
import { warningLevels } from '../rules/warnings'
import { problem, proposedScheme, scheme } from './events'
import type { CaseState } from './state'

const strings = z.array(z.string())
const maybe = instant.nullable()

/**
 * A fold as it is stored. It has no defaults: a fold that lacks something is not repaired, it is folded anew from its ledger.
 * Made when first asked for.
 */
export const stateSchema = () =>
  z.object({
    status,
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
    signatures: strings,
    managerId: z.string().nullable(),
    assignedAt: instant,
    ruleSetId: z.string().nullable(),
    submittedAt: instant,
    acceptedAt: maybe,
    surveyedAt: maybe,
    repliedAt: maybe,
    energizedAt: maybe,
    withdrawnAt: maybe,
    externalLine: z.boolean().nullable(),
    meterPosition: z.string().nullable(),
    site: strings,
    surveySignature: z.string().nullable(),
    meterNumber: z.string().nullable(),
    numberAsPrinted: z.boolean(),
    papers: z.partialRecord(
      materialGroup,
      z.object({ kind: z.string(), pictures: strings, at: instant, via: z.enum(['online', 'visit']) }),
    ),
    replaced: z.array(z.object({ group: materialGroup, pictures: strings, at: instant })),
    appointment: z.object({ task: appointmentFor, day: z.string(), part: dayPart, at: instant }).nullable(),
    reviews: z.array(
      z.object({
        staffId: z.string(),
        department: z.string(),
        template: z.enum(schemeTemplates.map(({ code }) => code)),
        proposed: proposedScheme.optional(),
        askedAt: instant,
        at: maybe,
        opinion: z.enum(['agree', 'object']).nullable(),
        note: z.string(),
      }),
    ),
    drawings: strings,
    scheme: scheme.nullable(),
    outage: z.object({ notBefore: z.string(), day: z.string().nullable() }).nullable(),
    inspections: z.array(
      z.object({
        requestedAt: instant,
        remedies: z.array(z.object({ pictures: strings })),
        at: maybe,
        problems: z.array(problem.extend({ late: z.boolean() })).nullable(),
      }),
    ),
    contacts: z.array(
      z.object({
        at: instant,
        obstacle: z.enum(contactObstacles.map(({ code }) => code)),
        expected: z.string().nullable(),
        advice: z.string(),
      }),
    ),
    anomalies: z.array(
      z.object({
        cause: z.enum(anomalyCauses.map(({ code }) => code)),
        note: z.string(),
        pictures: strings,
        at: instant,
        resolvedAt: maybe,
      }),
    ),
    complaints: z.array(
      z.object({ topic: z.enum(complaintTopics.map(({ code }) => code)), at: instant, answeredAt: maybe }),
    ),
    backfills: z.array(
      z.object({
        act: z.enum(['surveyed', 'collected', 'inspected', 'energized']),
        round: z.int().nullable(),
        saidAt: instant,
        receivedAt: instant,
        standing: z.enum(['taken', 'asked', 'untenable', 'confirmed', 'declined']),
      }),
    ),
    missed: z
      .object({
        dueDay: z.string(),
        at: instant,
        newDay: z.object({ day: z.string(), cause: z.enum(anomalyCauses.map(({ code }) => code)) }).nullable(),
      })
      .nullable(),
    urgedAt: maybe,
    changes: z.int().nonnegative(),
    stars: z.int().nullable(),
    notified: z.array(materialGroup).nullable(),
    warned: z.record(z.string(), z.enum(warningLevels)),
    read: strings,
    leftUnread: strings,
  }) satisfies z.ZodType<CaseState>
