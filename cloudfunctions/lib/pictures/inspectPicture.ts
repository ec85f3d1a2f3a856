/** What a picture's own bytes say of it. */
export interface Inspected {
  format: 'jpeg' | 'png'
  /** Pixels as stored, before any turn. */
  width: number
  height: number
  /** EXIF orientation 1 to 8; 1 is upright. */
  orientation: number
  /** The same picture without metadata: no place, time or device of taking. */
  clean: Buffer
}

export type PictureFault = 'empty' | 'notImage' | 'unreadable' | 'tooManyPixels'

/** More pixels than this are not decoded by anyone: a small file can unfold into gigabytes. */
const MAX_PIXELS = 50_000_000

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Chunks a PNG needs to be drawn; everything else (text, time, EXIF) is left out. */
const PNG_CHUNKS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB'])

/** Reads format, size and orientation from the header, never decoding, and strips the metadata. */
export function inspectPicture(bytes: Buffer): Inspected | PictureFault {
  if (bytes.length === 0) return 'empty'
  const isPng = bytes.subarray(0, 8).equals(PNG_SIGNATURE)
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
  if (!isPng && !isJpeg) return 'notImage'
  const inspected = isPng ? inspectPng(bytes) : inspectJpeg(bytes)
  if (!inspected || inspected.width === 0 || inspected.height === 0) return 'unreadable'
  return inspected.width * inspected.height > MAX_PIXELS ? 'tooManyPixels' : inspected
}

/** PNG: length, type, data, CRC, repeated (W3C PNG, 5.3). Null when it does not end in IEND. */
function inspectPng(bytes: Buffer): Inspected | null {
  const kept: Buffer[] = [PNG_SIGNATURE]
  let width = 0
  let height = 0
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length) return null
    if (type === 'IHDR') {
      width = bytes.readUInt32BE(at + 8)
      height = bytes.readUInt32BE(at + 12)
    }
    if (PNG_CHUNKS.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return { format: 'png', width, height, orientation: 1, clean: Buffer.concat(kept) }
    at = end
  }
  return null
}

/** JPEG: markers with lengths and scans up to the end-of-image marker (ITU-T T.81, annex B). Null when cut short. */
function inspectJpeg(bytes: Buffer): Inspected | null {
  const kept: Buffer[] = []
  let width = 0
  let height = 0
  let orientation = 1
  let scanned = false
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) {
      if (!scanned || width === 0) return null
      const turned = orientation === 1 ? [] : [orientationSegment(orientation)]
      // Whatever a phone appends after this (a second picture, a film) is left out.
      const clean = Buffer.concat([bytes.subarray(0, 2), ...turned, ...kept, bytes.subarray(at, at + 2)])
      return { format: 'jpeg', width, height, orientation, clean }
    }
    if (at + 4 > bytes.length) return null
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return null
    const segment = bytes.subarray(at, end)
    if (isFrameHeader(marker)) {
      if (segment.length < 9) return null
      height = segment.readUInt16BE(5)
      width = segment.readUInt16BE(7)
    }
    if (marker === 0xe1) orientation = exifOrientation(segment.subarray(4)) ?? orientation
    scanned ||= marker === 0xda
    const next = marker === 0xda ? endOfScan(bytes, end) : end
    // APP1..APP13, APP15 and comments are metadata; APP0 (JFIF) and APP14 (Adobe colour) are needed to draw.
    const isMetadata = (marker >= 0xe1 && marker <= 0xed) || marker === 0xef || marker === 0xfe
    if (!isMetadata) kept.push(bytes.subarray(at, next))
    at = next
  }
  return null
}

/** Where the entropy-coded bytes from `from` on end: at the first marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0) {
    const follows = bytes[at + 1]
    const isStuffing = follows === 0x00 || (follows >= 0xd0 && follows <= 0xd7)
    if (!isStuffing && follows !== 0xff) return at
    at = bytes.indexOf(0xff, at + (isStuffing ? 2 : 1))
  }
  return bytes.length
}

const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** The orientation tag (0x0112) of an EXIF block's first directory, or null. */
function exifOrientation(block: Buffer): number | null {
  if (block.toString('latin1', 0, 6) !== 'Exif\0\0') return null
  const tiff = block.subarray(6)
  if (tiff.length < 8) return null
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  // The count is the file's own claim: nothing is looked for beyond the block.
  const end = Math.min(tiff.length, directory + 2 + u16(directory) * 12)
  for (let at = directory + 2; at + 12 <= end; at += 12) {
    if (u16(at) !== 0x0112) continue
    const value = u16(at + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** An EXIF segment that says nothing but which way is up. */
function orientationSegment(orientation: number): Buffer {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(tiff)])
  const header = Buffer.from([0xff, 0xe1, 0, 0])
  header.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([header, body])
}
