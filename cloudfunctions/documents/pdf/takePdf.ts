import { MAX_PDF_BYTES } from '@shared/contract/constants'
import type { Taken } from '../../lib/pictures/confirmUpload'
import { refuse } from '../../lib/refusal'
import type { DrawnPage } from './drawing'
import { drawPdf, type PdfFault } from './drawPdf'
import { toJpeg } from './toJpeg'

/** As large as a picture a phone sends: an A4 page at 137 dpi, small print still legible. Pixels. */
const LONGEST_SIDE = 1600

const SIGNATURE = '%PDF-'
/** A whole file ends with this mark (ISO 32000-1, 7.5.5); one cut short on its way would lose pages without a word. */
const END = '%%EOF'
const END_WITHIN = 2048

/** The pages of a PDF as pictures, in order. Refuses what is none, is closed, is too much, or cannot be drawn. */
export async function takePdf(bytes: Buffer, mostPages: number): Promise<Taken[]> {
  if (bytes.length > MAX_PDF_BYTES) refuse('PDF_TOO_LARGE', { max: '10MB' })
  if (!isWholePdf(bytes)) refuse('PDF_NOT_PDF')
  const pages: DrawnPage[] = []
  const fault = await drawPdf({ pdf: bytes, mostPages, longestSide: LONGEST_SIDE }, (page) => pages.push(page))
  if (fault) refuseFor(fault, mostPages)
  const taken: Taken[] = []
  for (const page of pages) taken.push(await toJpeg(page))
  return taken
}

/** By its own first and last bytes. Junk before the first is a disguise: readers differ in what they make of it. */
function isWholePdf(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) return false
  return bytes.subarray(-END_WITHIN).includes(END)
}

function refuseFor(fault: PdfFault, mostPages: number): never {
  switch (fault.fault) {
    case 'encrypted':
      return refuse('PDF_ENCRYPTED')
    case 'unreadable':
      return refuse('PDF_UNREADABLE')
    case 'tooComplex':
      return refuse('PDF_TOO_COMPLEX')
    case 'tooManyPages':
      return refuse('PDF_TOO_MANY_PAGES', { pages: String(fault.pages), max: String(mostPages) })
  }
}
