import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { comment, exif, makeJpeg, makePng, pngChunk, segment } from './makePicture'

export interface HostileFile {
  name: string
  bytes: Buffer
  /** The answers that are right for it. */
  expected: string[]
}

const NOT_IMAGE = ['PICTURE_NOT_IMAGE']
const BROKEN = ['PICTURE_UNREADABLE']
const TOO_LARGE = ['PICTURE_TOO_LARGE']
const OK = ['ok']

const text = (content: string) => Buffer.from(content, 'latin1')
const SECRET = text('SECRET N24.326 E109.428')

/** Other formats by their magic, and texts that a browser or a shell would run. */
const OTHER_FORMATS: Record<string, Buffer> = {
  pdf: text('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'),
  'pdf with a flate bomb': Buffer.concat([
    text('%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\n'),
    deflateSync(Buffer.alloc(5e6)),
  ]),
  svg: text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'svg with an entity bomb': text(
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>',
  ),
  html: text('<!doctype html><script>alert(1)</script>'),
  zip: Buffer.concat([text('PK\x03\x04'), Buffer.alloc(40)]),
  'gzip bomb': gzipSync(Buffer.alloc(20e6)),
  gif: text('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04'),
  webp: text('RIFF\x24\0\0\0WEBPVP8 '),
  bmp: text('BM\x46\0\0\0\0\0\0\0'),
  'tiff little': text('II*\0\x08\0\0\0'),
  'tiff big': text('MM\0*\0\0\0\x08'),
  heic: text('\0\0\0\x18ftypheic\0\0\0\0'),
  avif: text('\0\0\0\x18ftypavif\0\0\0\0'),
  jpeg2000: text('\0\0\0\x0cjP  \r\n\x87\n'),
  jxl: text('\xff\x0a\0\0'),
  psd: text('8BPS\0\x01'),
  ico: text('\0\0\x01\0\x01\0'),
  mp4: text('\0\0\0\x18ftypmp42'),
  mp3: text('ID3\x04\0\0'),
  elf: text('\x7fELF\x02\x01\x01'),
  exe: text('MZ\x90\0'),
  shell: text('#!/bin/sh\nrm -rf /\n'),
  php: text('<?php system($_GET[0]);'),
  docx: Buffer.concat([text('PK\x03\x04'), text('word/document.xml')]),
  rar: text('Rar!\x1a\x07\0'),
  '7z': text('7z\xbc\xaf\x27\x1c'),
  json: text('{"$ne":null}'),
  spaces: text('   \n\t '),
  'one byte': Buffer.from([0xff]),
  'two bytes of a JPEG': Buffer.from([0xff, 0xd8]),
  zeroes: Buffer.alloc(4096),
  noise: Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251)),
}

/** Kinds people have and are told by name. */
const NAMED: Record<string, string[]> = { heic: ['PICTURE_HEIC'], docx: ['FILE_OFFICE'] }

/** Two hundred files and more, the same at each run. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const files: HostileFile[] = []
  const add = (name: string, bytes: Buffer, expected: string[]) => files.push({ name, bytes, expected })
  const photo = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#777' } })
    .jpeg()
    .toBuffer()
  const drawing = await sharp({ create: { width: 32, height: 20, channels: 3, background: '#777' } })
    .png()
    .toBuffer()

  add('nothing at all', Buffer.alloc(0), ['PICTURE_EMPTY', 'PICTURE_MISSING'])
  for (const [name, bytes] of Object.entries(OTHER_FORMATS)) add(name, bytes, NAMED[name] ?? NOT_IMAGE)

  // A magic number and nothing true behind it.
  for (const [name, bytes] of Object.entries(OTHER_FORMATS)) {
    add(`${name} behind a JPEG's first bytes`, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), bytes]), BROKEN)
    add(`${name} behind a PNG's signature`, Buffer.concat([drawing.subarray(0, 8), bytes]), BROKEN)
  }
  // Polyglots: a sound picture with another file inside or behind it. The picture is kept, the passenger is not.
  for (const [name, bytes] of Object.entries(OTHER_FORMATS).slice(0, 12)) {
    const passenger = Buffer.concat([bytes.subarray(0, 40_000), SECRET])
    add(`a JPEG with ${name} in its comment`, makeJpegOf(photo, [comment(passenger.toString('latin1'))]), OK)
    add(`a JPEG with ${name} behind it`, Buffer.concat([photo, passenger]), OK)
    add(`a PNG with ${name} in a text chunk`, withChunk(drawing, pngChunk('tEXt', passenger)), OK)
    add(`a PNG with ${name} behind it`, Buffer.concat([drawing, passenger]), OK)
  }
  // Cut short, at many places.
  for (let part = 1; part <= 20; part += 1) {
    add(`a JPEG cut at ${part}/21`, photo.subarray(0, Math.max(4, Math.floor((photo.length * part) / 21))), BROKEN)
    add(`a PNG cut at ${part}/21`, drawing.subarray(0, Math.max(9, Math.floor((drawing.length * part) / 21))), BROKEN)
  }
  // Headers that claim more than anyone decodes, or nothing.
  for (const side of [30_000, 60_000, 65_535]) {
    add(`a JPEG of ${side} × ${side}`, makeJpeg({ width: side, height: side }), TOO_LARGE)
    add(`a PNG of ${side} × ${side}`, makePng(side, side), TOO_LARGE)
  }
  add('a PNG bomb', await pngBomb(), TOO_LARGE)
  add('a PNG of 2³¹ × 1', makePng(0x7fffffff, 1), TOO_LARGE)
  for (const [width, height] of [
    [0, 5],
    [5, 0],
    [0, 0],
  ]) {
    add(`a JPEG of ${width} × ${height}`, makeJpeg({ width, height }), BROKEN)
    add(`a PNG of ${width} × ${height}`, makePng(width, height), BROKEN)
  }
  // EXIF that lies about itself.
  for (let orientation = 0; orientation < 10; orientation += 1)
    add(`EXIF orientation ${orientation}`, makeJpegOf(photo, [exif(orientation, { secret: 'SECRET' })]), OK)
  add(
    'EXIF that counts 65,535 entries',
    makeJpegOf(photo, [segment(0xe1, Buffer.concat([text('Exif\0\0MM\0*\0\0\0\x08\xff\xff'), SECRET]))]),
    OK,
  )
  add(
    'EXIF that points behind itself',
    makeJpegOf(photo, [segment(0xe1, Buffer.concat([text('Exif\0\0II*\0\xff\xff\xff\x7f'), SECRET]))]),
    OK,
  )
  add('EXIF that points at itself', makeJpegOf(photo, [segment(0xe1, text('Exif\0\0MM\0*\0\0\0\0'))]), OK)
  add(
    'fifty EXIF segments of 64 KB',
    makeJpegOf(
      photo,
      Array.from({ length: 20 }, () => segment(0xe1, Buffer.alloc(65_000, 0x53))),
    ),
    OK,
  )
  add('a segment that is longer than the file', makeJpegOf(photo, [Buffer.from([0xff, 0xe1, 0xff, 0xff])]), BROKEN)
  add('a segment of length 0', makeJpegOf(photo, [Buffer.from([0xff, 0xe1, 0, 0])]), BROKEN)
  // Sound but odd.
  add('CMYK', await sharp(photo).toColourspace('cmyk').jpeg().toBuffer(), OK)
  add('greyscale', await sharp(photo).greyscale().jpeg().toBuffer(), OK)
  add('progressive', await sharp(photo).jpeg({ progressive: true }).toBuffer(), OK)
  add('16 bits a channel', await sharp(photo).toColourspace('rgb16').png().toBuffer(), OK)
  add('a palette', await sharp(photo).png({ palette: true }).toBuffer(), OK)
  add(
    'an animated PNG',
    withChunk(
      drawing,
      Buffer.concat([pngChunk('acTL', Buffer.from([0, 0, 0, 9, 0, 0, 0, 0])), pngChunk('fdAT', SECRET)]),
    ),
    OK,
  )
  add(
    'one pixel',
    await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
      .jpeg()
      .toBuffer(),
    OK,
  )
  return files
}

/** A sound JPEG with further segments behind its first two bytes. */
const makeJpegOf = (photo: Buffer, segments: Buffer[]) =>
  Buffer.concat([photo.subarray(0, 2), ...segments, photo.subarray(2)])

/** A sound PNG with further chunks behind its header. */
const withChunk = (drawing: Buffer, chunk: Buffer) =>
  Buffer.concat([drawing.subarray(0, 33), chunk, drawing.subarray(33)])

/** A few kilobytes that unfold into 900 million pixels. */
async function pngBomb(): Promise<Buffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(30_000, 0)
  header.writeUInt32BE(30_000, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(30_000 * 3_751), { level: 9 })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}
