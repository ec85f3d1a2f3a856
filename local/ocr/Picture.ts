import sharp from 'sharp'
import type { Affine } from './geometry'

export type PictureRefusal = 'empty' | 'unreadable' | 'format' | 'tooManyPixels'

/** A submitted file that cannot be read as a picture; `reason` is for the caller to word. */
export class PictureError extends Error {
  constructor(readonly reason: PictureRefusal) {
    super(`picture refused: ${reason}`)
    this.name = 'PictureError'
  }
}

type Level = { data: Uint8Array; width: number; height: number }

/** Mean and scale of each channel as the network expects them, blue first (PaddleOCR reads pictures in BGR order). */
export type Normalisation = { mean: [number, number, number]; deviation: [number, number, number] }

/** Below this sharp does not blur. */
const LEAST_SIGMA = 0.3

const halve = ({ data, width, height }: Level): Level => {
  const [w, h] = [width >> 1, height >> 1]
  const out = new Uint8Array(w * h * 3)
  for (let y = 0, o = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      for (let c = 0, i = (2 * y * width + 2 * x) * 3; c < 3; c++, i++, o++)
        out[o] = (data[i] + data[i + 3] + data[i + width * 3] + data[i + width * 3 + 3]) >> 2
  return { data: out, width: w, height: h }
}

/** A decoded picture from which any turned rectangle can be sampled at any scale. */
export class Picture {
  private constructor(
    private readonly levels: Level[],
    /** Pixels of the submitted picture (after its EXIF turn) per pixel held here. */
    readonly reduction: number,
  ) {}

  get width() {
    return this.levels[0].width
  }

  get height() {
    return this.levels[0].height
  }

  /**
   * Decodes a JPEG or PNG, turned as its EXIF says and reduced to `workingSide` pixels on its long side.
   * The header is read first: more than `maximumPixels` is refused before a pixel is decoded. @throws PictureError
   */
  static async decode(file: Buffer, maximumPixels: number, workingSide: number): Promise<Picture> {
    if (file.length === 0) throw new PictureError('empty')
    const header = await sharp(file, { limitInputPixels: false })
      .metadata()
      .catch(() => Promise.reject(new PictureError('unreadable')))
    if (header.format !== 'jpeg' && header.format !== 'png') throw new PictureError('format')
    if (header.width * header.height > maximumPixels) throw new PictureError('tooManyPixels')
    const { data, info } = await sharp(file, { limitInputPixels: maximumPixels })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: workingSide, height: workingSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch(() => Promise.reject(new PictureError('unreadable')))
    return new Picture([{ data, width: info.width, height: info.height }], header.autoOrient.width / info.width)
  }

  /** The same picture, its grain smoothed by a Gaussian of `sigma` pixels; for less than a third of a pixel, this one. */
  async smoothed(sigma: number): Promise<Picture> {
    if (sigma < LEAST_SIGMA) return this
    const [{ data, width, height }] = this.levels
    const blurred = await sharp(data, { raw: { width, height, channels: 3 } })
      .blur(sigma)
      .raw()
      .toBuffer()
    return new Picture([{ data: blurred, width, height }], this.reduction)
  }

  /** The pixels under `map` (sample → picture) as a normalised CHW tensor, `width` × `height`; beyond `filled` columns it stays 0. */
  sample(map: Affine, width: number, height: number, { mean, deviation }: Normalisation, filled = width): Float32Array {
    const reduction = Math.sqrt(Math.abs(map[0] * map[4] - map[1] * map[3]))
    const wanted = Math.max(0, Math.floor(Math.log2(reduction)))
    while (this.levels.length <= wanted) this.levels.push(halve(this.levels[this.levels.length - 1]))
    const level = this.levels[wanted]
    const [a, b, c, d, e, f] = map.map((value) => value / 2 ** wanted)
    const out = new Float32Array(3 * width * height)
    const [right, bottom, plane] = [level.width - 1.001, level.height - 1.001, width * height]
    for (let y = 0; y < height; y++)
      for (let x = 0; x < filled; x++) {
        const sx = Math.min(right, Math.max(0, a * (x + 0.5) + b * (y + 0.5) + c - 0.5))
        const sy = Math.min(bottom, Math.max(0, d * (x + 0.5) + e * (y + 0.5) + f - 0.5))
        const [left, top] = [Math.floor(sx), Math.floor(sy)]
        const [tx, ty, at] = [sx - left, sy - top, (top * level.width + left) * 3]
        const below = at + level.width * 3
        for (let channel = 0; channel < 3; channel++) {
          const i = 2 - channel
          const upper = level.data[at + i] * (1 - tx) + level.data[at + 3 + i] * tx
          const lower = level.data[below + i] * (1 - tx) + level.data[below + 3 + i] * tx
          const value = (upper * (1 - ty) + lower * ty) / 255
          out[channel * plane + y * width + x] = (value - mean[channel]) / deviation[channel]
        }
      }
    return out
  }
}
