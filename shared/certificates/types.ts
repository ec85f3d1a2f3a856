import * as z from 'zod'

/** The papers the extractor knows, by the rules' codes of materials where these name them. */
export const certificateKind = z.enum([
  'idCard',
  'residencePermit',
  'permanentResidentCard',
  'policeCertificate',
  'householdRegister',
  'passport',
  'militaryId',
  'businessLicence',
  'organizationCode',
  'socialBodyLicence',
  'authorityLicence',
  'propertyCertificate',
  'houseCertificate',
  'stateLandUse',
  'collectiveLandUse',
  'purchaseContract',
  'courtDocument',
  'tenancyCertificate',
  'supplyPermission',
  'projectApproval',
  'planningPermit',
])
export type CertificateKind = z.infer<typeof certificateKind>

/** A card's two sides: front 人像面, back (of an 身份证 国徽面) the one with 签发机关 and 有效期限. */
export const certificateSide = z.enum(['front', 'back'])
export type CertificateSide = z.infer<typeof certificateSide>

/** Every field any paper carries; `paperLabels.ts` says which paper has which. `documentNumber` is the paper's own number. */
export const fieldKey = z.enum([
  'name',
  'sex',
  'ethnicity',
  'birth',
  'address',
  'idNumber',
  'authority',
  'validity',
  'creditCode',
  'type',
  'legalPerson',
  'owner',
  'certificateNumber',
  'location',
  'usage',
  'documentNumber',
])
export type FieldKey = z.infer<typeof fieldKey>

const point = z.tuple([z.number(), z.number()])

/** Four corners, in reading order of the text: its top left, top right, bottom right, bottom left. Pixels, y down. */
export const quad = z.tuple([point, point, point, point])
export type Quad = z.infer<typeof quad>

/**
 * One line of text as a text reader returns it: `score` the mean and `least` the lowest confidence of its characters, 0..1. A reader
 * that does not tell them (WeChat's `ocr.printedText`) leaves both out; that is not the same as being sure.
 */
export const textLine = z.object({
  text: z.string(),
  score: z.number().optional(),
  least: z.number().optional(),
  quad,
})
export type TextLine = z.infer<typeof textLine>

/** What a value's own grammar says of it: `none` where the field has nothing to be checked against. */
export const fieldCheck = z.enum(['ok', 'fail', 'none'])
export type FieldCheck = z.infer<typeof fieldCheck>

/**
 * One field read. `snapped`: the value was moved to the nearest name of a gazetteer or to a grammar, so it must be shown as such.
 * `proven`: check digits hold for the value, or it follows from a number for which they do; a form that fits (`check` alone) proves
 * nothing. `confidence` is absent where the reader does not tell it.
 */
export const fieldReading = z.object({
  value: z.string(),
  confidence: z.number().optional(),
  quad: quad.optional(),
  check: fieldCheck,
  proven: z.boolean().optional(),
  snapped: z.boolean().optional(),
  /** Of words that were put right: what stood there as the reader had it. */
  asRead: z.string().optional(),
})
export type FieldReading = z.infer<typeof fieldReading>

/** Why the picture should be taken again; `RETAKE_TEXT` holds the sentence for the person. */
export const retakeHint = z.enum(['light', 'closer', 'flat', 'otherPaper', 'onePaper', 'unaccepted'])
export type RetakeHint = z.infer<typeof retakeHint>

export const RETAKE_TEXT: Record<Exclude<RetakeHint, 'unaccepted'>, string> = {
  light: '照片不够清楚，请到光线好的地方，拿稳后再拍一次',
  closer: '证件在照片里太小，请靠近一些，让证件占满画面',
  flat: '证件拍斜了，请把证件放平，从正上方再拍一次',
  onePaper: '照片里不止一张证件，没有读取，以免弄混。请一次只拍一张；同一张身份证的正反面可以一起拍',
  otherPaper: '没有认出证件，请把身份证、营业执照或不动产权证书拍清楚、拍满画面',
}

/**
 * What was read off one picture. `kind` is null where no known paper was recognised (then `retake` is never null).
 * `quality` 0..1 is the mean engine score of the lines the fields came from, lowered by each required field not found.
 */
export const certificateReading = z.object({
  kind: certificateKind.nullable(),
  side: certificateSide.optional(),
  fields: z.partialRecord(fieldKey, fieldReading),
  quality: z.number(),
  retake: retakeHint.nullable(),
  /** Where `retake` is `unaccepted`: the paper's name, and what to say to whoever photographed it. */
  unaccepted: z.object({ name: z.string(), text: z.string() }).optional(),
})
export type CertificateReading = z.infer<typeof certificateReading>
