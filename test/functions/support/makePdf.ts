import { deflateSync } from 'node:zlib'

/** PDFs put together object by object, so that a test says exactly what is in them. */

export type PdfObject = string | Buffer

const bytesOf = (object: PdfObject) => (typeof object === 'string' ? Buffer.from(object, 'latin1') : object)

/** A stream object: its dictionary without braces and length, and its bytes. */
export const stream = (dictionary: string, data: PdfObject): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${bytesOf(data).length}>>stream\n`, 'latin1'),
    bytesOf(data),
    Buffer.from('\nendstream', 'latin1'),
  ])

/** As `stream`, its data packed once. */
export const packed = (dictionary: string, data: PdfObject): Buffer =>
  stream(`${dictionary}/Filter/FlateDecode`, deflateSync(bytesOf(data)))

export interface Written {
  bytes: Buffer
  /** Where the cross-reference table begins. */
  tableAt: number
}

/** A whole file of these objects, numbered from 1; the first is the catalogue. `trailer` is added to the trailer's entries. */
export function writePdf(objects: PdfObject[], trailer = ''): Written {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')]
  const places: number[] = []
  let length = parts[0]!.length
  const add = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  objects.forEach((object, index) => {
    places.push(length)
    add(Buffer.from(`${index + 1} 0 obj\n`, 'latin1'))
    add(bytesOf(object))
    add(Buffer.from('\nendobj\n', 'latin1'))
  })
  const tableAt = length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${tableAt}\n%%EOF\n`,
      'latin1',
    ),
  )
  return { bytes: Buffer.concat(parts), tableAt }
}

export interface OnePage {
  /** Operators of the page. */
  content?: PdfObject
  /** In points, as the file writes them. */
  box?: string
  /** Further entries of the page, its resources, the catalogue and the trailer. */
  page?: string
  resources?: string
  catalogue?: string
  trailer?: string
  /** Further objects, numbered from 5. */
  more?: PdfObject[]
  /** The content stream itself, instead of `content`. */
  contentObject?: PdfObject
}

/** A file of one page: 1 catalogue, 2 page tree, 3 page, 4 its content. */
export const onePage = ({
  content = '0 0 1 rg 50 50 100 100 re f',
  box = '0 0 595 842',
  page = '',
  resources = '',
  catalogue = '',
  trailer,
  more = [],
  contentObject,
}: OnePage = {}): Buffer =>
  writePdf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<<${resources}>>${page}>>`,
      contentObject ?? stream('', content),
      ...more,
    ],
    trailer,
  ).bytes

/** A file of so many pages. */
export const manyPages = (count: number): Buffer =>
  writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${count}/Kids[${Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ')}]>>`,
    ...Array.from({ length: count }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'),
  ]).bytes

/**
 * A zlib stream that unfolds into `bytes` spaces, twenty thousandth of that in size once packed again: after one literal, copies of
 * 258 bytes, 13 bits each (RFC 1951, 3.2.6), so every 13 bytes the same bits come round.
 */
export function flateBomb(bytes: number): Buffer {
  const bits: number[] = [1, 1, 0]
  // Codes are written from their highest bit: the literal 32, then eight times the length 285 and the distance 1.
  const code = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1)
  }
  code(0x30 + 32, 8)
  for (let copy = 0; copy < 24; copy += 1) {
    code(0b11000101, 8)
    code(0, 5)
  }
  const octet = (at: number) => bits.slice(at * 8, at * 8 + 8).reduce((sum, bit, index) => sum | (bit << index), 0)
  const head = Buffer.from([0x78, 0x01, octet(0), octet(1)])
  const period = Buffer.from(Array.from({ length: 13 }, (_, index) => octet(2 + index)))
  return Buffer.concat([head, Buffer.alloc(Math.ceil(bytes / (258 * 8)) * 13, period)])
}
