import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'

const FONTS = path.resolve(__dirname, '../../node_modules/@fontsource')
const WEIGHTS = ['400', '700']

/**
 * Unpacks a WOFF 1.0 file into the plain TrueType/OpenType file it wraps: the same tables, inflated, under an sfnt header.
 * Fontconfig hands Chromium no wrapped fonts (neither WOFF nor WOFF2), and npm carries Noto Sans SC only wrapped.
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

/**
 * Writes Noto Sans SC (regular and bold, SIL Open Font License), or the packages named, and a fontconfig file naming them into
 * `folder`, once, and answers the path of that fontconfig file. Safe to call from several processes: the folder appears whole or
 * not at all.
 */
export function chineseFontConfig(folder: string, packages: readonly string[] = ['noto-sans-sc']): string {
  const config = path.join(folder, 'fonts.conf')
  if (existsSync(config)) return config
  mkdirSync(path.dirname(folder), { recursive: true })
  const draft = mkdtempSync(`${folder}-`)
  // One face per numbered slice of the character set, and one that holds the everyday characters together.
  for (const files of packages.map((name) => path.join(FONTS, name, 'files'))) {
    const faces = readdirSync(files).filter((name) => WEIGHTS.some((weight) => name.endsWith(`-${weight}-normal.woff`)))
    if (faces.length === 0) throw new Error(`no font under ${files}: run npm ci`)
    for (const name of faces)
      writeFileSync(path.join(draft, name.replace(/woff$/, 'ttf')), woffToSfnt(readFileSync(path.join(files, name))))
  }
  writeFileSync(
    path.join(draft, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>\n`,
  )
  moveIntoPlace(draft, folder)
  return config
}

/** Renames a finished folder to its final place; when another process was first, keeps that one and drops ours. */
export function moveIntoPlace(draft: string, place: string): void {
  try {
    renameSync(draft, place)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
}
