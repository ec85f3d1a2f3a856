import * as z from 'zod'
import { cleanNumber, LONGEST_PAPER_NUMBER } from '../certificates/identityKinds'
import { CONSENT_NOTICE_VERSION, MAX_PICTURES_OF_PAPER } from './constants'
import {
  address,
  district,
  name,
  phone,
  phoneOrNone,
  pictureId,
  supplyChange,
  supplySource,
  supplyUse,
  text,
  typedNumber,
} from './vocabulary'

/** One proof of identity: the only paper needed to be accepted (一证受理). */
const identity = z
  .object({
    /** A code of the rules' identity group: idCard, passport, businessLicence … */
    kind: text(2, 40),
    name,
    /** ID number, passport number or unified social credit code. */
    number: typedNumber,
    /** 证件上就是这样: the person has looked again at a number that fails its check. The account manager looks at the paper. */
    asPrinted: z.boolean().optional(),
    /** Empty when typed without a picture: accepted by the account manager the same day instead of at once. */
    pictures: z.array(pictureId).max(4),
  })
  .transform((given) => ({ ...given, number: cleanNumber(given.kind, given.number) }))
  .refine(({ number }) => number.length >= 5 && number.length <= LONGEST_PAPER_NUMBER, { path: ['number'] })

const place = z.object({
  district,
  address,
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
  contact: z.object({ name, phone }),
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

/** Written down by staff for somebody who came, and who may have no telephone. */
export const counterApplication = application.extend({ contact: z.object({ name, phone: phoneOrNone }) })

/** 更正: what may be put right after submission, signed anew. The kind of case stays what was decided on. */
export const correction = z.object({
  name,
  contact: application.shape.contact,
  address,
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
      name: z.string().max(300),
      number: z.string().max(100),
      asPrinted: z.boolean(),
      pictures: z.array(pictureId).max(4),
    })
    .partial()
    .optional(),
  contact: z
    .object({ name: z.string().max(60), phone: z.string().max(20) })
    .partial()
    .optional(),
  place: z
    .object({ district: z.string().max(20), address: z.string().max(400), location: place.shape.location })
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
  /** Papers whose photographs were removed before it was handed in; named until they are photographed again. */
  lost: z
    .array(z.enum(['identity', 'property']))
    .max(2)
    .optional(),
  /** The command the draft will be submitted as, so that a second phone repeats it instead of doubling it. */
  commandId: z.uuid().optional(),
})
export type Draft = z.infer<typeof draft>

/** `gone`: the pictures it names that no command takes any more. */
export const savedDraft = z.object({ draft, savedAt: z.number(), gone: z.array(pictureId) })
