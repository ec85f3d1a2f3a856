import PDFDocument from 'pdfkit'
import { type FontName, openFont, runsOf } from './chineseText'

export interface TextStyle {
  /** Points. */
  size: number
  color?: string
  align?: 'left' | 'center'
}

/** A4 page in points, and the margins text keeps. */
const PAGE = { width: 595.28, height: 841.89, margin: 56 }
const LINE = 1.6
const SEAL_RED = '#c1272d'

/** A PDF set from top to bottom, page after page. Chinese breaks between any two characters, so lines are set here. */
export class Paper {
  private readonly pdf: PDFKit.PDFDocument
  private y = PAGE.margin
  private readonly registered = new Set<FontName>()

  constructor(title: string, madeAt: Date) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: PAGE.margin,
      // No font of its own: only the embedded Chinese ones are used.
      font: null as unknown as string,
      lang: 'zh-CN',
      displayTitle: true,
      // A fixed date makes the same content the same bytes.
      info: { Title: title, Creator: '一证办电', Producer: 'pdfkit', CreationDate: madeAt, ModDate: madeAt },
    })
  }

  /** Text between `left` and the right margin. */
  text(text: string, style: TextStyle, left = PAGE.margin): void {
    const width = PAGE.width - PAGE.margin - left
    for (const line of this.linesOf(text, style.size, width)) {
      this.keepTogether(style.size * LINE)
      const start = style.align === 'center' ? left + (width - this.widthOf(line, style.size)) / 2 : left
      this.line(line, start, style)
      this.y += style.size * LINE
    }
  }

  /** A label, its value beside it, and a fine rule below. */
  row(label: string, value: string, size: number): void {
    this.keepTogether(size * LINE * 2)
    const top = this.y
    this.line(label, PAGE.margin, { size, color: '#5b6670' })
    this.text(value || '—', { size }, PAGE.margin + 110)
    this.y = (this.y < top ? this.y : Math.max(this.y, top + size * LINE)) + 4
    this.pdf
      .moveTo(PAGE.margin, this.y)
      .lineTo(PAGE.width - PAGE.margin, this.y)
      .lineWidth(0.5)
      .stroke('#d5dbe0')
    this.y += 6
  }

  /** A picture no larger than the box, in points. */
  picture(bytes: Buffer, width: number, height: number): void {
    this.keepTogether(height)
    this.pdf.image(bytes, PAGE.margin, this.y, { fit: [width, height] })
    this.y += height + 8
  }

  gap(points: number): void {
    this.y += points
  }

  /** A round seal, its lower edge where the text has come to, on the right. */
  seal(lines: readonly string[]): void {
    const radius = 52
    this.keepTogether(radius * 2)
    const [x, y] = [PAGE.width - PAGE.margin - radius, this.y + radius]
    this.pdf.circle(x, y, radius).lineWidth(2).stroke(SEAL_RED)
    const below = this.y + radius * 2 + 8
    this.y = y - (lines.length * 11 * LINE) / 2
    for (const line of lines) {
      this.line(line, x - this.widthOf(line, 11) / 2, { size: 11, color: SEAL_RED })
      this.y += 11 * LINE
    }
    this.y = below
  }

  /** Begins a page where the next `height` points would run over this one's margin. */
  keepTogether(height: number): void {
    if (this.y + height <= PAGE.height - PAGE.margin) return
    this.pdf.addPage()
    this.y = PAGE.margin
  }

  /** The finished file. */
  bytes(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const parts: Buffer[] = []
      this.pdf.on('data', (part: Buffer) => parts.push(part))
      this.pdf.on('end', () => resolve(Buffer.concat(parts)))
      this.pdf.on('error', reject)
      this.pdf.end()
    })
  }

  private line(text: string, left: number, { size, color = '#1c2429' }: TextStyle): void {
    let x = left
    for (const { font, text: part } of runsOf(text)) {
      this.use(font, size).fillColor(color).text(part, x, this.y, { lineBreak: false })
      x += this.use(font, size).widthOfString(part)
    }
  }

  private widthOf(text: string, size: number): number {
    return runsOf(text).reduce((sum, run) => sum + this.use(run.font, size).widthOfString(run.text), 0)
  }

  private linesOf(text: string, size: number, width: number): string[] {
    const lines: string[] = []
    let line = ''
    let taken = 0
    for (const character of text) {
      const wide = this.widthOf(character, size)
      if (line && taken + wide > width) {
        lines.push(line)
        line = ''
        taken = 0
        if (character === ' ') continue
      }
      line += character
      taken += wide
    }
    return [...lines, line]
  }

  private use(font: FontName, size: number): PDFKit.PDFDocument {
    if (!this.registered.has(font)) {
      this.pdf.registerFont(font, openFont(font).bytes)
      this.registered.add(font)
    }
    return this.pdf.font(font).fontSize(size)
  }
}
