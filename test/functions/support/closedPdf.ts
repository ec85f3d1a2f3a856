import PDFDocument from 'pdfkit'

/** A page of text closed by a password, by a library that writes such files for others to read. */
export function closedPdf(options: Pick<PDFKit.PDFDocumentOptions, 'userPassword' | 'ownerPassword' | 'pdfVersion'>) {
  return new Promise<Buffer>((resolve, reject) => {
    const pdf = new PDFDocument(options)
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
    pdf.text('Nobody reads this.')
    pdf.end()
  })
}
