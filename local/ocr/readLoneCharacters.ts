import { boundingRectangle, corners, type Rectangle } from './geometry'
import type { Models } from './loadModels'
import type { Picture } from './Picture'
import { type Recognised, recogniseText } from './recogniseText'

export type Reading = Recognised & { box: Rectangle }

/** Printed labels whose value is often one character, which the detector tends to miss. */
const LABEL_OF_ONE = /(?:民\s*族|性\s*别)$/
/** How far right of its label, in line heights, a lone value may begin and end. */
const FARTHEST = 3.5
/** A lone character read with less than this is read again. */
const SURE = 0.99

/** Where `other` lies seen from `box`: right of it by `gap` and off its row by `offset`, both in heights of `box`. */
function seenFrom(box: Rectangle, other: Rectangle): { gap: number; offset: number } {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)]
  const [dx, dy] = [other.centre[0] - box.centre[0], other.centre[1] - box.centre[1]]
  const along = dx * cos + dy * sin
  return {
    gap: (along - (box.width + other.width) / 2) / box.height,
    offset: Math.abs(dy * cos - dx * sin) / box.height,
  }
}

/** The place right of a label where a value would stand that the detector did not report. */
function placeRightOf(box: Rectangle): Rectangle {
  const [width, shift] = [FARTHEST * box.height, (box.width + FARTHEST * box.height) / 2]
  const centre: [number, number] = [
    box.centre[0] + Math.cos(box.angle) * shift,
    box.centre[1] + Math.sin(box.angle) * shift,
  ]
  return { ...box, centre, width }
}

/**
 * A lone character (壮 beside 民族) gives the recogniser no context and the detector little to see. It is read again in one strip with
 * the line left of it, whose text is known and must come out again; right of a label with no value the empty place is read too.
 */
export async function readLoneCharacters(models: Models, picture: Picture, readings: Reading[]): Promise<Reading[]> {
  const out = [...readings]
  for (const label of readings) {
    const right = readings
      .filter((other) => other !== label)
      .map((reading) => ({ reading, ...seenFrom(label.box, reading.box) }))
      .filter(({ gap, offset }) => gap > -1.5 && gap < FARTHEST && offset < 0.75)
      .sort((p, q) => p.gap - q.gap)[0]
    // A box that reaches into its label's reads a piece of it as well (疾壮 for 族 壮).
    const most = right && right.gap < 0 && LABEL_OF_ONE.test(label.text) ? 2 : 1
    const lone = right && [...right.reading.text].length <= most ? right.reading : null
    if (lone ? lone.score >= SURE : right || !LABEL_OF_ONE.test(label.text)) continue
    const place = lone?.box ?? placeRightOf(label.box)
    const strip = boundingRectangle([...corners(label.box), ...corners(place)], label.box.angle)
    const { text, score, least } = await recogniseText(models, picture, strip)
    const known = label.text.replace(/\s/g, '')
    const value = text.replace(/\s/g, '').replace(known, '')
    if (!text.replace(/\s/g, '').startsWith(known) || [...value].length !== 1) continue
    const better = { box: place, text: value, score, least }
    if (lone) out[out.indexOf(lone)] = better
    else out.push(better)
  }
  return out
}
