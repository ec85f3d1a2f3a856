import { detectText } from './detectText'
import { boundingRectangle, corners, type Quad, type Rectangle } from './geometry'
import { loadModels, type Models } from './loadModels'
import { Picture } from './Picture'
import { type Reading, readLoneCharacters } from './readLoneCharacters'
import { type Recognised, recogniseText, upsideDown } from './recogniseText'

/** One line of text; `quad` in pixels of the submitted picture after its EXIF turn, from the text's own top left, clockwise. */
export type Line = Recognised & { quad: Quad }

export interface TextReader {
  /** Reads a JPEG or PNG. @throws PictureError for an empty, broken, foreign or too large file */
  lines(image: Buffer): Promise<Line[]>
  close(): Promise<void>
}

export type TextReaderOptions = {
  /** Folder with the PP-OCR networks and dictionary; default: the npm package's. */
  models?: string
  /** Pictures with more pixels are refused by their header, before decoding. */
  maximumPixels?: number
  /** Threads of the inference engine. */
  threads?: number
  /** false reads the picture as it lies (EXIF turn only): the baseline of the benchmark. */
  prepare?: boolean
}

const MAXIMUM_PIXELS = 50_000_000
/** Enough for a card that fills a third of a phone's picture; more only costs time. */
const WORKING_SIDE = 2400
/** Short side of what the detector sees at first, pixels: enough to tell which way the text runs, where it is, and how large. */
const FIRST_LOOK_SIDE = 640
/** What may be text counts for where the text is, at the first look. */
const FIRST_LOOK_THRESHOLD = 0.3
/** A paper has more lines than this: where fewer were found, it is looked at again, this large. */
const FEW_LINES = 6
const CLOSER_LOOK_SIDE = 960
/** Then as large as makes its lines this high, within limits: small print is enlarged, large print costs no more than it must. */
const LINE_HEIGHT = 24
const SMALLEST_SIDE = 576
const LARGEST_SIDE = 1216
const UNPREPARED_SIDE = 736
/**
 * Grain of a dark picture is read as strokes of small print: it is smoothed over this share of a line's height (as the first look sees
 * it, a third higher than it is) before lines are found and read. Measured on 16 dark pictures: 0.8 of a pixel at lines of 21 halves
 * the characters read wrong; at 1.4 characters run together and most is lost; sharp pictures read the same.
 */
const GRAIN = 0.026
/** Left around the text the first look found, which may have missed some; and more where a line turns out to be cut. */
const MARGIN = 0.1
const WIDER = 0.15
/** Lines asked which way is up: the longest ones, they are the surest. */
const VOTERS = 9
/** Radians; a short box leaning more than a seen-from-the-side sheet can is a box drawn askew. */
const SHORT_BOX_LEANING = 0.15
/** Below this score a strip was no text. */
const LOWEST_SCORE = 0.5

const half = Math.PI
/** Difference of two line directions, folded to (-90°, 90°]: a line and its reverse are the same direction. */
const fold = (angle: number) => angle - half * Math.round(angle / half)

/** The direction most text runs in, weighted by length, in radians; a line and its reverse count as one. */
function commonDirection(boxes: Rectangle[]): number {
  const long = boxes.filter((box) => box.width > 2 * box.height)
  const voters = long.length ? long : boxes
  const weight = voters.reduce((sum, box) => sum + box.width, 0)
  let best = { angle: 0, spread: Number.POSITIVE_INFINITY }
  for (const { angle } of voters) {
    const spread = voters.reduce((sum, box) => sum + Math.abs(fold(box.angle - angle)) * box.width, 0) / weight
    if (spread < best.spread) best = { angle, spread }
  }
  return fold(best.angle)
}

/** The rectangle, upright, that holds all text with a margin, so that the second look is larger and level. */
function textArea(boxes: Rectangle[], angle: number): Rectangle {
  const area = boundingRectangle(boxes.flatMap(corners), angle)
  return widened(area, MARGIN)
}

/** Enlarged on every side by this share of the longer one. */
function widened(area: Rectangle, share: number): Rectangle {
  const margin = share * Math.max(area.width, area.height)
  return { ...area, width: area.width + 2 * margin, height: area.height + 2 * margin }
}

/** Whether a box reaches the edge of what was looked at: the line may go on beyond it. */
function isCut(box: Rectangle, { area }: View): boolean {
  const [cos, sin] = [Math.cos(area.angle), Math.sin(area.angle)]
  return corners(box).some(([x, y]) => {
    const [dx, dy] = [x - area.centre[0], y - area.centre[1]]
    const away = [area.width / 2 - Math.abs(dx * cos + dy * sin), area.height / 2 - Math.abs(dy * cos - dx * sin)]
    return Math.min(...away) < box.height / 4
  })
}

/** Finds the lines in a view; where some run over its edge, in a wider one. */
async function detectWhole(models: Models, picture: Picture, view: View): Promise<Rectangle[]> {
  const boxes = await detectText(models.detector, picture, view.area, view.side)
  const cut = boxes.filter((box) => isCut(box, view))
  if (cut.length === 0) return boxes
  return detectText(models.detector, picture, widened(view.area, WIDER), view.side)
}

interface View {
  area: Rectangle
  /** Short side at which the detector looks at it, pixels. */
  side: number
  /** Of its lines, pixels. */
  lineHeight: number
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]

/**
 * Where the text is. Text that runs up or down the picture is easily missed, labels and whole columns of it, so it is looked at again
 * turned upright; and a paper of which only the title is seen, closer.
 */
async function firstLook(models: Models, picture: Picture, whole: Rectangle): Promise<Rectangle[]> {
  const look = (area: Rectangle, side: number) => detectText(models.detector, picture, area, side, FIRST_LOOK_THRESHOLD)
  const seen = await look(whole, FIRST_LOOK_SIDE)
  const lies = seen.length > 0 && Math.abs(commonDirection(seen)) > half / 4
  const upright = lies ? { ...whole, width: whole.height, height: whole.width, angle: half / 2 } : whole
  const better = lies ? [...seen, ...(await look(upright, FIRST_LOOK_SIDE))] : seen
  return better.length > FEW_LINES ? better : [...better, ...(await look(upright, CLOSER_LOOK_SIDE))]
}

async function uprightView(models: Models, picture: Picture, whole: Rectangle): Promise<View | null> {
  const boxes = await firstLook(models, picture, whole)
  if (!boxes.length) return null
  const direction = commonDirection(boxes)
  const along = boxes.filter((box) => Math.abs(fold(box.angle - direction)) < 0.3)
  let vote = 0
  for (const box of along.sort((p, q) => q.width / q.height - p.width / p.height).slice(0, VOTERS)) {
    vote += await upsideDown(models, picture, { ...box, angle: direction + fold(box.angle - direction) })
  }
  const area = textArea(boxes, vote > 0 ? direction + half : direction)
  const lineHeight = median(boxes.map(({ height }) => height))
  const wanted = (Math.min(area.width, area.height) * LINE_HEIGHT) / lineHeight
  return { area, lineHeight, side: Math.min(LARGEST_SIDE, Math.max(SMALLEST_SIDE, Math.round(wanted))) }
}

/** Turns a box so that it runs the way of the view. The box of one or two characters says little of their direction: the view's is taken. */
function levelled(box: Rectangle, view: Rectangle): Rectangle {
  const quarter = Math.round((box.angle - view.angle) / (half / 2))
  const angle = box.angle - (quarter * half) / 2
  if (box.width < 2 * box.height && Math.abs(angle - view.angle) > SHORT_BOX_LEANING) {
    return boundingRectangle(corners(box), view.angle)
  }
  return quarter % 2 === 0 ? { ...box, angle } : { ...box, angle, width: box.height, height: box.width }
}

/**
 * A text reader on this machine: PP-OCRv4 on the CPU. Pictures are turned by EXIF, then turned, levelled and cropped to their text
 * by a first look of the detector and the direction classifier's vote, and only then read. Blocks its thread while it crops.
 */
export async function createTextReader(options: TextReaderOptions = {}): Promise<TextReader> {
  const models = await loadModels(options.models, options.threads)
  return {
    async lines(image) {
      const raw = await Picture.decode(image, options.maximumPixels ?? MAXIMUM_PIXELS, WORKING_SIDE)
      const { width, height, reduction } = raw
      const whole: Rectangle = { centre: [width / 2, height / 2], width, height, angle: 0 }
      const view =
        options.prepare === false
          ? { area: whole, side: UNPREPARED_SIDE, lineHeight: 0 }
          : await uprightView(models, raw, whole)
      if (!view) return []
      const picture = await raw.smoothed(GRAIN * view.lineHeight)
      const readings: Reading[] = []
      for (const found of await detectWhole(models, picture, view)) {
        const box = levelled(found, view.area)
        const read = await recogniseText(models, picture, box)
        if (read.text && read.score >= LOWEST_SCORE) readings.push({ box, ...read })
      }
      return (await readLoneCharacters(models, picture, readings)).map(({ box, ...read }) => ({
        ...read,
        quad: corners(box).map(([x, y]) => [x * reduction, y * reduction]) as Quad,
      }))
    },
    close: () => models.close(),
  }
}
