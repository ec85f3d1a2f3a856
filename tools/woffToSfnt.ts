import { inflateSync } from 'node:zlib'

/**
 * Unpacks a WOFF 1.0 file into the plain TrueType/OpenType file it wraps: the same tables, inflated, under an sfnt header.
 * npm carries Noto Sans SC only wrapped; fontconfig hands Chromium no wrapped fonts, and fontkit 2.0.4 cannot find a table that a
 * WOFF file holds uncompressed.
 * Layout: https://www.w3.org/TR/WOFF/#OverallStructure
 */
export function woffToSfnt(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 file')
  const count = woff.readUInt16BE(12)
  const header = Buffer.alloc(12 + 16 * count)
  woff.copy(header, 0, 4, 8)
  const log2 = Math.floor(Math.log2(count))
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(16 << log2, 6)
  header.writeUInt16BE(log2, 8)
  header.writeUInt16BE(count * 16 - (16 << log2), 10)

  const parts: Buffer[] = [header]
  let position = header.length
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index
    const offset = woff.readUInt32BE(entry + 4)
    const packedLength = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const packed = woff.subarray(offset, offset + packedLength)
    const record = 12 + 16 * index
    woff.copy(header, record, entry, entry + 4)
    header.writeUInt32BE(woff.readUInt32BE(entry + 16), record + 4)
    header.writeUInt32BE(position, record + 8)
    header.writeUInt32BE(length, record + 12)
    const padding = (4 - (length % 4)) % 4
    parts.push(packedLength < length ? inflateSync(packed) : packed, Buffer.alloc(padding))
    position += length + padding
  }
  return Buffer.concat(parts)
}
