import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PDFDocument from 'pdfkit'
import { chineseFontConfig } from '../../support/chineseFont'
import { onePage } from './makePdf'

/** A PDF as an office program writes it, page by page, with its Chinese font inside. */
export async function paperPdf(draw: (pdf: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'onecert-paper-'))
  try {
    const fonts = path.dirname(chineseFontConfig(path.join(folder, 'fonts')))
    const pdf = new PDFDocument({
      size: 'A4',
      margin: 60,
      font: path.join(fonts, 'noto-sans-sc-chinese-simplified-400-normal.ttf'),
    })
    const parts: Buffer[] = []
    const whole = new Promise<Buffer>((resolve, reject) => {
      pdf.on('data', (part: Buffer) => parts.push(part))
      pdf.on('end', () => resolve(Buffer.concat(parts)))
      pdf.on('error', reject)
    })
    draw(pdf)
    pdf.end()
    return await whole
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A page whose Chinese font is named and not inside, as many programs write 宋体; `lines` one below the other. */
export function fontlessPdf(lines: string[], font: 'STSong-Light' | 'SimSun'): Buffer {
  const hex = (line: string) => Buffer.from(line, 'utf16le').swap16().toString('hex')
  const shown = lines.map((line) => `<${hex(line)}> Tj 0 -60 Td`).join(' ')
  return onePage({
    content: `BT /F 30 Tf 60 740 Td ${shown} ET`,
    resources: '/Font<</F 5 0 R>>',
    more: [
      `<</Type/Font/Subtype/Type0/BaseFont/${font}/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>`,
      `<</Type/Font/Subtype/CIDFontType${font === 'SimSun' ? 2 : 0}/BaseFont/${font}/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000>>`,
    ],
  })
}
