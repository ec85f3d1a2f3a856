import * as z from 'zod'
import { certificateKind } from '../certificates/types'
import { MAX_PDF_BYTES, MAX_PICTURE_BYTES } from './constants'
import { materialGroup, pictureId } from './vocabulary'

/** What a picture is of; decides who may see it and how it is checked. */
export const picturePurpose = z.enum([
  ...materialGroup.options,
  'signature',
  'site',
  'drawing',
  'problem',
  'remedy',
  'evidence',
])
export type PicturePurpose = z.infer<typeof picturePurpose>

const pdfPurpose = z.enum([...materialGroup.options, 'drawing'])
export type PdfPurpose = z.infer<typeof pdfPurpose>

export const startUploadRequest = z.discriminatedUnion('contentType', [
  z.object({
    contentType: z.enum(['image/jpeg', 'image/png']),
    purpose: picturePurpose,
    bytes: z.int().positive().max(MAX_PICTURE_BYTES),
  }),
  /** A paper or a drawing people have as a file; a signature is drawn, never a file. */
  z.object({
    contentType: z.literal('application/pdf'),
    purpose: pdfPurpose,
    bytes: z.int().positive().max(MAX_PDF_BYTES),
  }),
])
/** PUT the bytes to `url` with exactly these headers, then name the picture by its id. */
export const startUploadResponse = z.object({
  picture: pictureId,
  url: z.string(),
  headers: z.record(z.string(), z.string()),
})

/** Pixels of the picture as shown. */
const confirmedPicture = z.object({ picture: pictureId, width: z.int(), height: z.int() })
/** The pictures that came of an upload: one of a picture. */
export const confirmUploadResponse = z.object({ pictures: z.array(confirmedPicture) })
/** One of each page of a PDF, in order, with a short-lived address: whoever chose the file has not seen them yet. */
export const confirmPdfResponse = z.object({ pictures: z.array(confirmedPicture.extend({ url: z.string() })) })

export const pictureUrlResponse = z.object({ url: z.string(), expiresAt: z.number() })

export { certificateKind }

const readField = z.object({
  value: z.string(),
  /** 0 to 1; absent when the reader gives none. */
  confidence: z.number().optional(),
  /** Corners in pixels of the picture, clockwise from the text's upper left. */
  quad: z
    .array(z.tuple([z.number(), z.number()]))
    .length(4)
    .optional(),
  check: z.enum(['ok', 'fail', 'none']),
  /** Its check digits hold, or it follows from a number for which they do. */
  proven: z.boolean().optional(),
  /** The value was moved to the nearest known name; worth a second look. */
  snapped: z.boolean().optional(),
  /** Of such a value: what stood there as the reader had it. */
  asRead: z.string().optional(),
  /** Ask the person to look at the paper itself: something speaks against the value, or nobody says that it is right. */
  doubtful: z.boolean(),
  /** Of a doubtful one: nothing speaks against it, but the reader does not tell how sure it is and no check proves it. */
  untold: z.boolean().optional(),
})
export const certificateReading = z.object({
  kind: certificateKind.nullable(),
  side: z.enum(['front', 'back']).nullable(),
  /** More than one paper, or more than one person's: nothing was read, and the picture proves nobody's identity. */
  several: z.boolean(),
  /** Read well enough, and no paper that is known: the person says what it is. */
  unknown: z.boolean().optional(),
  /** The name of a paper that is known and not taken. */
  unaccepted: z.string().optional(),
  fields: z.record(z.string(), readField),
  /** What to do better when taking the picture again; null when it is good enough. */
  retake: z.string().nullable(),
  size: z.object({ width: z.number(), height: z.number() }),
})

export const readCertificateRequest = z.object({ picture: pictureId, hint: certificateKind.optional() })
export type CertificateReading = z.infer<typeof certificateReading>
