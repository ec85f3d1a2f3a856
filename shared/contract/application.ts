import { z } from 'zod'
import { CONSENT_NOTICE_VERSION, MAX_PICTURES_OF_PAPER } from './constants'
import {
  customerClass,
  day,
  district,
  phone,
  pictureId,
  supplyChange,
  supplySource,
  supplyUse,
  text,
} from './vocabulary'

/** One proof of identity: the only paper needed to be accepted (一证受理). */
const identity = z.object({
  /** A code of the rules' identity group: idCard, passport, businessLicence … */
  kind: text(2, 40),
  name: text(2, 60),
  /** ID number, passport number or unified social credit code. */
  number: text(5, 30),
  /** Empty when typed without a picture: accepted by the account manager the same day instead of at once. */
  pictures: z.array(pictureId).max(4),
})

const place = z.object({
  district,
  address: text(4, 120),
  location: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).nullable(),
})

/** 用电申请: everything an applicant confirms and signs. */
export const application = z.object({
  use: supplyUse,
  /** kVA; null for a household. */
  capacityKva: z.number().positive().max(100_000).nullable(),
  /** How many sources, and whether at 35 kV: only a large business asks for more than one. */
  sources: supplySource.default('single'),
  identity,
  /** Whom the account manager calls. */
  contact: z.object({ name: text(2, 60), phone }),
  place,
  change: supplyChange.default('new'),
  /** 非本人办理: `contact` is then the agent (经办人), the identity paper stays the customer's. */
  byAgent: z.boolean().default(false),
  /** 电费需要开具增值税发票. */
  vatInvoice: z.boolean().default(false),
  /** Papers the applicant already has at hand; never required. A 承诺书 is signed with the form and has no picture. */
  property: z.object({ kind: text(2, 40), pictures: z.array(pictureId).max(MAX_PICTURES_OF_PAPER) }).nullable(),
  signature: pictureId,
  consent: z.object({ noticeVersion: z.literal(CONSENT_NOTICE_VERSION) }),
})
export type Application = z.infer<typeof application>

/** 更正: what may be put right after submission, signed anew. The kind of case stays what was decided on. */
export const correction = z.object({
  name: text(2, 60),
  contact: application.shape.contact,
  address: text(4, 120),
  signature: pictureId,
})
export type Correction = z.infer<typeof correction>

/** A half-filled application: anything may be missing, nothing may be of the wrong kind. */
export const draft = z.object({
  step: z.enum(['certificate', 'place', 'sign']),
  use: supplyUse.optional(),
  capacityKva: z.number().positive().max(100_000).nullable().optional(),
  identity: z
    .object({
      kind: z.string().max(40),
      name: z.string().max(60),
      number: z.string().max(30),
      pictures: z.array(pictureId).max(4),
    })
    .partial()
    .optional(),
  contact: z
    .object({ name: z.string().max(60), phone: z.string().max(20) })
    .partial()
    .optional(),
  place: z
    .object({ district: z.string().max(20), address: z.string().max(120), location: place.shape.location })
    .partial()
    .optional(),
  change: supplyChange.optional(),
  sources: supplySource.optional(),
  byAgent: z.boolean().optional(),
  vatInvoice: z.boolean().optional(),
  /** 城乡自建房 without a property paper: a 承诺书 is signed with the form. */
  selfBuilt: z.boolean().optional(),
  /** Photographed in one go with the certificate. */
  property: z.object({ kind: text(2, 40), pictures: z.array(pictureId).min(1).max(MAX_PICTURES_OF_PAPER) }).optional(),
  consent: z.object({ noticeVersion: z.string().max(20) }).optional(),
  /** The command the draft will be submitted as, so that a second phone repeats it instead of doubling it. */
  commandId: z.uuid().optional(),
})
export type Draft = z.infer<typeof draft>

export const savedDraft = z.object({ draft, savedAt: z.number() }).nullable()

export const previewRequest = z.object({
  use: supplyUse,
  capacityKva: z.number().positive().max(100_000).nullable(),
  sources: supplySource.default('single'),
  district,
  /** The certificate is photographed: accepted at once; otherwise the account manager accepts it, in the evening on the next day. */
  photographed: z.boolean().default(true),
})
/** What would be promised if the application came in now. */
export const previewResponse = z.object({
  customerClass,
  /** Why this class, in plain words. */
  because: z.string(),
  /** What is promised for the day: '通电'; at high voltage '答复供电方案' first. */
  promised: z.string(),
  /** The last day, with an external line where one may be needed. */
  dueDay: day,
  /** The day without an external line; null where that makes no difference. */
  earlierDay: day.nullable(),
  provisional: z.boolean(),
  freeToMeter: z.boolean(),
  /** What the customer can be promised after their own works, e.g. '报验后6个工作日内检验送电'; null at low voltage. */
  afterwards: z.string().nullable(),
})
