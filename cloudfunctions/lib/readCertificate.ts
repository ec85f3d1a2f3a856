import { readCertificate as extract, isDoubtful, surenessOf } from '@shared/certificates/readCertificate'
import { type CertificateKind, RETAKE_TEXT, type CertificateReading as Reading } from '@shared/certificates/types'
import type { ResponseOf } from '@shared/contract'
import type { LocalDate } from '@shared/time/localDate'
import { textReader } from './reader/chooseReader'
import type { PictureDocument } from './store/documents'

function retakeText({ retake, unaccepted }: Reading): string | null {
  if (retake === 'unaccepted') return unaccepted?.text ?? null
  return retake && RETAKE_TEXT[retake]
}

/** Reads a certificate off a confirmed picture. A picture that cannot be read is an answer with a hint, not an error. */
export async function readCertificate(
  picture: PictureDocument,
  url: string,
  today: LocalDate,
  hint?: CertificateKind,
): Promise<ResponseOf<'applicant', 'readCertificate'>> {
  const size = { width: picture.width, height: picture.height }
  const reading = extract(await textReader().lines(url), size, hint, today)
  const fields = Object.entries(reading.fields).map(([key, field]) => {
    return [key, { ...field, doubtful: isDoubtful(field), untold: surenessOf(field) === 'untold' }] as const
  })
  return {
    kind: reading.kind,
    side: reading.side ?? null,
    several: reading.retake === 'onePaper',
    unknown: reading.retake === 'otherPaper',
    fields: Object.fromEntries(fields),
    unaccepted: reading.unaccepted?.name,
    retake: retakeText(reading),
    size,
  }
}
