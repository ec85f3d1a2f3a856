import { openFont } from '../chineseText'
import type { Pdfium } from './Pdfium'

/** PDFium takes one font for all such text, so it gets the one that has every character a name is given in, digits and letters too. */
const WIDEST = 'lxgw-wenkai-400'
const NAME = Buffer.from('LXGW WenKai\0', 'latin1')

/** Windows' numbers of the East Asian character sets, as PDFium asks by them: Japanese, Korean, simplified, traditional. */
const EAST_ASIAN = new Set([128, 129, 134, 136])
const SIMPLIFIED = 134

/** Any number but 0: there is one font to point at. */
const HANDLE = 1

/**
 * Gives PDFium a Chinese font for text whose own font is not in the file (宋体 named and not embedded, as many invoices and older
 * certificates do). Without one such words are simply not drawn, and nobody would notice what is missing.
 * The table is FPDF_SYSFONTINFO of fpdf_sysfontinfo.h, version 1: its version, then eight functions.
 */
export function useChineseFont(pdfium: Pdfium): void {
  const copyOut = (from: Uint8Array, to: number, room: number) => {
    if (to !== 0 && room >= from.length) new Uint8Array(pdfium.memory.buffer).set(from, to)
    return from.length
  }
  const functions: [run: (...given: number[]) => number | undefined, signature: string][] = [
    [() => undefined, 'vi'], // Release
    [() => undefined, 'vii'], // EnumFonts
    [(_table, _weight, _italic, charset) => (EAST_ASIAN.has(charset) ? HANDLE : 0), 'iiiiiiii'], // MapFont
    [() => 0, 'iii'], // GetFont
    [
      (_table, _handle, part, to, room) => {
        // One table of the font alone is never given: PDFium then reads the whole.
        if (part !== 0) return 0
        return copyOut(openFont(WIDEST).bytes, to, room)
      },
      'iiiiii',
    ], // GetFontData
    [(_table, _handle, to, room) => copyOut(NAME, to, room), 'iiiii'], // GetFaceName
    [() => SIMPLIFIED, 'iii'], // GetFontCharset
    [() => undefined, 'vii'], // DeleteFont
  ]
  const table = pdfium.allocate(4 * (1 + functions.length))
  const view = () => new DataView(pdfium.memory.buffer, table)
  view().setInt32(0, 1, true)
  for (const [index, [run, signature]] of functions.entries()) {
    const pointer = pdfium.pdfium.addFunction(run, signature)
    view().setInt32(4 * (1 + index), pointer, true)
  }
  pdfium.FPDF_SetSystemFontInfo(table)
}
