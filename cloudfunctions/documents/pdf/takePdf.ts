import { MAX_PDF_BYTES } from '@shared/contract/constants'
import { fileKindOf, NAMED_FILES, pdfStartsAt } from '@shared/pictures/fileKind'
import type { Taken } from '../../lib/pictures/confirmUpload'
import { refuse } from '../../lib/refusal'
import type { DrawnPage } from './drawing'
import { drawPdf, type PdfFault } from './drawPdf'
import { toJpeg } from './toJpeg'

/** A whole file ends with this mark (ISO 32000-1, 7.5.5); one cut short on its way would lose pages without a word. */
const END = Buffer.from('%%EOF')
/** The beginning of an object: what follows a last mark is a further part of the file whose own end is missing. */
const OBJECT = /\d\s+\d+\s+obj\b/

/** The pages of a PDF as pictures, in order. Refuses what is none, is closed, is too much, or cannot be drawn. */
export async function takePdf(bytes: Buffer, mostPages: number): Promise<Taken[]> {
  if (bytes.length > MAX_PDF_BYTES) refuse('PDF_TOO_LARGE', { max: '10MB' })
  const kind = fileKindOf(bytes)
  const pdf = kind === 'pdf' ? wholePdf(bytes) : null
  if (!pdf) refuse(NAMED_FILES[kind] ?? 'PDF_NOT_PDF')
  const pages: DrawnPage[] = []
  const fault = await drawPdf({ pdf, mostPages }, (page) => pages.push(page))
  if (fault) refuseFor(fault, mostPages)
  const taken: Taken[] = []
  for (const page of pages) taken.push(await toJpeg(page))
  return taken
}

/** The PDF without what a mail, a download or a program has put around it; null for one that is not whole. */
function wholePdf(bytes: Buffer): Buffer | null {
  const end = bytes.lastIndexOf(END)
  if (end < 0 || OBJECT.test(bytes.toString('latin1', end))) return null
  return bytes.subarray(pdfStartsAt(bytes), end + END.length)
}

function refuseFor(fault: PdfFault, mostPages: number): never {
  switch (fault.fault) {
    case 'encrypted':
      return refuse('PDF_ENCRYPTED')
    case 'placeholder':
      return refuse('PDF_PLACEHOLDER')
    case 'unreadable':
      return refuse('PDF_UNREADABLE')
    case 'tooComplex':
      return refuse('PDF_TOO_COMPLEX')
    case 'tooManyPages':
      return refuse('PDF_TOO_MANY_PAGES', { pages: String(fault.pages), max: String(mostPages) })
  }
}
