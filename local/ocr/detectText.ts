import { apply, onto, type Point, type Rectangle, smallestRectangle } from './geometry'
import type { Network } from './loadModels'
import type { Normalisation, Picture } from './Picture'

const IMAGENET: Normalisation = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] }

/** Thresholds of PaddleOCR's differentiable binarisation (DB) post-processing. */
const PIXEL_THRESHOLD = 0.3
const BOX_THRESHOLD = 0.5
/** DB learns shrunken text regions; they are grown back by area × ratio ÷ perimeter. */
const GROWTH = 1.6
const SMALLEST_SIDE = 3

type Region = { outline: Point[]; score: number }

/** Connected regions of the probability map above the threshold; of each row only the two ends are kept, enough for its hull. */
function regions(map: Float32Array, width: number, height: number): Region[] {
  const seen = new Uint8Array(width * height)
  const found: Region[] = []
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || map[start] <= PIXEL_THRESHOLD) continue
    const stack = [start]
    const rows = new Map<number, [number, number]>()
    let [sum, count] = [0, 0]
    seen[start] = 1
    while (stack.length) {
      const at = stack.pop()!
      const [x, y] = [at % width, Math.floor(at / width)]
      const row = rows.get(y)
      rows.set(y, row ? [Math.min(row[0], x), Math.max(row[1], x)] : [x, x])
      sum += map[at]
      count++
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const [nx, ny] = [x + dx, y + dy]
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue
          const next = ny * width + nx
          if (seen[next] || map[next] <= PIXEL_THRESHOLD) continue
          seen[next] = 1
          stack.push(next)
        }
    }
    const outline = [...rows].flatMap(([y, [from, to]]): Point[] => [
      [from, y],
      [to + 1, y],
      [from, y + 1],
      [to + 1, y + 1],
    ])
    found.push({ outline, score: sum / count })
  }
  return found
}

/** Finds the lines of text inside `view`, a turned rectangle of the picture, with the view's shorter side scaled to `side` pixels. */
export async function detectText(
  detector: Network,
  picture: Picture,
  view: Rectangle,
  side: number,
  threshold = BOX_THRESHOLD,
): Promise<Rectangle[]> {
  const scale = side / Math.min(view.width, view.height)
  const multiple = (length: number) => Math.max(32, Math.round((length * scale) / 32) * 32)
  const [width, height] = [multiple(view.width), multiple(view.height)]
  const map = onto(view, width, height)
  const { data } = await detector(picture.sample(map, width, height, IMAGENET), height, width)
  return regions(data, width, height).flatMap(({ outline, score }) => {
    const core = smallestRectangle(outline)
    if (score < threshold || core.height < SMALLEST_SIDE) return []
    const grow = (core.width * core.height * GROWTH) / (core.width + core.height)
    // The view may be stretched a little by rounding: measure the angle in the picture's own pixels.
    const box = smallestRectangle(outline.map((p) => apply(map, p)))
    const unit = Math.hypot(map[0], map[3])
    return [{ ...box, width: box.width + grow * unit, height: box.height + grow * unit }]
  })
}
