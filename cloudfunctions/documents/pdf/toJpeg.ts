import sharp from 'sharp'
import type { Taken } from '../../lib/pictures/confirmUpload'
import type { DrawnPage } from './drawing'

/** Tried in turn until the file is small enough for a picture: text always is at the first, a page of noise is not. */
const QUALITIES = [85, 70, 50, 30]
/** Below the cap of a picture, as a phone keeps it. Bytes. */
const LARGEST = 1_800_000

/** A drawn page as a JPEG. */
export async function toJpeg({ pixels, width, height }: DrawnPage): Promise<Taken> {
  const raw = { width, height, channels: 4 } as const
  let bytes: Buffer = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    bytes = await sharp(pixels, { raw }).removeAlpha().jpeg({ quality }).toBuffer()
    if (bytes.length <= LARGEST) break
  }
  return { bytes, width, height }
}
