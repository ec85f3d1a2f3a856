import { MAX_PDF_BYTES } from '@shared/contract/constants'
import { fileKindOf, NAMED_FILES } from '@shared/pictures/fileKind'
import { type Failure, failure } from '@/failure'

/** Why a file that does not open as a picture is none; `start` is its beginning. */
export function notPicture(start: Uint8Array): Failure {
  const kind = fileKindOf(start)
  const isPicture = kind === 'jpeg' || kind === 'png'
  return failure(NAMED_FILES[kind] ?? (isPicture ? 'PICTURE_UNREADABLE' : 'PICTURE_NOT_IMAGE'))
}

/** Throws for a PDF the server does not take: nobody waits for 10 MB to be refused. */
export function requirePdf(size: number, start: Uint8Array): void {
  if (size > MAX_PDF_BYTES) throw failure('PDF_TOO_LARGE', { max: '10MB' })
  const kind = fileKindOf(start)
  if (kind !== 'pdf') throw failure(NAMED_FILES[kind] ?? 'PDF_NOT_PDF')
}
