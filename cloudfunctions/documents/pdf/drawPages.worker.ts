import { parentPort, workerData } from 'node:worker_threads'
import { legibleSize } from '@shared/pictures/legibleSize'
import type { DrawingFault, DrawingMessage, DrawingOrder, DrawnPage } from './drawing'
import { openPdfium } from './openPdfium'
import type { Pdfium } from './Pdfium'

/**
 * Draws the pages of one PDF, in a thread of its own that whoever started it may end at any moment: a file can keep a reader
 * busy for ever. A throw here (out of memory, a trap inside PDFium) ends the thread and nothing else.
 */

/** No page is drawn finer than this: a small one would be enlarged without anything more to see. */
const MOST_DOTS_PER_INCH = 300
const POINTS_PER_INCH = 72

/** Of fpdfview.h. Marks and stamps laid over the page belong to it. */
const DRAW_ANNOTATIONS = 0x01
const RED_FIRST = 0x10
const FOUR_BYTES_A_PIXEL = 3
const WHITE = 0xffffffff
const ERROR_PASSWORD = 4
const ERROR_SECURITY = 5

const tell = (message: DrawingMessage, handedOver: ArrayBuffer[] = []) => parentPort?.postMessage(message, handedOver)

void draw(workerData as DrawingOrder)

async function draw({ pdf, mostPages }: DrawingOrder): Promise<void> {
  const pdfium = await openPdfium()
  const at = pdfium.allocate(pdf.length)
  new Uint8Array(pdfium.memory.buffer).set(pdf, at)
  const opened = pdfium.FPDF_LoadMemDocument(at, pdf.length, '')
  if (opened === 0) return tell(faultOf(pdfium.FPDF_GetLastError()))
  const pages = pdfium.FPDF_GetPageCount(opened)
  if (pages > mostPages) return tell({ fault: 'tooManyPages', pages })
  if (pages < 1) return tell({ fault: 'unreadable' })
  if (isPlaceholder(pdfium, opened, pages, pdf)) return tell({ fault: 'placeholder' })
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(opened, pdfium.PDFiumExt_OpenFormFillInfo())
  if (form === 0) throw new RangeError('out of memory')
  // Fields are shown as they are on paper, not as places still to fill in.
  pdfium.FPDF_SetFormFieldHighlightAlpha(form, 0)
  for (let index = 0; index < pages; index += 1) {
    const page = pdfium.FPDF_LoadPage(opened, index)
    const drawn = page === 0 ? null : drawPage(pdfium, { page, form })
    if (!drawn) return tell({ fault: 'unreadable' })
    tell(drawn, [drawn.pixels.buffer])
  }
  tell('done')
}

const faultOf = (error: number): DrawingFault => ({
  fault: error === ERROR_PASSWORD || error === ERROR_SECURITY ? 'encrypted' : 'unreadable',
})

/** Of fpdf_formfill.h: an XFA form that its program draws by itself, and one whose pages can also stand alone. */
const XFA_FULL = 2
const XFA_FOREGROUND = 3

/** Whether the pages are not the paper but a note that another program is needed ("Please wait..."). */
function isPlaceholder(pdfium: Pdfium, opened: number, pages: number, pdf: Uint8Array): boolean {
  const form = pdfium.FPDF_GetFormType(opened)
  if (form === XFA_FULL) return true
  if (form === XFA_FOREGROUND && !hasMarks(pdfium, opened, pages)) return true
  // A portfolio, or the wrapper of an encrypted file (ISO 32000-2, 7.6.7): what matters is attached, the page is a cover.
  return pdfium.FPDFDoc_GetAttachmentCount(opened) > 0 && COVER.test(Buffer.from(pdf).toString('latin1'))
}

const COVER = /\/Collection\b|\/EncryptedPayload\b/

/** Whether any page has fields or other marks on it. */
function hasMarks(pdfium: Pdfium, opened: number, pages: number): boolean {
  for (let index = 0; index < pages; index += 1) {
    const page = pdfium.FPDF_LoadPage(opened, index)
    const marks = page === 0 ? 0 : pdfium.FPDFPage_GetAnnotCount(page)
    if (page !== 0) pdfium.FPDF_ClosePage(page)
    if (marks > 0) return true
  }
  return false
}

/** Null for a page without a size. */
function drawPage(pdfium: Pdfium, { page, form }: { page: number; form: number }): DrawnPage | null {
  const points = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)]
  if (!points.every((side) => Number.isFinite(side) && side > 0)) return null
  const [finestWidth, finestHeight] = points.map((side) => (side * MOST_DOTS_PER_INCH) / POINTS_PER_INCH)
  const { width, height } = legibleSize({ width: finestWidth, height: finestHeight })
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, FOUR_BYTES_A_PIXEL, 0, 0)
  if (bitmap === 0) throw new RangeError('out of memory')
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
  const flags = DRAW_ANNOTATIONS | RED_FIRST
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
  // What was filled in, and the seal of a signed file (电子签章), are fields: the page alone comes without them.
  pdfium.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, flags)
  // Four bytes a pixel leave no gap between rows.
  const pixels = new Uint8Array(pdfium.memory.buffer, pdfium.FPDFBitmap_GetBuffer(bitmap), width * height * 4).slice()
  pdfium.FPDFBitmap_Destroy(bitmap)
  pdfium.FPDF_ClosePage(page)
  return { width, height, pixels }
}
