import { MAX_PDF_BYTES } from '@shared/contract/constants'
import { failure } from '@/failure'

/** The size of a PDF, once it is one the server takes: nobody waits for 10 MB to be refused. Throws Failure. */
export function sendableBytes(size: number): number {
  if (size === 0) throw failure('PDF_NOT_PDF')
  if (size > MAX_PDF_BYTES) throw failure('PDF_TOO_LARGE', { max: '10MB' })
  return size
}
