import { deflateSync } from 'node:zlib'

/** Pictures put together byte by byte, so that a test says exactly what is in them. */

const marker = (code: number, body: Buffer | number[] = []) => {
  const bytes = Buffer.from(body)
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}

export interface JpegParts {
  width?: number
  height?: number
  /** Segments between the start of the image and its frame. */
  before?: Buffer[]
  /** The entropy-coded bytes of the scan. */
  scan?: Buffer
  /** What a phone appends after the image. */
  trailer?: Buffer
}

/** The markers of a baseline JPEG; only its scan is not a picture of anything. */
export function makeJpeg({
  width = 640,
  height = 480,
  before = [],
  scan = Buffer.from([0x12, 0x34]),
  trailer = Buffer.alloc(0),
}: JpegParts = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    marker(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...before,
    marker(0xdb, Buffer.alloc(65)),
    marker(0xc0, frame),
    marker(0xda, [1, 1, 0, 0, 63, 0]),
    scan,
    Buffer.from([0xff, 0xd9]),
    trailer,
  ])
}

/** An APP1 segment as a phone writes it: which way is up, and where it was taken. */
export function exif(orientation: number, { little = false, secret = 'N24.326 E109.428' } = {}): Buffer {
  const order = little ? 'II' : 'MM'
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4)
  tiff.write(order, 0, 'latin1')
  const u16 = (value: number, at: number) => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at))
  const u32 = (value: number, at: number) => (little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at))
  u16(42, 2)
  u32(8, 4)
  u16(2, 8)
  // Orientation, SHORT, one of them.
  u16(0x0112, 10)
  u16(3, 12)
  u32(1, 14)
  u16(orientation, 18)
  // A pointer to the GPS directory.
  u16(0x8825, 22)
  u16(4, 24)
  u32(1, 26)
  u32(tiff.length, 30)
  return marker(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(secret, 'latin1')]))
}

export const comment = (text: string) => marker(0xfe, Buffer.from(text, 'latin1'))
export const segment = marker

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc32 = (bytes: Buffer) =>
  (bytes.reduce((c, byte) => CRC_TABLE[(c ^ byte) & 0xff] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  crc.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, crc])
}

/** A black greyscale PNG that any decoder opens; `extra` chunks go before the data. */
export function makePng(width = 4, height = 3, extra: Buffer[] = []): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const rows = Buffer.alloc((width + 1) * height)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}
