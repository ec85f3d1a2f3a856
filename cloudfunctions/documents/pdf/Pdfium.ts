import type { WrappedPdfiumModule } from '@embedpdf/pdfium'

/** PDFium with its memory, and the way to take some of it, in bytes. */
export type Pdfium = WrappedPdfiumModule & { memory: WebAssembly.Memory; allocate(bytes: number): number }
