import PDFDocument from 'pdfkit'
import { unpackFont } from '../../support/unpackFont'
import { onePage } from './makePdf'

/** A PDF as an office program writes it, page by page, with its Chinese font inside. */
export function paperPdf(draw: (pdf: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 60 })
  pdf.font(unpackFont('noto-sans-sc-400'))
  const parts: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
  })
  draw(pdf)
  pdf.end()
  return whole
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
