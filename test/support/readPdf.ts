import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface PdfText {
  title: string
  pages: number
  /** The text of all pages, as a reader finds it. */
  text: string
  fonts: number
  /** Fonts whose shapes are in the file itself. */
  embedded: number
}

/** What another program reads in a PDF; draws its first page to `picture` when one is named. */
export function readPdf(bytes: Buffer, picture?: string): PdfText {
  const folder = mkdtempSync(path.join(tmpdir(), 'onecert-pdf-'))
  try {
    const file = path.join(folder, 'document.pdf')
    writeFileSync(file, bytes)
    const script = path.join(__dirname, 'pdfText.mjs')
    const arguments_ = [script, file, ...(picture ? [picture] : [])]
    return JSON.parse(execFileSync(process.execPath, arguments_, { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
