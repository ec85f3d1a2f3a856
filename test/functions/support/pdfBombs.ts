import { deflateSync } from 'node:zlib'
import type { HostileFile } from './hostileFiles'
import { flateBomb, onePage, stream } from './makePdf'

/** A page is drawn without what is too large, or not at all; either way in bounds. */
export const BOUNDED = ['ok', 'PDF_UNREADABLE', 'PDF_TOO_COMPLEX']

const GIGA = 1_000_000_000

export const RGB = '/ColorSpace/DeviceRGB/BitsPerComponent 8'
/** A page that shows object 5, a picture. */
export const SHOWN = { content: '595 0 0 842 0 0 cm /X Do', resources: '/XObject<</X 5 0 R>>' }

/** Small files that unfold into gigabytes of words or pixels, or say they do. */
export function pdfBombs(): HostileFile[] {
  const files: HostileFile[] = []
  const add = (name: string, bytes: Buffer, expected: string[]) => files.push({ name, bytes, expected })
  add(
    'words that unfold into 1 GB',
    onePage({ contentObject: stream('/Filter/FlateDecode', flateBomb(GIGA)) }),
    BOUNDED,
  )
  add(
    'words that unfold into 4 GB, packed twice',
    onePage({ contentObject: stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(flateBomb(4 * GIGA))) }),
    BOUNDED,
  )
  add(
    'words packed a hundred times',
    onePage({ contentObject: stream(`/Filter[${'/FlateDecode'.repeat(100)}]`, flateBomb(1e6)) }),
    BOUNDED,
  )
  add(
    'words of run lengths',
    onePage({ contentObject: stream('/Filter/RunLengthDecode', Buffer.alloc(9e6, 0x81)) }),
    BOUNDED,
  )
  for (const [name, data] of Object.entries({
    'of 20,000 × 20,000 from a bomb': image(
      `/Width 20000/Height 20000${RGB}/Filter/FlateDecode`,
      flateBomb(1.2 * GIGA).subarray(0, 9e6),
    ),
    'of 20,000 × 20,000 from a bomb packed twice': image(
      `/Width 20000/Height 20000${RGB}/Filter[/FlateDecode/FlateDecode]`,
      deflateSync(flateBomb(1.2 * GIGA)),
    ),
    'of 60,000 × 60,000 of nothing': image(`/Width 60000/Height 60000${RGB}`, ''),
    'of 2³¹ × 2³¹': image(`/Width 2147483647/Height 2147483647${RGB}`, 'abc'),
    'of −1 × −1': image(`/Width -1/Height -1${RGB}`, 'abc'),
    'of 65,500 × 65,500 as a JPEG': image(`/Width 65500/Height 65500${RGB}/Filter/DCTDecode`, jpegHeader(65_500)),
    'of 30,000 × 30,000 as a fax': image(
      '/Width 30000/Height 30000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 30000/Rows 30000>>',
      Buffer.alloc(2000, 0xff),
    ),
    'as broken JBIG2': image(
      '/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode',
      Buffer.concat([Buffer.from([0, 0, 0, 0, 0x30, 0, 1, 0, 0, 0, 0x13]), Buffer.alloc(19, 0xee)]),
    ),
    'as broken JPEG 2000': image(
      '/Width 60000/Height 60000/Filter/JPXDecode',
      Buffer.concat([Buffer.from('\0\0\0\x0cjP  \r\n\x87\n', 'latin1'), Buffer.alloc(90, 0xff)]),
    ),
    'with a mask of 40,000 × 40,000': image(`/Width 1/Height 1${RGB}/SMask 6 0 R`, 'abc'),
  }))
    add(
      `a picture ${name}`,
      onePage({
        ...SHOWN,
        more: [
          data,
          image(
            '/Width 40000/Height 40000/ColorSpace/DeviceGray/BitsPerComponent 8/Filter[/FlateDecode/FlateDecode]',
            deflateSync(flateBomb(1.6 * GIGA)),
          ),
        ],
      }),
      BOUNDED,
    )
  return files
}

export const image = (dictionary: string, data: Buffer | string) =>
  stream(`/Type/XObject/Subtype/Image${dictionary}`, data)

/** The markers of a grey JPEG of this size, and no picture. */
function jpegHeader(side: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(side, 5)
  frame.writeUInt16BE(side, 7)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    frame,
    Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, 0xff, 0xd9]),
  ])
}
