import sharp from 'sharp'
import type { Random } from './random'
import type { Sheet } from './sheet'

export const LEVELS = ['clean', 'phone', 'hard'] as const
export type Level = (typeof LEVELS)[number]

/** How a picture was taken. Angles in degrees. */
export interface Shot {
  tilt: number
  pitch: number
  yaw: number
  /** Share of the picture's side the sheet fills. */
  fill: number
  /** Gaussian, pixels. */
  blur: number
  /** Standard deviation, of 255. */
  noise: number
  /** Of full brightness. */
  light: number
  /** Brightness lost from one corner to the other. */
  shade: number
  glare: boolean
  quality: number
  /** Quarter turn of the stored pixels. */
  turn: 0 | 90 | 180 | 270
  /** The turn is undone by EXIF, as most phones write it. */
  exif: boolean
}

/** The faults of a phone at a level: a scan, a careful hand, a bad day. */
export function shotOf(random: Random, level: Level): Shot {
  const sway = (most: number) => random.between(-most, most)
  const turn: Shot['turn'] = random.chance(level === 'clean' ? 0 : 0.35) ? random.pick([90, 180, 270] as const) : 0
  const shared = { turn, exif: turn !== 0 && random.chance(0.4) }
  if (level === 'clean')
    return {
      ...shared,
      tilt: sway(2),
      pitch: sway(3),
      yaw: sway(3),
      fill: random.between(0.75, 0.95),
      blur: 0.3,
      noise: 3,
      light: 1,
      shade: 0.05,
      glare: false,
      quality: 88,
    }
  if (level === 'phone')
    return {
      ...shared,
      tilt: sway(9),
      pitch: sway(10),
      yaw: sway(10),
      fill: random.between(0.6, 0.92),
      blur: random.between(0.3, 0.9),
      noise: random.between(3, 9),
      light: random.between(0.7, 1.05),
      shade: random.between(0, 0.35),
      glare: false,
      quality: random.int(70, 86),
    }
  return {
    ...shared,
    tilt: sway(20),
    pitch: sway(15),
    yaw: sway(15),
    fill: random.between(0.55, 0.85),
    blur: random.between(0.5, 1.2),
    noise: random.between(5, 12),
    light: random.between(0.5, 1),
    shade: random.between(0.1, 0.55),
    glare: random.chance(0.3),
    quality: random.int(45, 75),
  }
}

type Matrix = readonly [number, number, number, number, number, number, number, number, number]

/** From pixels of the picture (centred, in units of focal length) to places on the sheet, by the inverse of the pinhole projection. */
function ontoSheet({ tilt, pitch, yaw }: Shot, distance: number): Matrix {
  const [a, b, c] = [tilt, pitch, yaw].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number]
  const [ca, sa, cb, sb, cc, sc] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b), Math.cos(c), Math.sin(c)]
  // Columns: the sheet's own x and y axis turned by Rx·Ry·Rz, and where its middle stands.
  const u = [cc * ca, cb * sa + sb * sc * ca, sb * sa - cb * sc * ca]
  const v = [-cc * sa, cb * ca - sb * sc * sa, sb * ca + cb * sc * sa]
  const m = [u[0]!, v[0]!, 0, u[1]!, v[1]!, 0, u[2]!, v[2]!, distance]
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8] = m as unknown as Matrix
  return [
    m4 * m8 - m5 * m7,
    m2 * m7 - m1 * m8,
    m1 * m5 - m2 * m4,
    m5 * m6 - m3 * m8,
    m0 * m8 - m2 * m6,
    m2 * m3 - m0 * m5,
    m3 * m7 - m4 * m6,
    m1 * m6 - m0 * m7,
    m0 * m4 - m1 * m3,
  ] // prettier-ignore
}

const WIDTH = 1600
const HEIGHT = 1200

/** Photographs a sheet on a table: perspective, uneven light, glare, lens blur, noise, JPEG, and the way the phone was held. */
export async function photograph(random: Random, drawn: Sheet, shot: Shot): Promise<Buffer> {
  const scale = Math.min(WIDTH / drawn.width, HEIGHT / drawn.height) * shot.fill
  const [width, height] = [Math.round(drawn.width * scale), Math.round(drawn.height * scale)]
  const paper = await sharp(Buffer.from(drawn.svg))
    .resize(width, height, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer()
  const distance = 2.2 * Math.max(WIDTH, HEIGHT)
  const inverse = ontoSheet(shot, distance)
  const data = Buffer.alloc(WIDTH * HEIGHT * 3)
  const table = random.pick([
    [132, 100, 70],
    [90, 92, 96],
    [176, 170, 160],
    [60, 66, 74],
  ] as const)
  const [cornerX, cornerY] = [random.pick([-1, 1]), random.pick([-1, 1])]
  const [glareX, glareY] = [random.between(0.3, 0.7) * WIDTH, random.between(0.3, 0.7) * HEIGHT]
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const [px, py] = [x - WIDTH / 2, y - HEIGHT / 2]
      const w = inverse[6] * px + inverse[7] * py + inverse[8] * distance
      const sx = (inverse[0] * px + inverse[1] * py + inverse[2] * distance) / w + width / 2
      const sy = (inverse[3] * px + inverse[4] * py + inverse[5] * distance) / w + height / 2
      const to = (y * WIDTH + x) * 3
      const lit = shot.light * (1 - shot.shade * (0.5 + (cornerX * px) / WIDTH / 2 + (cornerY * py) / HEIGHT / 2))
      const shine = shot.glare ? 170 * Math.exp(-((x - glareX) ** 2 + (y - glareY) ** 2) / 9000) : 0
      const inside = sx >= 0 && sy >= 0 && sx < width - 1 && sy < height - 1
      const [x0, y0] = [Math.floor(sx), Math.floor(sy)]
      const [fx, fy] = [sx - x0, sy - y0]
      for (let channel = 0; channel < 3; channel += 1) {
        let colour: number = table[channel]! + ((x * 7 + y * 3) % 11)
        if (inside) {
          const at = (y0 * width + x0) * 3 + channel
          const top = paper[at]! * (1 - fx) + paper[at + 3]! * fx
          const low = paper[at + width * 3]! * (1 - fx) + paper[at + width * 3 + 3]! * fx
          colour = top * (1 - fy) + low * fy
        }
        const grain = (random.between(0, 1) + random.between(0, 1) + random.between(0, 1) - 1.5) * 2 * shot.noise
        data[to + channel] = Math.max(0, Math.min(255, colour * lit + shine + (shot.blur > 0.3 ? 0 : grain)))
      }
    }
  }
  const raw = { raw: { width: WIDTH, height: HEIGHT, channels: 3 as const } }
  let seen: Buffer = data
  if (shot.blur > 0.3) {
    seen = await sharp(data, raw).blur(shot.blur).raw().toBuffer()
    for (let i = 0; i < seen.length; i += 1) {
      const grain = (random.between(0, 1) + random.between(0, 1) + random.between(0, 1) - 1.5) * 2 * shot.noise
      seen[i] = Math.max(0, Math.min(255, seen[i]! + grain))
    }
  }
  const turned = sharp(seen, raw).rotate(shot.turn)
  // EXIF says how to turn the stored pixels back.
  const orientation = { 0: 1, 90: 8, 180: 3, 270: 6 }[shot.turn]
  return (shot.exif ? turned.withMetadata({ orientation }) : turned).jpeg({ quality: shot.quality }).toBuffer()
}
