import { legibleSize } from '@shared/pictures/legibleSize'
import sharp from 'sharp'
import { openFont, runsOf } from './chineseText'

/** As many as an upload may have; more is not decoded. */
const MAX_PIXELS = 50_000_000

// One picture at a time in a small function: no threads and no cache to grow its memory.
sharp.concurrency(1)
sharp.cache(false)

/**
 * A fresh JPEG of the picture, upright, without metadata, with `text` across all of it. The text is drawn as outlines of the
 * embedded font, so it needs no font on the machine. Throws for a picture that cannot be decoded.
 */
export async function watermarked(bytes: Buffer, text: string): Promise<Buffer> {
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
  const { autoOrient } = await picture.metadata()
  const { data, info } = await picture
    .rotate()
    .resize({ ...legibleSize(autoOrient), fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return sharp(data, { raw: info })
    .composite([{ input: Buffer.from(pattern(text, info.width, info.height)) }])
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** SVG of the picture's size with the text repeated aslant, dark on light and light on dark. Pixels. */
function pattern(text: string, width: number, height: number): string {
  const size = Math.max(14, Math.round(Math.min(Math.max(width, height), 2 * Math.min(width, height)) / 45))
  const line = outline(text, size)
  const tile = `width="${line.width + size * 3}" height="${size * 6}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
<pattern id="words" ${tile} patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
<g transform="translate(0 ${size * 2})" fill="#000" fill-opacity="0.3" stroke="#fff" stroke-opacity="0.35" stroke-width="0.6">${line.paths}</g>
</pattern></defs><rect width="100%" height="100%" fill="url(#words)"/></svg>`
}

/** The text's glyphs as SVG paths on one base line, and how wide they are in pixels. */
function outline(text: string, size: number): { paths: string; width: number } {
  let x = 0
  const paths: string[] = []
  for (const run of runsOf(text)) {
    const { font } = openFont(run.font)
    const scale = size / font.unitsPerEm
    for (const glyph of font.layout(run.text).glyphs) {
      // Fonts count upwards, pictures downwards.
      paths.push(`<path transform="translate(${x.toFixed(1)} 0) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`)
      x += glyph.advanceWidth * scale
    }
  }
  return { paths: paths.join(''), width: x }
}
